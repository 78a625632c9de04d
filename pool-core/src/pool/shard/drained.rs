//! Drained shards: those in whose mask a search found nothing, so that the next search need not look.
//!
//! A thread marks an empty mask as `DRAINED`. The next release by `fetch_add` finds the mark in the result,
//! and tells the searches before it is over. It may touch the pool for that, although its slot's bit is set
//! already, because a slot whose bit joins a marked mask stays in use:
//!
//! ```text
//!    mask               its slots                who releases there
//!    no mark            free                     touches nothing after the fetch_add
//!    DRAINED            in use: nobody takes     reopens the mask, subtracts its slot
//!      `- reopened      free: added to the       from the outstanding count
//!                       outstanding count
//!    CLOSED             in use                   subtracts its slot
//! ```
//!
//! So a release that saw a mark keeps the pool alive until it subtracts its slot, as after a close. Each slot
//! that joins a marked mask is added once, by the thread that removes the mark, or never, if the pool closes
//! first; the close does not count it as free. It is subtracted once, by its release.

use super::Shard;
use super::mask::{CLOSED, DRAINED, Drained};
use crate::pool::outstanding::Outstanding;
use crate::sync::Ordering;

impl Shard {
    /// Marks the mask as drained, if no slot is in it.
    pub(crate) fn drain(&self) -> Drained {
        // Acquire: pairs with the Release in `reopen`, so that the caller sees what an owner that abandoned the
        // shard left in it, and for I1 of `open_shards`. Relaxed on failure: nothing else is read.
        match self.remote.mask.compare_exchange(0, DRAINED, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => Drained::Now,
            Err(DRAINED) => Drained::Before,
            Err(_) => Drained::No,
        }
    }

    /// Whether the mask is not marked. If it is not, the next [`drain`](Self::drain) sees what the calling thread
    /// did before this.
    pub(crate) fn is_open(&self) -> bool {
        // A read-modify-write, although it changes nothing: either the next `drain` reads from it, or it sees the
        // mark. Release: pairs with the Acquire in `drain`. Acquire: pairs with the Release in `reopen`, as in
        // `release_remote`.
        self.remote.mask.fetch_or(0, Ordering::AcqRel) & DRAINED == 0
    }

    /// Removes the mark, and adds the slots that this frees to the outstanding count. Returns `false` if there
    /// is no mark, or if the pool has been closed.
    ///
    /// The caller keeps the pool alive, by a part of the outstanding count or by a handle.
    pub(crate) fn reopen(&self, outstanding: &Outstanding) -> bool {
        // Acquire, here and on failure: pairs with the Release below, so that whoever knows of a slot sees the
        // shard counted as open, by whichever thread reopened it.
        let mut seen = self.remote.mask.load(Ordering::Acquire);
        while seen & (DRAINED | CLOSED) == DRAINED {
            let freed = (seen & !DRAINED).count_ones() as usize;
            // First: from the exchange on, the slots can be taken and released again.
            outstanding.add(freed);
            // Release: pairs with the Acquire in `drain`, in `release_remote` and above. An exchange, because the
            // slots have to be those that were added.
            let exchange = self.remote.mask.compare_exchange(
                seen,
                seen & !DRAINED,
                Ordering::AcqRel,
                Ordering::Acquire,
            );
            match exchange {
                Ok(_) => return true,
                Err(now) => seen = now,
            }
            let last = outstanding.decrement(freed);
            debug_assert!(!last, "the caller keeps the pool alive");
        }
        false
    }

    /// Whether the owner has taken every slot of its own: none is on the stack, and none is fresh.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    pub(crate) unsafe fn is_used_up(&self) -> bool {
        self.stack_len() == 0 && self.own.fresh.load(Ordering::Relaxed) >= self.capacity
    }
}
