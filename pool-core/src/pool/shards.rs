//! The shards of one class, and the search for one to claim or to steal from.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::NonNull;

use super::origin::PoolHeader;
use super::shard::{SLOTS, Shard, ShardCounts};
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
    split(capacity).0.saturating_mul(size_of::<Shard>())
}

/// All shards of one class.
#[derive(Debug)]
pub(crate) struct Shards {
    shards: Box<[Shard]>,
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
            unowned: AtomicUsize::new(count),
            cursor: AtomicUsize::new(0),
        })
    }

    /// The number of shards.
    pub(crate) fn len(&self) -> usize {
        self.shards.len()
    }

    /// At most `limit` shards, from the cursor on, with their positions.
    fn search(&self, limit: usize) -> impl Iterator<Item = (usize, &Shard)> {
        // Relaxed: any value is correct.
        let cursor = self.cursor.load(Ordering::Relaxed);
        let (before, from) = self.shards.split_at_checked(cursor).unwrap_or((&[], &self.shards));
        let from_position = self.shards.len().wrapping_sub(from.len());
        (from_position..).zip(from).chain((0..).zip(before)).take(limit)
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

    /// Ends the ownership of a shard: see [`Shard::abandon`].
    ///
    /// # Safety
    ///
    /// * As for [`Shard::abandon`]; `shard` is one of these shards.
    pub(crate) unsafe fn abandon(&self, shard: &Shard, tag: usize) -> usize {
        // SAFETY: by the caller's contract.
        let owed = unsafe { shard.abandon(tag) };
        // Relaxed: a hint. If the pool was closed it is wrong by one, and unused.
        self.unowned.fetch_add(1, Ordering::Relaxed);
        owed
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
