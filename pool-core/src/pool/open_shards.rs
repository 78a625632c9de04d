//! The number of shards that are not drained: see [`drained`](super::shard).
//!
//! ```text
//!  total     5                    zero: no other place has a free slot, and a search ends at once
//!  groups  [ 0 | 0 | 4 | 0 | 1 ]  one for each 64 shards: a search skips a group that has none
//! ```
//!
//! A class of up to 64 shards needs no groups.
//!
//! # Invariants
//!
//! * I1: neither number is ever less than the number of shards that are not drained. Each is incremented
//!   before a shard is reopened, and decremented after one was drained. The mark reads the reopening with
//!   Acquire, so the increment comes first among the changes of the number.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::sync::{AtomicU32, AtomicUsize, Ordering};

/// The number of shards in a group.
const GROUP: usize = 64;

/// The number of groups of as many shards.
const fn groups(shards: usize) -> usize {
    if shards > GROUP { shards.div_ceil(GROUP) } else { 0 }
}

/// The size of the groups for as many shards, in bytes.
pub(super) const fn bytes(shards: usize) -> usize {
    groups(shards).saturating_mul(size_of::<AtomicU32>())
}

/// See the [module](self).
#[derive(Debug)]
pub(super) struct OpenShards {
    /// I1.
    total: AtomicUsize,
    /// I1.
    groups: Box<[AtomicU32]>,
}

impl OpenShards {
    /// Makes the counters of `shards` open shards, or returns `None` if there is no memory for them.
    pub(super) fn try_new(shards: usize) -> Option<Self> {
        let count = groups(shards);
        let mut groups = Vec::new();
        groups.try_reserve_exact(count).ok()?;
        for group in 0..count {
            let before = group.wrapping_mul(GROUP);
            groups.push(AtomicU32::new(shards.saturating_sub(before).min(GROUP) as u32));
        }
        Some(Self { total: AtomicUsize::new(shards), groups: groups.into_boxed_slice() })
    }

    /// The number of open shards, or more.
    #[inline]
    pub(super) fn len(&self) -> usize {
        // Relaxed: a release that happened before this call incremented it before that (I1).
        self.total.load(Ordering::Relaxed)
    }

    /// Counts the shard at `position`, which the caller is about to reopen.
    pub(super) fn add(&self, position: usize) {
        // Relaxed, both: the Release of the reopening orders them (I1).
        self.total.fetch_add(1, Ordering::Relaxed);
        if let Some(group) = self.groups.get(position / GROUP) {
            group.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Stops counting the shard at `position`: the caller has drained it, or did not reopen it after all.
    pub(super) fn subtract(&self, position: usize) {
        // Relaxed, both: see I1.
        if let Some(group) = self.groups.get(position / GROUP) {
            group.fetch_sub(1, Ordering::Relaxed);
        }
        self.total.fetch_sub(1, Ordering::Relaxed);
    }

    /// The first position from `position` on that is not in a group without open shards. It may lie past the
    /// last shard.
    #[inline]
    pub(super) fn skip(&self, mut position: usize) -> usize {
        while let Some(group) = self.groups.get(position / GROUP)
            // Relaxed: as in `len`.
            && group.load(Ordering::Relaxed) == 0
        {
            position = (position / GROUP).wrapping_add(1).wrapping_mul(GROUP);
        }
        position
    }
}
