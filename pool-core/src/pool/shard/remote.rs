//! Operations on the remote mask by threads other than the owner: releasing and stealing.

use core::ptr::NonNull;

use super::{CLOSED, SLOTS, Shard};
use crate::sync::Ordering;

impl Shard {
    /// Releases a slot on a thread that is not the owner, and returns whether the pool has been closed.
    /// If it has not, the pool may be gone when this returns.
    ///
    /// # Safety
    ///
    /// * The slot at `index` of this shard is in use, not accessed any more, and released by this call
    ///   only.
    #[inline]
    pub(crate) unsafe fn release_remote(shard: NonNull<Self>, index: u8) -> bool {
        debug_assert!(usize::from(index) < SLOTS);
        let bit = 1_u64 << (index % 64);
        // SAFETY: the slot is in use, so the pool is alive.
        let mask = unsafe { &(*shard.as_ptr()).remote.mask };
        // Release: pairs with the Acquire in `collect` and `steal`, for the next tenant, and with the
        // one in `close`, for the thread that frees the pool. An addition, because it is one instruction
        // that returns the previous value, and the bit is not set (I2).
        let before = mask.fetch_add(bit, Ordering::Release);
        debug_assert!(before & bit == 0, "I2: a free slot was released");
        before & CLOSED != 0
    }

    /// Takes a slot from the remote mask, and returns its index.
    pub(crate) fn steal(&self) -> Option<u8> {
        // Relaxed: picks a candidate; the `fetch_and` decides.
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
