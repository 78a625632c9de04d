//! One size class of a pool: its storage, its free slots, and its counters.

use core::ptr::NonNull;
use core::task::Waker;

use super::bitmap::{self, Bitmap, Word, WordSlot};
use super::origin::{PoolHeader, RawSlot, SlotOrigin};
#[cfg(feature = "std")]
use super::shard::Shard;
#[cfg(feature = "std")]
use super::shards::{self, Shards};
use super::stats::ClassStats;
#[cfg(feature = "std")]
use super::{origin::owner_tag, thread, wait::WaitQueue};
use crate::config::PoolConfig;
use crate::error::AcquireError;
use crate::heap;
use crate::policy::{Clear, Overflow};
use crate::size_class::SizeClass;
use crate::storage::{Block, Storage};
use crate::sync::{AtomicU64, Ordering};

/// The free slots of a class.
#[derive(Debug)]
pub(super) enum FreeSlots {
    /// The class has no slots.
    None,
    /// Each thread has its own slots.
    #[cfg(feature = "std")]
    Sharded(Shards),
    /// All threads share the slots.
    Shared {
        bitmap: Bitmap,
        /// The waiters, if the policy of the class is to wait.
        #[cfg(feature = "std")]
        queue: Option<WaitQueue>,
    },
}

/// The variants of [`FreeSlots`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum FreeSlotsKind {
    None,
    #[cfg(feature = "std")]
    Sharded,
    Shared,
}

/// The variant that `class` has in a pool of `config`.
const fn free_slots_kind(config: &PoolConfig, class: SizeClass) -> FreeSlotsKind {
    if config.capacity(class) == 0 {
        return FreeSlotsKind::None;
    }
    #[cfg(feature = "std")]
    if class.index() < SizeClass::SHARDED && !config.overflow_of(class).waits() {
        return FreeSlotsKind::Sharded;
    }
    FreeSlotsKind::Shared
}

/// The size of the bookkeeping of one class of `config`, in bytes.
pub(crate) const fn bytes(config: &PoolConfig, class: SizeClass) -> usize {
    let capacity = config.capacity(class);
    match free_slots_kind(config, class) {
        FreeSlotsKind::None => 0,
        #[cfg(feature = "std")]
        FreeSlotsKind::Sharded => shards::bytes(capacity),
        FreeSlotsKind::Shared => bitmap::bytes(capacity),
    }
}

/// One size class of a pool.
#[derive(Debug)]
pub(crate) struct Class {
    storage: Storage,
    free: FreeSlots,
    policy: Overflow,
    clear: bool,
    /// Requests served by the heap because no slot was free.
    overflow: AtomicU64,
    /// Requests that failed because no slot was free.
    refused: AtomicU64,
}

impl Class {
    /// Makes a class without slots.
    pub(super) fn empty(class: SizeClass) -> Self {
        Self {
            storage: Storage::new(class, 0),
            free: FreeSlots::None,
            policy: Overflow::Heap,
            clear: false,
            overflow: AtomicU64::new(0),
            refused: AtomicU64::new(0),
        }
    }

    /// Makes `class` of a pool whose header will lie at `pool`, or returns `None` if there is no memory
    /// for it.
    pub(super) fn try_new(
        pool: NonNull<PoolHeader>,
        class: SizeClass,
        config: &PoolConfig,
    ) -> Option<Self> {
        let capacity = config.capacity(class);
        let policy = config.overflow_of(class);
        let clear = config.clear() == Clear::OnRelease;
        let free = match free_slots_kind(config, class) {
            FreeSlotsKind::None => FreeSlots::None,
            #[cfg(feature = "std")]
            FreeSlotsKind::Sharded => {
                FreeSlots::Sharded(Shards::try_new(pool, class, capacity, clear)?)
            }
            FreeSlotsKind::Shared => FreeSlots::Shared {
                bitmap: Bitmap::try_new(pool, class, capacity, clear)?,
                #[cfg(feature = "std")]
                queue: policy.waits().then(WaitQueue::new),
            },
        };
        let storage = Storage::new(class, capacity as u32);
        Some(Self { storage, free, policy, clear, ..Self::empty(class) })
    }

    pub(super) fn storage(&self) -> &Storage {
        &self.storage
    }

    pub(super) fn free_slots(&self) -> &FreeSlots {
        &self.free
    }

    /// The policy for requests that find no free slot.
    #[cfg(feature = "std")]
    pub(super) fn policy(&self) -> Overflow {
        self.policy
    }

    /// Whether a release overwrites the slot.
    #[cfg(feature = "std")]
    pub(super) fn clears(&self) -> bool {
        self.clear
    }

    #[cfg(feature = "std")]
    pub(super) fn shards(&self) -> Option<&Shards> {
        match &self.free {
            FreeSlots::Sharded(shards) => Some(shards),
            FreeSlots::None | FreeSlots::Shared { .. } => None,
        }
    }

    /// The bitmap and the queue, if requests of this class may wait.
    #[cfg(feature = "std")]
    pub(crate) fn queue(&self) -> Option<(&Bitmap, &WaitQueue)> {
        match &self.free {
            FreeSlots::Shared { bitmap, queue } => Some((bitmap, queue.as_ref()?)),
            FreeSlots::None | FreeSlots::Sharded(_) => None,
        }
    }

    /// Finds the payload of a slot of the bitmap.
    ///
    /// # Safety
    ///
    /// * `block` is this class's, and `slot` was taken from its bitmap and is the caller's.
    pub(super) unsafe fn raw_slot(&self, block: Block, slot: WordSlot) -> RawSlot {
        // SAFETY: the block is this storage's, and the bitmap has as many slots as the storage.
        let payload = unsafe { self.storage.payload(block, slot.number()) };
        // A word begins with its origin.
        RawSlot::new(slot.word.cast(), slot.index, payload)
    }

    /// Returns the payload of a slot in use. It is never `None`: a class with a slot in use has a block.
    ///
    /// # Safety
    ///
    /// * `origin` is one of this class, and its slot at `index` is in use.
    pub(super) unsafe fn payload(
        &self,
        origin: NonNull<SlotOrigin>,
        index: u8,
    ) -> Option<NonNull<u8>> {
        let number = match &self.free {
            #[cfg(feature = "std")]
            // SAFETY: the origins of a sharded class are shards.
            FreeSlots::Sharded(_) => unsafe { origin.cast::<Shard>().as_ref() }.number(index),
            FreeSlots::None | FreeSlots::Shared { .. } => {
                // SAFETY: those of other classes are words.
                unsafe { origin.cast::<Word>().as_ref() }.number(index)
            }
        };
        let block = self.storage.block()?;
        // SAFETY: the block is this storage's, and the slot is one of its slots.
        Some(unsafe { self.storage.payload(block, number) })
    }

    /// Hands a slot to the first waiter, and returns its waker. If no thread waits, frees the slot, and
    /// returns whether the pool has been closed as the error.
    ///
    /// # Safety
    ///
    /// * `slot` is of this class's bitmap, in use, not accessed any more, and released by this call only;
    ///   the pool stays alive during the call.
    pub(super) unsafe fn hand_over(&self, slot: WordSlot) -> Result<Waker, bool> {
        match &self.free {
            #[cfg(feature = "std")]
            FreeSlots::Shared { bitmap, queue: Some(queue) } => {
                // SAFETY: by the caller's contract.
                unsafe { queue.hand_over(bitmap, slot) }
            }
            FreeSlots::Shared { bitmap, .. } => {
                // SAFETY: by the caller's contract.
                Err(unsafe { bitmap.reopen(slot) })
            }
            // The slots of other classes are in no bitmap.
            _ => Err(false),
        }
    }

    /// Applies the policy to a request that found no free slot: a heap buffer, or an error.
    #[cold]
    pub(super) fn overflow(&self, len: u32) -> Result<RawSlot, AcquireError> {
        if self.storage.block().is_none() {
            return Err(AcquireError::OutOfMemory { len: len as usize });
        }
        if self.policy == Overflow::Heap {
            let buffer = heap::acquire(self.storage.class().bytes(), len, self.clear)?;
            // Relaxed: a statistic.
            self.overflow.fetch_add(1, Ordering::Relaxed);
            return Ok(buffer);
        }
        Err(self.refuse(len))
    }

    /// Counts a request that gets no slot, and makes its error.
    #[cold]
    fn refuse(&self, len: u32) -> AcquireError {
        // Relaxed: a statistic.
        self.refused.fetch_add(1, Ordering::Relaxed);
        AcquireError::Exhausted {
            len: len as usize,
            class: self.storage.class(),
            capacity: self.storage.capacity() as usize,
        }
    }

    /// Reserves the slots and touches their pages, unless the slots are reserved already.
    pub(super) fn prefault(&self) -> Result<(), AcquireError> {
        let len = self.storage.class().bytes();
        if matches!(self.free, FreeSlots::None) || self.storage.prefault() {
            return Ok(());
        }
        Err(AcquireError::OutOfMemory { len })
    }

    /// Closes the class and returns the number of free slots.
    pub(super) fn close(&self) -> usize {
        match &self.free {
            FreeSlots::None => 0,
            #[cfg(feature = "std")]
            FreeSlots::Sharded(shards) => shards.close(),
            FreeSlots::Shared { bitmap, .. } => bitmap.close(),
        }
    }

    /// A snapshot of the class's counters.
    pub(super) fn stats(&self) -> ClassStats {
        let unused = ClassStats::unused(self.storage.class(), self.storage.capacity() as usize);
        // Relaxed: statistics.
        let overflow = self.overflow.load(Ordering::Relaxed);
        let refused = self.refused.load(Ordering::Relaxed);
        let counted = match &self.free {
            FreeSlots::None => unused,
            #[cfg(feature = "std")]
            FreeSlots::Sharded(shards) => {
                let counts = shards.counts(owner_tag(thread::id(), self.clear));
                ClassStats {
                    in_use: counts.in_use,
                    cached: counts.cached,
                    high_water: counts.high_water,
                    hits: counts.hits,
                    remote_releases: counts.remote_releases,
                    steals: counts.steals,
                    ..unused
                }
            }
            #[cfg(feature = "std")]
            FreeSlots::Shared { bitmap, queue } => {
                let (in_use, high_water, hits) = bitmap.counts();
                let (waits, handed_over) = queue.as_ref().map_or((0, 0), WaitQueue::counts);
                let hits = hits.wrapping_add(handed_over);
                ClassStats { in_use, high_water, hits, waits, ..unused }
            }
            #[cfg(not(feature = "std"))]
            FreeSlots::Shared { bitmap } => {
                let (in_use, high_water, hits) = bitmap.counts();
                ClassStats { in_use, high_water, hits, ..unused }
            }
        };
        ClassStats { overflow, refused, ..counted }
    }
}
