//! Whose a shard is, from the first claim to the close.

use core::ptr::NonNull;

use super::{CLOSED, NOT_YET, Shard};
use crate::pool::home::owner;
use crate::sync::Ordering;

impl Shard {
    /// Whether a claim would find a slot, at a glance that may be wrong by the time it is used.
    pub(crate) fn looks_claimable(&self) -> bool {
        // Relaxed, both: a guess.
        self.home.owner.load(Ordering::Relaxed) == owner::NONE
            && (self.kept() != 0
                || self.own.fresh.load(Ordering::Relaxed) < self.capacity
                || self.given_back() != 0)
    }

    /// Makes the thread of `tag` the owner, if there is none. `start` is the payload of slot 0.
    pub(crate) fn claim(&self, tag: usize, start: NonNull<u8>) -> bool {
        // Acquire: pairs with the Release in `give_up` (I1). Relaxed: nothing is read.
        let claimed = self
            .home
            .owner
            .compare_exchange(owner::NONE, tag, Ordering::Acquire, Ordering::Relaxed)
            .is_ok();
        if claimed {
            // Relaxed, all: the owner's (I1).
            self.own.start.store(start.as_ptr(), Ordering::Relaxed);
            if self.own.top.load(Ordering::Relaxed).is_null() {
                self.own.top.store(self.own.stack.as_ptr().cast_mut(), Ordering::Relaxed);
            }
        }
        claimed
    }

    /// Ends the ownership of the thread of `tag`. Returns how many slots it has to bring home, which is
    /// zero unless the pool was closed while it released (I5).
    ///
    /// # Safety
    ///
    /// * The calling thread has the tag, claimed the shard and has not given it up;
    /// * the shard stays alive until the slots are brought home.
    pub(crate) unsafe fn give_up(&self, tag: usize) -> usize {
        // Release on success: pairs with the Acquire in `claim` and in `close` (I1). Relaxed on failure:
        // what follows reads this thread's own cells, and `accounted`, which is one variable.
        let owner = &self.home.owner;
        match owner.compare_exchange(tag, owner::NONE, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => 0,
            Err(_closed) => {
                // Final: this thread has seen `CLOSED`.
                let kept = self.kept();
                // Relaxed: a number that both sides have; what it stands for is ordered by `away`.
                let met = self.accounted.compare_exchange(
                    NOT_YET,
                    kept,
                    Ordering::Relaxed,
                    Ordering::Relaxed,
                );
                met.err().map_or(0, |counted| kept.wrapping_sub(counted))
            }
        }
    }

    /// Closes the shard and returns how many slots were home. Every release from here on brings its own
    /// slot home, with one exception.
    ///
    /// The owner may be in the middle of a release, between its look at `owner` and its store. Whether
    /// that store is seen here cannot be told without a fence in every release. So the close counts the
    /// slots that it sees with the owner, which only become more, writes the number down, and the owner
    /// brings the rest home when it gives the shard up: at its exit, or when it next looks through its
    /// pools. If it did that before, the number it left is final. `accounted` is set once, by whoever
    /// is first.
    pub(crate) fn close(&self) -> usize {
        // Acquire: pairs with the Release in `give_up` (I1).
        let _owner = self.home.owner.swap(owner::CLOSED, Ordering::Acquire);
        // Acquire: pairs with the Release of every earlier `release_remote`, so that what those
        // tenants did happens before the free.
        let given_back = self.remote.mask.fetch_or(CLOSED, Ordering::Acquire);
        debug_assert!(given_back & CLOSED == 0, "closed twice");
        let given_back = given_back.count_ones() as usize;
        // Acquire: pairs with the Release in `push`.
        let seen = self.kept();
        // Relaxed: see `give_up`.
        let met =
            self.accounted.compare_exchange(NOT_YET, seen, Ordering::Relaxed, Ordering::Relaxed);
        let kept = met.err().unwrap_or(seen);
        // Relaxed: nobody acquires any more, and what was acquired with another handle happened
        // before that handle's drop.
        let fresh = usize::from(self.own.fresh.load(Ordering::Relaxed));
        debug_assert!(kept.wrapping_add(given_back) <= fresh, "I2: a slot is in two places");
        usize::from(self.capacity).wrapping_sub(fresh).wrapping_add(kept).wrapping_add(given_back)
    }
}
