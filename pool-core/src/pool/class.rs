//! One size class of a pool: its slots, whoever keeps them, and what happens when they are out.

use core::ptr::NonNull;

#[cfg(feature = "std")]
use super::bitmap;
use super::bitmap::{Bit, Bitmap, Word};
use super::home::{Home, Taken};
use super::shared::Shared;
use super::stats::ClassStats;
use super::storage::{Block, Storage};
#[cfg(feature = "std")]
use super::{
    shard::Shard,
    shards::{self, Shards},
    thread::{self, Source},
    wait::WaitQueue,
};
#[cfg(feature = "std")]
use crate::buf::PooledBuf;
use crate::config::PoolConfig;
use crate::error::AcquireError;
use crate::heap;
use crate::policy::{Clear, Overflow};
use crate::size_class::SizeClass;
use crate::sync::{AtomicU64, Ordering};

/// How many shards a search looks at where the heap is the alternative: it must not cost more than what
/// it may save. Where a request would be refused, the search is complete.
#[cfg(feature = "std")]
const SEARCH: usize = 64;

/// Who keeps the slots of a class.
#[derive(Debug)]
enum Slots {
    /// Nobody: there are none.
    None,
    #[cfg(feature = "std")]
    Sharded(Shards),
    Shared(Bitmap),
}

/// Which of them a class of `config` has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeper {
    None,
    #[cfg(feature = "std")]
    Sharded,
    Shared,
}

const fn keeper(config: &PoolConfig, class: SizeClass) -> Keeper {
    if config.capacity(class) == 0 {
        return Keeper::None;
    }
    #[cfg(feature = "std")]
    if class.index() < SizeClass::SHARDED && !config.overflow_of(class).waits() {
        return Keeper::Sharded;
    }
    Keeper::Shared
}

/// What the bookkeeping of one class of `config` takes.
pub(crate) const fn bytes(config: &PoolConfig, class: SizeClass) -> usize {
    let capacity = config.capacity(class);
    match keeper(config, class) {
        Keeper::None => 0,
        #[cfg(feature = "std")]
        Keeper::Sharded => shards::bytes(capacity),
        Keeper::Shared => super::bitmap::bytes(capacity),
    }
}

#[derive(Debug)]
pub(crate) struct Class {
    storage: Storage,
    slots: Slots,
    policy: Overflow,
    /// Requests served by the heap, and refused, because no slot was free.
    overflow: AtomicU64,
    refused: AtomicU64,
}

impl Class {
    /// A class without slots.
    pub(super) fn empty(class: SizeClass) -> Self {
        Self {
            storage: Storage::new(class, 0),
            slots: Slots::None,
            policy: Overflow::Heap,
            overflow: AtomicU64::new(0),
            refused: AtomicU64::new(0),
        }
    }

    /// `class` of a pool that will lie at `pool`, or `None` if there is no memory for it.
    pub(super) fn try_new(
        pool: NonNull<Shared>,
        class: SizeClass,
        config: &PoolConfig,
    ) -> Option<Self> {
        let capacity = config.capacity(class);
        let policy = config.overflow_of(class);
        let clear = config.clear() == Clear::OnRelease;
        let slots = match keeper(config, class) {
            Keeper::None => Slots::None,
            #[cfg(feature = "std")]
            Keeper::Sharded => Slots::Sharded(Shards::try_new(pool, class, capacity, clear)?),
            Keeper::Shared => {
                Slots::Shared(Bitmap::try_new(pool, class, capacity, clear, policy.waits())?)
            }
        };
        let storage = Storage::new(class, capacity as u32);
        Some(Self { storage, slots, policy, ..Self::empty(class) })
    }

    #[cfg(feature = "std")]
    pub(super) fn shards(&self) -> Option<&Shards> {
        match &self.slots {
            Slots::Sharded(shards) => Some(shards),
            Slots::None | Slots::Shared(_) => None,
        }
    }

    /// The slots and the queue, if requests of this class may wait.
    #[cfg(feature = "std")]
    pub(super) fn queue(&self) -> Option<(&Bitmap, &WaitQueue)> {
        match &self.slots {
            Slots::Shared(bitmap) => Some((bitmap, bitmap.queue.as_ref()?)),
            Slots::None | Slots::Sharded(_) => None,
        }
    }

    /// Takes a slot, if there is one, and memory for the slots.
    ///
    /// # Safety
    ///
    /// * `pool` is that of this class, and a handle keeps it alive during the call.
    #[inline]
    pub(super) unsafe fn take(&self, pool: NonNull<Shared>) -> Option<Taken> {
        #[cfg(not(feature = "std"))]
        let _ = pool;
        match &self.slots {
            Slots::None => None,
            Slots::Shared(bitmap) => {
                let block = self.storage.block()?;
                let bit = bitmap.take(start())?;
                // SAFETY: the slot was just taken.
                Some(unsafe { self.taken(block, bit) })
            }
            #[cfg(feature = "std")]
            Slots::Sharded(shards) => {
                let block = self.storage.block()?;
                // SAFETY: a handle keeps the pool alive.
                let (id, away, clear) = unsafe { pool.as_ref() }.member_of();
                let limit = if self.policy == Overflow::Heap { SEARCH } else { usize::MAX };
                let storage = &self.storage;
                let source = Source { id, pool, away, shards, storage, block, clear, limit };
                // SAFETY: all of one pool, which is alive.
                unsafe { source.take() }
            }
        }
    }

    /// A slot of the bitmap, with its payload.
    ///
    /// # Safety
    ///
    /// * `block` is this class's, and `bit` was taken from its bitmap and is the caller's.
    unsafe fn taken(&self, block: Block, bit: Bit) -> Taken {
        // SAFETY: the block is this storage's, and the bitmap has as many slots as the storage.
        let payload = unsafe { self.storage.payload(block, bit.number()) };
        // A word begins with its home.
        Taken::new(bit.word.cast(), bit.slot, payload)
    }

    /// A buffer over a slot that was taken or waited for; gives the slot back if there is no memory.
    ///
    /// # Safety
    ///
    /// * `bit` is of this class's bitmap, out, and the caller's; the pool is alive;
    /// * this class serves `len` bytes.
    #[cfg(feature = "std")]
    pub(super) unsafe fn granted(&self, bit: Bit, len: usize) -> Result<PooledBuf, AcquireError> {
        let Some(block) = self.storage.block() else {
            // SAFETY: out, and the caller's. A handle is alive, so nothing is left to bring home.
            unsafe { bitmap::release_or_hand_over(bit.word, bit.slot) };
            return Err(AcquireError::OutOfMemory { len });
        };
        // SAFETY: by the caller's contract.
        let taken = unsafe { self.taken(block, bit) };
        // SAFETY: handed out just now; the class serves the length, so it fits in 32 bits.
        Ok(unsafe { PooledBuf::from_taken(taken, len as u32) })
    }

    /// The payload of a slot that is out; `None` never, since there is a block then.
    ///
    /// # Safety
    ///
    /// * `home` is one of this class, and `slot` of it is out.
    pub(super) unsafe fn payload(&self, home: NonNull<Home>, slot: u8) -> Option<NonNull<u8>> {
        let number = match &self.slots {
            #[cfg(feature = "std")]
            // SAFETY: the homes of a sharded class are shards.
            Slots::Sharded(_) => unsafe { home.cast::<Shard>().as_ref() }.number(slot),
            // SAFETY: those of other classes are words.
            Slots::None | Slots::Shared(_) => unsafe { home.cast::<Word>().as_ref() }.number(slot),
        };
        let block = self.storage.block()?;
        // SAFETY: the block is this storage's, and the slot one of its own.
        Some(unsafe { self.storage.payload(block, number) })
    }

    /// Hands a slot to the first that waits, or gives it back if nobody does, and returns whether the
    /// pool has been closed.
    ///
    /// # Safety
    ///
    /// * `bit` is of this class, out, not accessed any more, and ends here; the pool stays alive during
    ///   the call.
    #[cfg(feature = "std")]
    pub(super) unsafe fn hand_over(&self, bit: Bit) -> Result<core::task::Waker, bool> {
        match self.queue() {
            // SAFETY: by the caller's contract.
            Some((bitmap, queue)) => unsafe { queue.hand_over(bitmap, bit) },
            // SAFETY: by the caller's contract.
            None => Err(unsafe { bitmap::release(bit.word, bit.slot) }),
        }
    }

    /// What the policy says when no slot is free. A request that cannot wait is refused.
    #[cold]
    pub(super) fn overflow(&self, len: u32, clear: bool) -> Result<Taken, AcquireError> {
        if self.storage.block().is_none() {
            return Err(AcquireError::OutOfMemory { len: len as usize });
        }
        if self.policy == Overflow::Heap {
            let taken = heap::acquire(self.storage.class().bytes(), len, clear)?;
            // Relaxed: a statistic.
            self.overflow.fetch_add(1, Ordering::Relaxed);
            return Ok(taken);
        }
        Err(self.refuse(len))
    }

    /// The error of a request that got no slot; counts it.
    #[cold]
    pub(super) fn refuse(&self, len: u32) -> AcquireError {
        // Relaxed: a statistic.
        self.refused.fetch_add(1, Ordering::Relaxed);
        let stats = self.stats();
        AcquireError::Exhausted {
            len: len as usize,
            class: stats.class,
            capacity: stats.capacity,
            in_use: stats.in_use,
        }
    }

    /// Reserves the slots, and touches their pages if that was not done.
    pub(super) fn prefault(&self) -> Result<(), AcquireError> {
        let len = self.storage.class().bytes();
        if matches!(self.slots, Slots::None) || self.storage.prefault() {
            return Ok(());
        }
        Err(AcquireError::OutOfMemory { len })
    }

    /// Closes the class and returns how many slots were home.
    pub(super) fn close(&self) -> usize {
        match &self.slots {
            Slots::None => 0,
            #[cfg(feature = "std")]
            Slots::Sharded(shards) => shards.close(),
            Slots::Shared(bitmap) => bitmap.close(),
        }
    }

    /// A snapshot of what the class has done.
    pub(super) fn stats(&self) -> ClassStats {
        let unused = ClassStats::unused(self.storage.class(), self.storage.capacity() as usize);
        // Relaxed: statistics.
        let overflow = self.overflow.load(Ordering::Relaxed);
        let refused = self.refused.load(Ordering::Relaxed);
        let counted = match &self.slots {
            Slots::None => unused,
            #[cfg(feature = "std")]
            Slots::Sharded(shards) => {
                let counts = shards.counts();
                ClassStats {
                    in_use: counts.in_use,
                    high_water: counts.high_water,
                    hits: counts.hits,
                    remote_releases: counts.remote_releases,
                    steals: counts.steals,
                    ..unused
                }
            }
            Slots::Shared(bitmap) => {
                let (in_use, high_water, hits) = bitmap.counts();
                #[cfg(feature = "std")]
                let (waits, handed_over) =
                    bitmap.queue.as_ref().map_or((0, 0), |queue| queue.counts());
                #[cfg(not(feature = "std"))]
                let (waits, handed_over) = (0, 0);
                let hits = hits.wrapping_add(handed_over);
                ClassStats { in_use, high_water, hits, waits, ..unused }
            }
        };
        ClassStats { overflow, refused, ..counted }
    }
}

/// The word a thread begins its search with.
fn start() -> usize {
    #[cfg(feature = "std")]
    return thread::number();
    #[cfg(not(feature = "std"))]
    0
}
