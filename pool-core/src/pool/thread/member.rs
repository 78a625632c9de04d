//! What a thread knows of one pool. The invariants are those of [`thread`](super).

use core::cell::Cell;
use core::ptr::NonNull;

use crate::pool::away::Away;
use crate::pool::shard::Shard;
use crate::pool::shards::Shards;
use crate::pool::shared::Shared;
use crate::size_class::SizeClass;

/// A thread's shards of one class.
#[derive(Debug, Default)]
pub(super) struct Ring {
    /// The one that served last, in a ring of all that it owns (I2).
    pub(super) current: Cell<Option<NonNull<Shard>>>,
    /// The one that was claimed last: the only one that may have slots that were never handed out.
    pub(super) fresh: Cell<Option<NonNull<Shard>>>,
    /// How many there are.
    pub(super) len: Cell<usize>,
}

/// What a thread knows of one pool.
#[derive(Debug)]
pub(crate) struct Member {
    pub(super) pool: u64,
    pub(super) shared: NonNull<Shared>,
    /// I3.
    pub(super) away: NonNull<Away>,
    pub(super) rings: [Ring; SizeClass::SHARDED],
    pub(super) next: Cell<*const Member>,
}

/// What the record of a pool takes, once for each thread that uses the pool.
pub(crate) const BYTES_PER_POOL: usize = size_of::<Member>();

impl Member {
    /// Gives back every shard, if the pool is still there.
    pub(super) fn give_up_all(&self, id: usize) {
        // SAFETY: the member's reference keeps it alive (I3).
        if !unsafe { self.away.as_ref() }.enter() {
            return;
        }
        // SAFETY: entered, so the pool is alive.
        let owed = unsafe { self.shared.as_ref() }.give_up_shards(self, id);
        // SAFETY: alive; the tokens are this visit's and those of slots that this thread released.
        unsafe { Shared::come_home(self.shared, owed.wrapping_add(1)) };
    }

    /// Gives back the shards of one class, and returns how many slots are owed to `Away`.
    ///
    /// # Safety
    ///
    /// * `shards` are those of this member's pool and of `class`, and stay alive.
    pub(crate) unsafe fn give_up(&self, class: usize, shards: &Shards, tag: usize) -> usize {
        let Some(ring) = self.rings.get(class) else { return 0 };
        ring.fresh.set(None);
        ring.len.set(0);
        let Some(first) = ring.current.take() else { return 0 };
        let mut owed = 0_usize;
        let mut shard = first;
        loop {
            // SAFETY: alive, by the caller's contract.
            let this = unsafe { shard.as_ref() };
            // SAFETY: this thread's (I2), and in the ring. Read first: the next owner will write it.
            shard = unsafe { this.next_own() };
            // SAFETY: this thread's (I2), and not given up before: it was in the ring.
            owed = owed.wrapping_add(unsafe { shards.give_up(this, tag) });
            if shard == first {
                return owed;
            }
        }
    }
}
