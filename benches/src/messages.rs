//! The messages of the `codec` benchmark that no protocol defines, in our types.

use pool_codec::error::TooLong;
use pool_codec::prelude::*;
use pool_codec::{Bytes, Seq};

/// The size of the largest byte string, in bytes.
pub const MAX_BLOB: usize = 48 << 20;

/// A trade on an exchange: 84 bytes, in seven fields of a fixed size.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub struct SwapEvent {
    /// The time in nanoseconds.
    pub timestamp: u64,
    /// The address of the pool of assets.
    pub pool_address: [u8; 20],
    /// The hash of the transaction.
    pub transaction: [u8; 32],
    /// The quantity that was paid.
    pub amount_in: u64,
    /// The quantity that was received.
    pub amount_out: u64,
    /// The number of the block.
    pub block: u32,
    /// The position in the block.
    pub index: u32,
}

/// One level of an order book.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub struct Level {
    /// The price in ticks.
    pub price: i64,
    /// The quantity in lots.
    pub quantity: u64,
}

/// Both sides of an order book.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub struct OrderBook {
    /// The number of the update.
    pub sequence: u64,
    /// The instrument.
    pub instrument: u32,
    /// The levels of the buyers.
    pub bids: Seq<Level, 100>,
    /// The levels of the sellers.
    pub asks: Seq<Level, 100>,
}

/// One byte string.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(len = u64, borrow)]
pub struct Blob {
    /// The content.
    pub content: Bytes<MAX_BLOB>,
}

/// One sequence of integers.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(len = u64, borrow)]
pub struct Integers {
    /// The content.
    pub content: Seq<u64, 8192>,
}

const _: () = assert!(SwapEvent::MAX_SIZE == 84, "M1 has 84 bytes");

/// Returns numbers that look random. They are the same in every run.
fn numbers() -> impl Iterator<Item = u64> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    core::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    })
}

/// Returns an array of bytes that look random.
fn hash<const N: usize>() -> [u8; N] {
    let mut numbers = numbers();
    core::array::from_fn(|_| numbers.next().unwrap_or_default() as u8)
}

/// A trade.
#[must_use]
pub fn swap_event() -> SwapEvent {
    SwapEvent {
        timestamp: 1_700_000_000_123_456_789,
        pool_address: hash(),
        transaction: hash(),
        amount_in: 1_000_000_000_000_000_000,
        amount_out: 3_141_592_653,
        block: 18_600_123,
        index: 77,
    }
}

/// An order book with 50 levels on each side.
///
/// # Errors
///
/// Never fails, because 50 levels fit.
pub fn order_book() -> Result<OrderBook, TooLong> {
    let side = |step: i64| -> Vec<_> {
        let levels = (1..=50).zip(numbers());
        levels
            .map(|(i, number)| Level {
                price: step.wrapping_mul(i).wrapping_add(5_000_000),
                quantity: number >> 40,
            })
            .collect()
    };
    Ok(OrderBook {
        sequence: 987_654_321,
        instrument: 42,
        bids: side(-25).try_into()?,
        asks: side(25).try_into()?,
    })
}

/// A byte string of `len` bytes.
///
/// # Errors
///
/// Fails if `len` is larger than [`MAX_BLOB`].
pub fn blob(len: usize) -> Result<Blob, TooLong> {
    let content: Vec<_> = numbers().map(|number| number as u8).take(len).collect();
    Ok(Blob { content: content.try_into()? })
}

/// A sequence of integers with `len` bytes.
///
/// # Errors
///
/// Fails if `len` is larger than 64 KiB.
pub fn integers(len: usize) -> Result<Integers, TooLong> {
    Ok(Integers { content: numbers().take(len / 8).collect::<Vec<_>>().try_into()? })
}
