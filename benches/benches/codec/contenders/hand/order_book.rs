//! Fixed fields, and two sequences of levels with counts of one byte.

use benches::sum::total;
use zerocopy::IntoBytes;

use super::{ByHand, fixed, part, put, take};
use crate::plain::{Level, OrderBook};

/// The borrowed form. The levels are chunks of 16 bytes.
pub(crate) struct OrderBookRef<'a> {
    sequence: u64,
    instrument: u32,
    bids: &'a [[u8; 16]],
    asks: &'a [[u8; 16]],
}

benches::sum! { OrderBookRef<'_> => |m| [
    m.sequence,
    m.instrument.into(),
    total(m.bids.iter().map(level).map(|level| level.quantity.wrapping_add(level.price as u64))),
    total(m.asks.iter().map(level).map(|level| level.quantity.wrapping_add(level.price as u64))),
]}

/// The number of levels that our message can hold.
const MAX: usize = 100;

#[inline(always)]
fn level(chunk: &[u8; 16]) -> Level {
    Level {
        price: i64::from_le_bytes(*part(chunk, 0)),
        quantity: u64::from_le_bytes(*part(chunk, 8)),
    }
}

#[inline(always)]
fn count(levels: usize) -> Option<u8> {
    if levels > MAX { None } else { u8::try_from(levels).ok() }
}

#[inline(always)]
fn levels<'a>(bytes: &mut &'a [u8]) -> Option<&'a [[u8; 16]]> {
    let [count] = *fixed(bytes)?;
    let count = usize::from(count);
    if count > MAX {
        return None;
    }
    Some(take(bytes, count * 16)?.as_chunks().0)
}

#[inline(always)]
fn put_levels(out: &mut &mut [u8], levels: &[Level]) -> Option<()> {
    put(out, &[count(levels.len())?])?;
    put(out, levels.as_bytes())
}

impl OrderBook {
    #[inline(always)]
    fn head(&self) -> [u8; 12] {
        let mut head = [0; 12];
        head[..8].copy_from_slice(&self.sequence.to_le_bytes());
        head[8..].copy_from_slice(&self.instrument.to_le_bytes());
        head
    }
}

impl ByHand for OrderBook {
    type Ref<'a> = OrderBookRef<'a>;

    #[inline(always)]
    fn encoded_len(&self) -> usize {
        14 + 16 * (self.bids.len() + self.asks.len())
    }

    #[inline(always)]
    fn encode(&self, mut out: &mut [u8]) -> Option<usize> {
        let room = out.len();
        let out = &mut out;
        put(out, &self.head())?;
        put_levels(out, &self.bids)?;
        put_levels(out, &self.asks)?;
        Some(room - out.len())
    }

    #[inline(always)]
    fn append(&self, out: &mut Vec<u8>) -> Option<()> {
        out.reserve(self.encoded_len());
        out.extend_from_slice(&self.head());
        for side in [&self.bids, &self.asks] {
            out.push(count(side.len())?);
            out.extend_from_slice(side.as_bytes());
        }
        Some(())
    }

    #[inline(always)]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        Some(Self {
            sequence: m.sequence,
            instrument: m.instrument,
            bids: m.bids.iter().map(level).collect(),
            asks: m.asks.iter().map(level).collect(),
        })
    }

    #[inline(always)]
    fn refill(&mut self, bytes: &[u8]) -> Option<()> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        self.sequence = m.sequence;
        self.instrument = m.instrument;
        for (to, from) in [(&mut self.bids, m.bids), (&mut self.asks, m.asks)] {
            to.clear();
            to.extend(from.iter().map(level));
        }
        Some(())
    }

    #[inline(always)]
    fn borrow(mut rest: &[u8]) -> Option<(OrderBookRef<'_>, &[u8])> {
        let bytes = &mut rest;
        let head: &[u8; 12] = fixed(bytes)?;
        let borrowed = OrderBookRef {
            sequence: u64::from_le_bytes(*part(head, 0)),
            instrument: u32::from_le_bytes(*part(head, 8)),
            bids: levels(bytes)?,
            asks: levels(bytes)?,
        };
        Some((borrowed, rest))
    }
}
