//! The shards of one class, and the search for one to claim or to steal from.
//!
//! A search that finds no slot would have to visit every shard, so a class that stays exhausted would make each
//! refusal cost as much as the class is large. Therefore a thread that searched in vain several times marks the
//! shards as drained, and gives up its own that are empty: those have no owner then, so that a release by the same
//! thread goes through the mask, too. While all are drained, a search ends at once. A release that finds its shard
//! drained reopens it, and so does a thread that abandons it.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::iter;
use core::ops::Range;
use core::ptr::NonNull;

use super::open_shards::{self, OpenShards};
use super::origin::PoolHeader;
use super::outstanding::Outstanding;
use super::shard::{Drained, SLOTS, Shard, ShardCounts};
use crate::size_class::SizeClass;
use crate::storage::{Block, Storage};
use crate::sync::{AtomicUsize, Ordering};

/// The minimum number of shards of a class that has as many slots, so that as many threads can own one
/// each. Models have fewer shards, so that a shard has more than one slot.
const MIN_SHARDS: usize = if cfg!(loom) { 2 } else { 8 };

/// The number of shards of a class of `capacity` slots, and the number of slots in each. The last shard
/// may have fewer.
const fn split(capacity: usize) -> (usize, usize) {
    let least = if capacity < MIN_SHARDS { capacity } else { MIN_SHARDS };
    let wanted = capacity.div_ceil(SLOTS);
    let shards = if wanted > least { wanted } else { least };
    if shards == 0 {
        return (0, 0);
    }
    let each = capacity.div_ceil(shards);
    (capacity.div_ceil(each), each)
}

/// The size of the shards for `capacity` slots, in bytes.
pub(crate) const fn bytes(capacity: usize) -> usize {
    let shards = split(capacity).0;
    shards.saturating_mul(size_of::<Shard>()).saturating_add(open_shards::bytes(shards))
}

/// All shards of one class.
#[derive(Debug)]
pub(crate) struct Shards {
    shards: Box<[Shard]>,
    /// The number of slots in each, except the last.
    each: usize,
    /// The shards that are not drained.
    open: OpenShards,
    /// The number of shards without an owner. A hint that can save a search: it lags behind the owners.
    unowned: AtomicUsize,
    /// The position at which the next search starts. Any value is correct.
    cursor: AtomicUsize,
}

impl Shards {
    /// Makes shards for `capacity` slots, or returns `None` if there is no memory for them.
    pub(crate) fn try_new(
        pool: NonNull<PoolHeader>,
        class: SizeClass,
        capacity: usize,
        clear: bool,
    ) -> Option<Self> {
        let (count, each) = split(capacity);
        let mut shards = Vec::new();
        shards.try_reserve_exact(count).ok()?;
        for index in 0..count {
            let first = index.wrapping_mul(each);
            let slots = capacity.saturating_sub(first).min(each);
            shards.push(Shard::new(pool, class, clear, first, slots));
        }
        Some(Self {
            shards: shards.into_boxed_slice(),
            each,
            open: OpenShards::try_new(count)?,
            unowned: AtomicUsize::new(count),
            cursor: AtomicUsize::new(0),
        })
    }

    /// The number of shards.
    pub(crate) fn len(&self) -> usize {
        self.shards.len()
    }

    /// The number of shards that are not drained, or more. If it is zero, no shard without an owner and no remote
    /// mask has a free slot, except those whose release is not over.
    #[inline]
    pub(crate) fn open(&self) -> usize {
        self.open.len()
    }

    /// At most `limit` shards, from the cursor on, with their positions. Groups of shards that are all drained are
    /// skipped.
    fn search(&self, limit: usize) -> impl Iterator<Item = (usize, &Shard)> {
        // Relaxed: any value is correct.
        let cursor = self.cursor.load(Ordering::Relaxed).min(self.len());
        let limit = if self.open() == 0 { 0 } else { limit };
        let positions = self.open_in(cursor..self.len()).chain(self.open_in(0..cursor));
        positions.take(limit).filter_map(|position| Some((position, self.shards.get(position)?)))
    }

    /// The positions in `range` that are in groups with an open shard.
    fn open_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut next = range.start;
        iter::from_fn(move || {
            let position = self.open.skip(next);
            next = position.wrapping_add(1);
            (position < range.end).then_some(position)
        })
    }

    /// The position of a shard.
    fn position(&self, shard: &Shard) -> usize {
        (shard.number(0) as usize).checked_div(self.each).unwrap_or(0)
    }

    /// Makes the thread of `tag` the owner of a shard that has no owner and probably has a free slot.
    /// Searches at most `limit` shards.
    pub(crate) fn claim(
        &self,
        tag: usize,
        storage: &Storage,
        block: Block,
        limit: usize,
    ) -> Option<NonNull<Shard>> {
        // Relaxed: a hint.
        if self.unowned.load(Ordering::Relaxed) == 0 {
            return None;
        }
        for (position, shard) in self.search(limit) {
            if !shard.looks_claimable() {
                continue;
            }
            // SAFETY: the block is this storage's, and slot 0 of a shard is one of its slots.
            let start = unsafe { storage.payload(block, shard.number(0)) };
            if shard.claim(tag, start) {
                // Relaxed: hints.
                self.unowned.fetch_sub(1, Ordering::Relaxed);
                self.cursor.store(position.wrapping_add(1), Ordering::Relaxed);
                return Some(NonNull::from(shard));
            }
        }
        None
    }

    /// Ends the ownership of a shard: see [`Shard::abandon`]. From now on its slots are available to every thread,
    /// so reopens it.
    ///
    /// # Safety
    ///
    /// * As for [`Shard::abandon`]; `shard` is one of these shards, and `outstanding` is of their pool.
    pub(crate) unsafe fn abandon(
        &self,
        shard: &Shard,
        tag: usize,
        outstanding: &Outstanding,
    ) -> usize {
        // SAFETY: by the caller's contract.
        let owed = unsafe { shard.abandon(tag) };
        if !shard.is_open() {
            self.reopen(shard, outstanding);
        }
        // Relaxed: a hint. If the pool was closed it is wrong by one, and unused.
        self.unowned.fetch_add(1, Ordering::Relaxed);
        owed
    }

    /// Drains a shard that this thread owns and ends its ownership, so that releases go through the mask. Returns
    /// `false` if the shard has a free slot.
    ///
    /// # Safety
    ///
    /// * The calling thread has the tag and owns the shard, one of these; a handle keeps the pool alive.
    pub(crate) unsafe fn give_up(&self, shard: &Shard, tag: usize) -> bool {
        // SAFETY: the caller owns the shard.
        if !unsafe { shard.is_used_up() } {
            return false;
        }
        match shard.drain() {
            Drained::Now => self.open.subtract(self.position(shard)),
            Drained::Before => (),
            Drained::No => return false,
        }
        // SAFETY: the caller owns the shard.
        let owed = unsafe { shard.abandon(tag) };
        debug_assert_eq!(owed, 0, "the pool is not closed");
        // Relaxed: a hint.
        self.unowned.fetch_add(1, Ordering::Relaxed);
        true
    }

    /// Drains at most `limit` shards, whoever owns them, if they have nothing for other threads.
    pub(crate) fn drain(&self, limit: usize, outstanding: &Outstanding) {
        for (position, shard) in self.search(limit) {
            if shard.looks_claimable() || shard.drain() != Drained::Now {
                continue;
            }
            // Its owner may have abandoned it since, and not have seen the mark. Reopening it does not count it:
            // it still counts as open.
            if !shard.looks_claimable() || !shard.reopen(outstanding) {
                self.open.subtract(position);
            }
        }
    }

    /// Reopens a drained shard, in which a slot has become free. The next search begins there.
    pub(crate) fn reopen(&self, shard: &Shard, outstanding: &Outstanding) {
        let position = self.position(shard);
        self.open.add(position);
        if !shard.reopen(outstanding) {
            self.open.subtract(position);
        }
        // Relaxed: any value is correct.
        self.cursor.store(position, Ordering::Relaxed);
    }

    /// Steals a slot from the remote mask of a shard, searching at most `limit` shards.
    pub(crate) fn steal(&self, limit: usize) -> Option<(&Shard, u8)> {
        let (position, shard, index) = self
            .search(limit)
            .find_map(|(position, shard)| Some((position, shard, shard.steal()?)))?;
        // Relaxed: any value is correct.
        self.cursor.store(position, Ordering::Relaxed);
        Some((shard, index))
    }

    /// Closes every shard and returns the number of free slots.
    pub(crate) fn close(&self) -> usize {
        self.shards.iter().map(Shard::close).fold(0, usize::wrapping_add)
    }

    /// The sums of the shards' counters, for the thread of `tag`.
    pub(crate) fn counts(&self, tag: usize) -> ShardCounts {
        let mut total = ShardCounts::default();
        for shard in &self.shards {
            total.add(&shard.counts(tag));
        }
        total
    }
}
