//! What other threads than the owner do with a shard's slots.

use core::ptr::NonNull;

use super::{CLOSED, SLOTS, Shard};
use crate::sync::Ordering;

impl Shard {
    /// Gives a slot back on another thread, and returns whether the pool has been closed. If it has
    /// not, the pool may be gone when this returns.
    ///
    /// # Safety
    ///
    /// * `slot` of this shard is out, not accessed any more, and released by this call only.
    #[inline]
    pub(crate) unsafe fn release_remote(shard: NonNull<Self>, slot: u8) -> bool {
        debug_assert!(usize::from(slot) < SLOTS);
        let bit = 1_u64 << (slot % 64);
        // SAFETY: the slot is out, so the pool is alive.
        let mask = unsafe { &(*shard.as_ptr()).remote.mask };
        // Release: pairs with the Acquire in `collect` and `steal`, for the next tenant, and with the
        // one in `close`, for whoever frees. An addition, because it is one instruction that returns
        // what was there, and the bit is not set (I2).
        let before = mask.fetch_add(bit, Ordering::Release);
        debug_assert!(before & bit == 0, "I2: a slot that was free was released");
        before & CLOSED != 0
    }

    /// Takes a slot that was given back to another thread's shard.
    pub(crate) fn steal(&self) -> Option<u8> {
        // Relaxed: only picks a candidate; the `fetch_and` decides.
        let mut seen = self.remote.mask.load(Ordering::Relaxed);
        while seen != 0 {
            let bit = seen & seen.wrapping_neg();
            // Acquire: pairs with the Release in `release_remote` (I3).
            seen = self.remote.mask.fetch_and(!bit, Ordering::Acquire);
            if seen & bit != 0 {
                // Relaxed: a statistic.
                self.remote.stolen.fetch_add(1, Ordering::Relaxed);
                return Some(bit.trailing_zeros() as u8);
            }
        }
        None
    }
}
