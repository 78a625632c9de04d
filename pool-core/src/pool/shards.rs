//! The shards of one class: who may have which.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::NonNull;

use super::shard::{Counts, SLOTS, Shard};
use super::shared::Shared;
use super::storage::{Block, Storage};
use crate::size_class::SizeClass;
use crate::sync::{AtomicUsize, Ordering};

/// A class is split in this many shards at least, if it has the slots, so that so many threads can have
/// one each. Models have fewer, so that they have shards of more than one slot.
const MIN_SHARDS: usize = if cfg!(loom) { 2 } else { 8 };

/// How many shards a class of `capacity` slots has, and how many slots each; the last one may have fewer.
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

/// What the shards for `capacity` slots take.
pub(crate) const fn bytes(capacity: usize) -> usize {
    split(capacity).0.saturating_mul(size_of::<Shard>())
}

/// All shards of one class.
#[derive(Debug)]
pub(crate) struct Shards {
    shards: Box<[Shard]>,
    /// How many have no owner. Only a hint that spares a search: it lags behind the owners.
    unowned: AtomicUsize,
    /// Where the next search begins. Any value is correct.
    cursor: AtomicUsize,
}

impl Shards {
    /// Shards for `capacity` slots, or `None` if there is no memory for them.
    pub(crate) fn try_new(
        pool: NonNull<Shared>,
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

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.shards.len()
    }

    /// The shards from the cursor on, all or `limit` of them, and their positions.
    fn search(&self, limit: usize) -> impl Iterator<Item = (usize, &Shard)> {
        // Relaxed: any value is correct.
        let cursor = self.cursor.load(Ordering::Relaxed);
        let (before, from) = self.shards.split_at_checked(cursor).unwrap_or((&[], &self.shards));
        let from_position = self.shards.len().wrapping_sub(from.len());
        (from_position..).zip(from).chain((0..).zip(before)).take(limit)
    }

    /// Makes the thread of `tag` the owner of a shard that had none and looks as if it had a free slot.
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
            // SAFETY: the block is this storage's, and slot 0 of a shard one of its slots.
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

    /// Ends the ownership of a shard: see [`Shard::give_up`].
    ///
    /// # Safety
    ///
    /// * As for [`Shard::give_up`]; `shard` is one of these.
    pub(crate) unsafe fn give_up(&self, shard: &Shard, tag: usize) -> usize {
        // SAFETY: by the caller's contract.
        let owed = unsafe { shard.give_up(tag) };
        // Relaxed: a hint. Wrong by one if the pool was closed, which then has no use for it.
        self.unowned.fetch_add(1, Ordering::Relaxed);
        owed
    }

    /// Takes a slot that was given back to another thread's shard.
    pub(crate) fn steal(&self, limit: usize) -> Option<(&Shard, u8)> {
        let (position, shard, slot) = self
            .search(limit)
            .find_map(|(position, shard)| Some((position, shard, shard.steal()?)))?;
        // Relaxed: any value is correct.
        self.cursor.store(position, Ordering::Relaxed);
        Some((shard, slot))
    }

    /// Closes every shard and returns how many slots were home.
    pub(crate) fn close(&self) -> usize {
        self.shards.iter().map(Shard::close).fold(0, usize::wrapping_add)
    }

    /// What the shards have done together.
    pub(crate) fn counts(&self) -> Counts {
        let mut total = Counts::default();
        for shard in &self.shards {
            total.add(&shard.counts());
        }
        total
    }
}
