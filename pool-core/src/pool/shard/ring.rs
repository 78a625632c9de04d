//! The ring of the shards of one class that a thread owns.

use core::ptr::{self, NonNull};

use super::Shard;
use crate::sync::Ordering;

impl Shard {
    /// The next shard in the owner's ring.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive and in its ring.
    pub(crate) unsafe fn next_own(&self) -> NonNull<Self> {
        NonNull::new(self.own.next_own.load(Ordering::Relaxed)).unwrap_or(NonNull::from(self))
    }

    /// Removes the shard after this one from the owner's ring.
    ///
    /// # Safety
    ///
    /// * The calling thread owns this shard and the one after it, which are alive, in one ring, and not the
    ///   same.
    pub(crate) unsafe fn remove_next(&self) {
        // SAFETY: by the caller's contract.
        let next = unsafe { self.next_own() };
        // SAFETY: alive, by the caller's contract.
        let next = unsafe { &next.as_ref().own.next_own };
        self.own.next_own.store(next.load(Ordering::Relaxed), Ordering::Relaxed);
    }

    /// Inserts this shard after `before` in the owner's ring, or makes a ring of this shard alone.
    ///
    /// # Safety
    ///
    /// * The calling thread owns both shards, which are alive.
    pub(crate) unsafe fn join_ring(&self, before: Option<NonNull<Self>>) {
        let mine = ptr::from_ref(self).cast_mut();
        let next = before.map_or(mine, |before| {
            // SAFETY: alive, by the caller's contract.
            let before = unsafe { &before.as_ref().own.next_own };
            let next = before.load(Ordering::Relaxed);
            before.store(mine, Ordering::Relaxed);
            next
        });
        self.own.next_own.store(next, Ordering::Relaxed);
    }
}
