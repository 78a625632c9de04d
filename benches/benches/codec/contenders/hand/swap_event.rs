//! 84 fixed bytes.

use super::{ByHand, fixed, part};
use crate::plain::SwapEvent;

/// The borrowed form.
pub(crate) struct SwapEventRef<'a> {
    timestamp: u64,
    pool_address: &'a [u8; 20],
    transaction: &'a [u8; 32],
    amount_in: u64,
    amount_out: u64,
    block: u32,
    index: u32,
}

benches::sum_swap_event!(SwapEventRef<'_>);

impl SwapEvent {
    #[inline(always)]
    fn to_bytes(&self) -> [u8; 84] {
        let mut out = [0; 84];
        out[..8].copy_from_slice(&self.timestamp.to_le_bytes());
        out[8..28].copy_from_slice(&self.pool_address);
        out[28..60].copy_from_slice(&self.transaction);
        out[60..68].copy_from_slice(&self.amount_in.to_le_bytes());
        out[68..76].copy_from_slice(&self.amount_out.to_le_bytes());
        out[76..80].copy_from_slice(&self.block.to_le_bytes());
        out[80..].copy_from_slice(&self.index.to_le_bytes());
        out
    }
}

impl ByHand for SwapEvent {
    type Ref<'a> = SwapEventRef<'a>;

    fn encoded_len(&self) -> usize {
        84
    }

    #[inline(always)]
    fn encode(&self, out: &mut [u8]) -> Option<usize> {
        *out.first_chunk_mut()? = self.to_bytes();
        Some(84)
    }

    #[inline(always)]
    fn append(&self, out: &mut Vec<u8>) -> Option<()> {
        out.extend_from_slice(&self.to_bytes());
        Some(())
    }

    #[inline(always)]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 84] = bytes.try_into().ok()?;
        Some(Self {
            timestamp: u64::from_le_bytes(*part(bytes, 0)),
            pool_address: *part(bytes, 8),
            transaction: *part(bytes, 28),
            amount_in: u64::from_le_bytes(*part(bytes, 60)),
            amount_out: u64::from_le_bytes(*part(bytes, 68)),
            block: u32::from_le_bytes(*part(bytes, 76)),
            index: u32::from_le_bytes(*part(bytes, 80)),
        })
    }

    #[inline(always)]
    fn refill(&mut self, bytes: &[u8]) -> Option<()> {
        *self = Self::decode(bytes)?;
        Some(())
    }

    #[inline(always)]
    fn borrow(mut bytes: &[u8]) -> Option<(SwapEventRef<'_>, &[u8])> {
        let run: &[u8; 84] = fixed(&mut bytes)?;
        let borrowed = SwapEventRef {
            timestamp: u64::from_le_bytes(*part(run, 0)),
            pool_address: part(run, 8),
            transaction: part(run, 28),
            amount_in: u64::from_le_bytes(*part(run, 60)),
            amount_out: u64::from_le_bytes(*part(run, 68)),
            block: u32::from_le_bytes(*part(run, 76)),
            index: u32::from_le_bytes(*part(run, 80)),
        };
        Some((borrowed, bytes))
    }
}
