//! Operations on the remote mask by threads other than the owner: releasing and stealing.

use core::ptr::NonNull;

use super::Shard;
use super::mask::{CLOSED, DRAINED, RemoteRelease, SLOTS, free};
use crate::sync::Ordering;

impl Shard {
    /// Releases a slot on a thread that is not the owner. Unless the result is [`RemoteRelease::Free`], the slot
    /// is still in use: see [`drained`](super::drained). If it is, the pool may be gone when this returns.
    ///
    /// # Safety
    ///
    /// * The slot at `index` of this shard is in use, not accessed any more, and released by this call
    ///   only.
    #[inline]
    pub(crate) unsafe fn release_remote(shard: NonNull<Self>, index: u8) -> RemoteRelease {
        debug_assert!(usize::from(index) < SLOTS);
        let bit = 1_u64 << (index % 64);
        // SAFETY: the slot is in use, so the pool is alive.
        let mask = unsafe { &(*shard.as_ptr()).remote.mask };
        // Release: pairs with the Acquire in `collect` and `steal`, for the next tenant, and with the
        // one in `close`, for the thread that frees the pool. Acquire: pairs with the Release of the thread
        // that reopened the shard, so that whoever knows of this release sees the shard counted as open. An
        // addition, because it is one instruction that returns the previous value, and the bit is not set
        // (I2).
        let before = mask.fetch_add(bit, Ordering::AcqRel);
        debug_assert!(before & bit == 0, "I2: a free slot was released");
        match before {
            0..DRAINED => RemoteRelease::Free,
            DRAINED..CLOSED => RemoteRelease::Drained,
            CLOSED.. => RemoteRelease::Closed,
        }
    }

    /// Takes a slot from the remote mask, and returns its index.
    pub(crate) fn steal(&self) -> Option<u8> {
        // Relaxed: picks a candidate; the exchange decides.
        let mut seen = self.remote.mask.load(Ordering::Relaxed);
        while free(seen) != 0 {
            let bit = seen & seen.wrapping_neg();
            // Acquire: pairs with the Release in `release_remote` (I3). Relaxed on failure: picks another
            // candidate.
            let stolen = self.remote.mask.compare_exchange_weak(
                seen,
                seen & !bit,
                Ordering::Acquire,
                Ordering::Relaxed,
            );
            match stolen {
                Ok(_) => {
                    // Relaxed: a statistic.
                    self.remote.stolen.fetch_add(1, Ordering::Relaxed);
                    return Some(bit.trailing_zeros() as u8);
                }
                Err(now) => seen = now,
            }
        }
        None
    }
}
