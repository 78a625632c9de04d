//! The ownership of a shard, from the first claim to the close.

use core::ptr::NonNull;

use super::mask::{CLOSED, free};
use super::{NOT_ACCOUNTED, Shard};
use crate::pool::origin::owner;
use crate::sync::Ordering;

impl Shard {
    /// Whether a claim would probably find a slot. The answer may be outdated when the caller uses it.
    pub(crate) fn looks_claimable(&self) -> bool {
        // Relaxed, both: a guess.
        self.origin.owner.load(Ordering::Relaxed) == owner::NONE
            && (self.stack_len() != 0
                || self.own.fresh.load(Ordering::Relaxed) < self.capacity
                || self.remote_len() != 0)
    }

    /// Makes the thread of `tag` the owner, unless the shard has one. `start` is the payload of slot 0.
    pub(crate) fn claim(&self, tag: usize, start: NonNull<u8>) -> bool {
        // Acquire: pairs with the Release in `abandon` (I1). Relaxed on failure: nothing is read.
        let claimed = self
            .origin
            .owner
            .compare_exchange(owner::NONE, tag, Ordering::Acquire, Ordering::Relaxed)
            .is_ok();
        if claimed {
            // Relaxed, all: the owner's cells (I1).
            self.own.start.store(start.as_ptr(), Ordering::Relaxed);
            if self.own.top.load(Ordering::Relaxed).is_null() {
                self.own.top.store(self.own.stack.as_ptr().cast_mut(), Ordering::Relaxed);
            }
        }
        claimed
    }

    /// Ends the ownership of the thread of `tag`. Returns the number of slots that the caller has to
    /// subtract from the outstanding count. It is zero unless the pool was closed while this thread
    /// released slots (I5).
    ///
    /// # Safety
    ///
    /// * The calling thread has the tag, claimed the shard and has not abandoned it;
    /// * the shard stays alive until the count is decremented.
    pub(crate) unsafe fn abandon(&self, tag: usize) -> usize {
        // Release on success: pairs with the Acquire in `claim` and in `close` (I1). Relaxed on failure:
        // the code below reads this thread's own cells, and `accounted`, which is one variable.
        let owner = &self.origin.owner;
        match owner.compare_exchange(tag, owner::NONE, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => 0,
            Err(_closed) => {
                // Final: this thread has seen `CLOSED`.
                let len = self.stack_len();
                // Relaxed: a number that both sides know; the outstanding count orders the accesses that
                // it stands for.
                let set = self.accounted.compare_exchange(
                    NOT_ACCOUNTED,
                    len,
                    Ordering::Relaxed,
                    Ordering::Relaxed,
                );
                set.err().map_or(0, |counted| len.wrapping_sub(counted))
            }
        }
    }

    /// Closes the shard and returns the number of free slots. From now on every release decrements the
    /// outstanding count for its own slot, with one exception.
    ///
    /// The owner may be in the middle of a release, between its load of `owner` and its store. Only a
    /// fence in every release could tell whether the close sees that store. So the close counts the slots
    /// that it sees on the owner's stack, whose number can only grow, and records the number. The owner
    /// subtracts the rest when it abandons the shard: at its exit, or when it next forgets closed pools.
    /// If the owner abandoned the shard before the close, the number that it left is final. `accounted`
    /// is set once, by whichever side comes first.
    pub(crate) fn close(&self) -> usize {
        // Acquire: pairs with the Release in `abandon` (I1).
        let _owner = self.origin.owner.swap(owner::CLOSED, Ordering::Acquire);
        // Acquire: pairs with the Release of every earlier `release_remote`, so that the
        // accesses of those tenants happen before the free.
        let remote = self.remote.mask.fetch_or(CLOSED, Ordering::Acquire);
        debug_assert!(remote & CLOSED == 0, "closed twice");
        // Slots in a drained mask are not free: their releases subtract them.
        let remote = free(remote).count_ones() as usize;
        // Acquire: pairs with the Release in `push`.
        let seen = self.stack_len();
        // Relaxed: see `abandon`.
        let set = self.accounted.compare_exchange(
            NOT_ACCOUNTED,
            seen,
            Ordering::Relaxed,
            Ordering::Relaxed,
        );
        let len = set.err().unwrap_or(seen);
        // Relaxed: no thread acquires any more, and every acquire with another handle happened before
        // that handle's drop.
        let fresh = usize::from(self.own.fresh.load(Ordering::Relaxed));
        debug_assert!(len.wrapping_add(remote) <= fresh, "I2: a slot is in two states");
        usize::from(self.capacity).wrapping_sub(fresh).wrapping_add(len).wrapping_add(remote)
    }
}
