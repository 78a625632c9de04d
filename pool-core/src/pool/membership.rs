//! A thread's record of one pool: the shards that it owns, in one ring per class.
//!
//! # Invariants
//!
//! * I1: a `Membership` is made, linked, used and freed by its own thread.
//! * I2: the shards in a membership's rings are owned by its thread, or were closed with their pool.
//! * I3: a membership holds one reference to its pool's `Outstanding`. Its pool and its shards may be
//!   gone. Only a thread that has a handle of that pool, or has entered `Outstanding`, may access them.
//!   Pool ids are never reused, so a membership of a dead pool is not mistaken for one of a living pool.

use core::cell::Cell;
use core::ptr::NonNull;

use super::origin::PoolHeader;
use super::outstanding::Outstanding;
use super::shard::Shard;
use super::shards::Shards;
use crate::size_class::SizeClass;

/// A thread's shards of one class.
#[derive(Debug, Default)]
pub(super) struct Ring {
    /// The shard that served last, in a ring of all that the thread owns (I2).
    pub(super) current: Cell<Option<NonNull<Shard>>>,
    /// The shard that was claimed last: the only one that may have fresh slots.
    pub(super) fresh: Cell<Option<NonNull<Shard>>>,
    /// The number of shards in the ring.
    pub(super) len: Cell<usize>,
    /// The number of shards visited in vain since the last time that the thread drained them.
    pub(super) in_vain: Cell<usize>,
}

/// A thread's record of one pool.
#[derive(Debug)]
pub(crate) struct Membership {
    pub(super) pool_id: u64,
    pub(super) pool: NonNull<PoolHeader>,
    /// I3.
    pub(super) outstanding: NonNull<Outstanding>,
    pub(super) rings: [Ring; SizeClass::SHARDED],
    pub(super) next: Cell<*const Membership>,
}

/// The size of a membership, in bytes. A thread allocates one for each pool that it uses.
pub(crate) const BYTES: usize = size_of::<Membership>();

impl Membership {
    /// Abandons the shards of one class, and returns the number of slots that the caller has to subtract
    /// from the outstanding count.
    ///
    /// # Safety
    ///
    /// * `shards` are those of this membership's pool and of `class`, and stay alive.
    pub(super) unsafe fn abandon(&self, class: usize, shards: &Shards, tag: usize) -> usize {
        let Some(ring) = self.rings.get(class) else { return 0 };
        ring.fresh.set(None);
        ring.len.set(0);
        let Some(first) = ring.current.take() else { return 0 };
        // SAFETY: the membership's reference keeps it alive (I3).
        let outstanding = unsafe { self.outstanding.as_ref() };
        let mut owed = 0_usize;
        let mut shard = first;
        loop {
            // SAFETY: alive, by the caller's contract.
            let this = unsafe { shard.as_ref() };
            // SAFETY: this thread's (I2), and in the ring. Read first: the next owner will write it.
            shard = unsafe { this.next_own() };
            // SAFETY: this thread's (I2), and not abandoned before: it was in the ring.
            owed = owed.wrapping_add(unsafe { shards.abandon(this, tag, outstanding) });
            if shard == first {
                return owed;
            }
        }
    }
}
