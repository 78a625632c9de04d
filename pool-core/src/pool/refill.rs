//! Refilling the fast path: the places where a thread finds a slot of a sharded class, from the nearest to
//! the farthest. The invariants are those of [`membership`](super::membership).

use core::ptr::NonNull;

use super::membership::Ring;
use super::origin::RawSlot;
use super::outstanding::Outstanding;
use super::shard::{Shard, ShardSlot};
use super::shards::Shards;
use crate::storage::{Block, Storage};

/// The number of shards that a thread visits in vain before it drains them, unless most are drained already. A
/// drained shard costs its next release as much as about twenty visits, so a class that is exhausted only now and
/// then should not be drained. A model drains after a few searches.
const PATIENCE: usize = if cfg!(loom) { 4 } else { 512 };

/// The slots of a sharded class of one pool, which a handle keeps alive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refill<'pool> {
    pub(super) shards: &'pool Shards,
    pub(super) storage: &'pool Storage,
    pub(super) outstanding: &'pool Outstanding,
    pub(super) block: Block,
    /// The maximum number of shards that each search visits.
    pub(super) limit: usize,
}

impl Refill<'_> {
    /// Takes a slot of a shard that the thread owns.
    ///
    /// # Safety
    ///
    /// * The ring is this thread's, of this pool and class; the pool is alive.
    pub(super) unsafe fn take_owned(&self, ring: &Ring) -> Option<ShardSlot> {
        let first = ring.current.get()?;
        let mut shard = first;
        for _ in 0..self.limit {
            // SAFETY: alive, by the caller's contract.
            let this = unsafe { shard.as_ref() };
            // SAFETY: this thread's (I2).
            unsafe { this.collect() };
            // SAFETY: this thread's (I2).
            if let Some(slot) = unsafe { this.pop() } {
                ring.current.set(Some(shard));
                return Some(slot);
            }
            // SAFETY: this thread's (I2), and in the ring.
            shard = unsafe { this.next_own() };
            if shard == first {
                break;
            }
        }
        // The next search continues where this one stopped.
        ring.current.set(Some(shard));
        let fresh = ring.fresh.get()?;
        // SAFETY: alive, by the caller's contract.
        let this = unsafe { fresh.as_ref() };
        // SAFETY: this thread's (I2).
        let slot = unsafe { this.take_fresh() };
        ring.fresh.set(slot.map(|_| fresh));
        slot
    }

    /// Claims a shard without an owner, adds it to the ring and takes a slot of it.
    ///
    /// # Safety
    ///
    /// * The ring is this thread's, of this pool and class, and `tag` is this thread's.
    pub(super) unsafe fn claim_into(&self, ring: &Ring, tag: usize) -> Option<ShardSlot> {
        // Again, if another thread stole the slot that made the shard worth a claim.
        while let Some(shard) = self.claim(tag) {
            // SAFETY: one of `self.shards`.
            let this = unsafe { shard.as_ref() };
            // SAFETY: just claimed by this thread, which also owns the shards in its ring (I2).
            unsafe { this.join_ring(ring.current.get()) };
            ring.current.set(Some(shard));
            ring.fresh.set(Some(shard));
            ring.len.set(ring.len.get().saturating_add(1));
            // SAFETY: just claimed by this thread.
            if let Some(slot) = unsafe { self.take_claimed(shard) } {
                return Some(slot);
            }
        }
        None
    }

    /// Counts a search that found nothing. If this thread searched in vain for long enough, drains the shards that
    /// it visited, and gives up its own. Returns whether it gave up any.
    ///
    /// # Safety
    ///
    /// * The ring is this thread's, of this pool and class, and `tag` is this thread's; the pool is alive.
    pub(super) unsafe fn drain(&self, ring: &Ring, tag: usize) -> bool {
        let open = self.shards.open();
        let visits = ring.len.get().saturating_add(open);
        let in_vain = ring.in_vain.get().saturating_add(visits.min(self.limit));
        ring.in_vain.set(in_vain);
        let mostly_drained = open < self.shards.len() / 2;
        if visits == 0 || (in_vain < PATIENCE && !mostly_drained) {
            return false;
        }
        ring.in_vain.set(0);
        // SAFETY: by the caller's contract.
        let gave_up = unsafe { self.give_up(ring, tag) };
        self.shards.drain(self.limit, self.outstanding);
        gave_up
    }

    /// Gives up the empty ones of the thread's shards. Returns whether there were any.
    ///
    /// # Safety
    ///
    /// * As for [`drain`](Self::drain).
    unsafe fn give_up(&self, ring: &Ring, tag: usize) -> bool {
        // A search that found nothing left no fresh slots.
        ring.fresh.set(None);
        let before = ring.len.get();
        for _ in 0..before.min(self.limit) {
            let Some(current) = ring.current.get() else { break };
            // SAFETY: alive, by the caller's contract.
            let this = unsafe { current.as_ref() };
            // SAFETY: this thread's (I2), and in the ring.
            let next = unsafe { this.next_own() };
            // Removed first: its next owner will write its place in a ring.
            if next == current {
                ring.current.set(None);
            } else {
                // SAFETY: both are this thread's (I2), and in the ring.
                unsafe { this.remove_next() };
            }
            // SAFETY: alive, by the caller's contract.
            let removed = unsafe { next.as_ref() };
            // SAFETY: this thread's (I2), which has the tag.
            if unsafe { self.shards.give_up(removed, tag) } {
                ring.len.set(ring.len.get().saturating_sub(1));
            } else {
                // SAFETY: still this thread's, as those in the ring are (I2).
                unsafe { removed.join_ring(ring.current.get()) };
                ring.current.set(Some(next));
            }
        }
        ring.len.get() != before
    }

    /// Takes a slot of a shard that the thread owns only for the duration of this call.
    ///
    /// # Safety
    ///
    /// * `tag` is this thread's.
    pub(super) unsafe fn claim_briefly(&self, tag: usize) -> Option<ShardSlot> {
        let shard = self.claim(tag)?;
        // SAFETY: just claimed by this thread.
        let slot = unsafe { self.take_claimed(shard) };
        // SAFETY: one of `self.shards`.
        let this = unsafe { shard.as_ref() };
        // SAFETY: just claimed by this thread; the pool is not closed, so no slot is owed.
        unsafe { self.shards.abandon(this, tag, self.outstanding) };
        slot
    }

    /// Takes a slot from the remote mask of another thread's shard.
    pub(super) fn steal(&self) -> Option<RawSlot> {
        let (shard, index) = self.shards.steal(self.limit)?;
        // SAFETY: the block is this storage's, and the slot is one of its slots.
        let payload = unsafe { self.storage.payload(self.block, shard.number(index)) };
        Some(RawSlot::new(NonNull::from(shard).cast(), index, payload))
    }

    /// Claims a shard that probably has a free slot.
    fn claim(&self, tag: usize) -> Option<NonNull<Shard>> {
        self.shards.claim(tag, self.storage, self.block, self.limit)
    }

    /// Takes a slot of a shard that was just claimed.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, one of `self.shards`.
    unsafe fn take_claimed(&self, shard: NonNull<Shard>) -> Option<ShardSlot> {
        // SAFETY: one of `self.shards`.
        let this = unsafe { shard.as_ref() };
        // SAFETY: the caller owns the shard.
        unsafe { this.collect() };
        // SAFETY: as above.
        let listed = unsafe { this.pop() };
        // SAFETY: as above.
        listed.or_else(|| unsafe { this.take_fresh() })
    }
}
