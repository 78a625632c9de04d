//! Where a thread looks for a slot, from the nearest place to the farthest. The invariants are those of
//! [`thread`](super).

use core::ptr::NonNull;

use super::member::Ring;
use super::with_thread;
use crate::pool::away::Away;
use crate::pool::home::{Taken, owner_tag};
use crate::pool::shard::{Popped, Shard};
use crate::pool::shards::Shards;
use crate::pool::shared::Shared;
use crate::pool::storage::{Block, Storage};
use crate::size_class::SizeClass;

/// The part of a pool that a thread takes slots from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'pool> {
    pub(crate) id: u64,
    pub(crate) pool: NonNull<Shared>,
    pub(crate) away: NonNull<Away>,
    pub(crate) shards: &'pool Shards,
    pub(crate) storage: &'pool Storage,
    pub(crate) block: Block,
    pub(crate) clear: bool,
    /// How many shards a search looks at.
    pub(crate) limit: usize,
}

impl Source<'_> {
    fn class(&self) -> SizeClass {
        self.storage.class()
    }

    /// Takes a slot, wherever there is one that this thread may have: its own shards, shards without an
    /// owner, what was given back to other threads' shards.
    ///
    /// # Safety
    ///
    /// * The fields are those of one pool, which a handle keeps alive during the call.
    pub(crate) unsafe fn take(&self) -> Option<Taken> {
        let mut owns_all = false;
        let own = with_thread(|thread| {
            let tag = owner_tag(thread.id(), self.clear);
            let Some(member) = thread.member(self) else {
                // No memory for a member, or too late to have one.
                return self.take_and_give_up(tag);
            };
            let class = self.class().index();
            let ring = member.rings.get(class)?;
            // SAFETY: the pool is alive, by the caller's contract.
            let taken = unsafe { self.take_own(ring) }.or_else(|| self.claim_into(ring, tag));
            match taken {
                Some(taken) => thread.serve_from(self.id, class, taken.shard),
                None => owns_all = ring.len.get() == self.shards.len(),
            }
            taken
        });
        match own.flatten() {
            Some(popped) => Some(popped.into()),
            None if owns_all => None,
            None => self.steal(),
        }
    }

    /// # Safety
    ///
    /// * The ring is this thread's, of this pool and class; the pool is alive.
    unsafe fn take_own(&self, ring: &Ring) -> Option<Popped> {
        let first = ring.current.get()?;
        let mut shard = first;
        for _ in 0..self.limit {
            // SAFETY: alive, by the caller's contract.
            let this = unsafe { shard.as_ref() };
            // SAFETY: this thread's (I2).
            unsafe { this.collect() };
            // SAFETY: this thread's (I2).
            if let Some(taken) = unsafe { this.pop() } {
                ring.current.set(Some(shard));
                return Some(taken);
            }
            // SAFETY: this thread's (I2), and in the ring.
            shard = unsafe { this.next_own() };
            if shard == first {
                break;
            }
        }
        // The next search goes on where this one stopped.
        ring.current.set(Some(shard));
        let fresh = ring.fresh.get()?;
        // SAFETY: alive, by the caller's contract.
        let this = unsafe { fresh.as_ref() };
        // SAFETY: this thread's (I2).
        let taken = unsafe { this.carve() };
        ring.fresh.set(taken.map(|_| fresh));
        taken
    }

    /// Claims a shard that has a slot.
    fn claim(&self, tag: usize) -> Option<NonNull<Shard>> {
        self.shards.claim(tag, self.storage, self.block, self.limit)
    }

    /// Takes a slot of a shard that was just claimed.
    fn take_from(&self, shard: NonNull<Shard>) -> Option<Popped> {
        // SAFETY: one of `self.shards`.
        let this = unsafe { shard.as_ref() };
        // SAFETY: just claimed by this thread.
        unsafe { this.collect() };
        // SAFETY: as above.
        let listed = unsafe { this.pop() };
        // SAFETY: as above.
        listed.or_else(|| unsafe { this.carve() })
    }

    fn claim_into(&self, ring: &Ring, tag: usize) -> Option<Popped> {
        let shard = self.claim(tag)?;
        // SAFETY: one of `self.shards`.
        let this = unsafe { shard.as_ref() };
        // SAFETY: just claimed by this thread, which owns what is in its ring, too (I2).
        unsafe { this.join_ring(ring.current.get()) };
        ring.current.set(Some(shard));
        ring.fresh.set(Some(shard));
        ring.len.set(ring.len.get().saturating_add(1));
        self.take_from(shard)
    }

    /// Owns a shard for a moment.
    fn take_and_give_up(&self, tag: usize) -> Option<Popped> {
        let shard = self.claim(tag)?;
        let taken = self.take_from(shard);
        // SAFETY: one of `self.shards`.
        let this = unsafe { shard.as_ref() };
        // SAFETY: just claimed by this thread; the pool is not closed, so nothing is owed.
        unsafe { self.shards.give_up(this, tag) };
        taken
    }

    fn steal(&self) -> Option<Taken> {
        let (shard, slot) = self.shards.steal(self.limit)?;
        // SAFETY: the block is this storage's, and the slot one of its own.
        let payload = unsafe { self.storage.payload(self.block, shard.number(slot)) };
        Some(Taken::new(NonNull::from(shard).cast(), slot, payload))
    }
}
