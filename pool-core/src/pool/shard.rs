//! One shard: up to 62 slots, which one thread at a time owns and takes with plain loads and stores.
//!
//! ```text
//!           owner only                                         every thread
//!   stack   free slots  [ 7 | 0 | 3 | top..        remote   bit 63     62        61 ... 0
//!   fresh   slots from here on were never used     mask     | CLOSED | DRAINED | 1 = released |
//!      ^                                                                         ^ one fetch_add
//!      `------------- collect: the owner sets the mask to 0 when its stack is empty
//! ```
//!
//! A slot is in one of four states: fresh, on the stack, in the remote mask, or in use.
//!
//! # Invariants
//!
//! * I1: the cells of `own` are written by the owner alone: the thread whose tag is in `origin.owner`.
//!   Ownership passes on through `NONE`: abandoned with Release, claimed with Acquire. A thread that
//!   finds `CLOSED` instead never owns the shard again.
//! * I2: a slot is in one of the four states at a time, so it has one tenant. Every transition is made
//!   by the owner, or by an atomic operation on the mask that sets or clears the slot's bit.
//! * I3: a tenant's accesses happen before those of the next one: by program order where the owner
//!   releases and acquires; by the Release of the `fetch_add` and the Acquire of the exchange that collects
//!   or steals; by I1 where the owner changes. All operations on the mask are read-modify-writes, so each
//!   reads from a release sequence of all that came before.
//! * I4: a release touches nothing of the shard after the store or the `fetch_add` that ends it, unless
//!   that saw `CLOSED`: from then on the pool may be gone. So these functions take pointers, not
//!   references, and the last access is through a reference to an atomic, which promises nothing about
//!   the memory after the access. A release that saw `DRAINED` may touch the pool, too: its slot is in use
//!   until it has subtracted it from the outstanding count. See [`drained`].
//! * I5: the closing handle counts each slot once. See [`Shard::close`].
//! * I6: `top` points into `stack`, at as many bytes from its start as there are slots on it; or it is
//!   null, and the shard was never claimed. There is always room for a slot in use (I2).

mod drained;
mod mask;
mod ownership;
mod remote;
mod ring;

use core::array;
use core::ptr::{self, NonNull};

use self::mask::free;
pub(crate) use self::mask::{Drained, RemoteRelease, SLOTS};
use super::origin::{PoolHeader, RawSlot, SlotOrigin, owner};
use crate::size_class::SizeClass;
use crate::slot;
use crate::sync::{AtomicPtr, AtomicU8, AtomicU64, AtomicUsize, Ordering};

/// The value of `accounted` until the close or the owner sets it.
const NOT_ACCOUNTED: usize = usize::MAX;

/// The cells that only the owner writes. An acquire and a release touch the cache line of `top` and one
/// of the stack.
#[derive(Debug)]
#[repr(C, align(128))]
struct OwnerCells {
    /// I6. A pointer, not an index, so that a release is short enough for compilers to inline it where a
    /// panic would drop a buffer: see [`release`](super::release::release).
    top: AtomicPtr<AtomicU8>,
    /// The number of slots that owners have taken.
    hits: AtomicU64,
    /// The payload of slot 0.
    start: AtomicPtr<u8>,
    /// The distance in bytes from one slot to the next.
    stride: usize,
    /// The number of slots collected from the remote mask.
    collected: AtomicU64,
    /// The next shard of this class in the owner's ring.
    next_own: AtomicPtr<Shard>,
    /// Slots from this index on were never used.
    fresh: AtomicU8,
    /// Free slots, below `top`.
    stack: [AtomicU8; SLOTS],
}

/// The cells that other threads write.
#[derive(Debug)]
#[repr(align(128))]
struct RemoteCells {
    /// Bit `n` is set while slot `n`, released by another thread, waits to be collected or stolen.
    mask: AtomicU64,
    /// The number of slots stolen from the mask.
    stolen: AtomicU64,
}

/// Some slots of one class. The cells that every thread reads, those that the owner writes and those
/// that other threads write lie on separate cache lines.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Shard {
    /// First: see I2 of [`origin`](super::origin).
    pub(crate) origin: SlotOrigin,
    /// The number of slot 0 in its class.
    first: u32,
    capacity: u8,
    /// The length of the owner's stack as the close counted it, or as the owner left it if that came
    /// first (I5).
    accounted: AtomicUsize,
    own: OwnerCells,
    remote: RemoteCells,
}

/// The counters of a shard, or of several: see [`ClassStats`](super::stats::ClassStats).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ShardCounts {
    pub(crate) in_use: usize,
    pub(crate) cached: usize,
    pub(crate) high_water: usize,
    pub(crate) hits: u64,
    pub(crate) remote_releases: u64,
    pub(crate) steals: u64,
}

impl ShardCounts {
    pub(crate) fn add(&mut self, other: &Self) {
        self.in_use = self.in_use.saturating_add(other.in_use);
        self.cached = self.cached.saturating_add(other.cached);
        self.high_water = self.high_water.saturating_add(other.high_water);
        self.hits = self.hits.wrapping_add(other.hits);
        self.remote_releases = self.remote_releases.wrapping_add(other.remote_releases);
        self.steals = self.steals.wrapping_add(other.steals);
    }
}

/// A slot in use that its shard's owner took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShardSlot {
    pub(crate) shard: NonNull<Shard>,
    pub(crate) index: u8,
    pub(crate) payload: NonNull<u8>,
}

impl From<ShardSlot> for RawSlot {
    fn from(ShardSlot { shard, index, payload }: ShardSlot) -> Self {
        // A shard begins with its origin.
        Self::new(shard.cast(), index, payload)
    }
}

/// Adds to a cell that one thread writes.
#[inline]
fn add(cell: &AtomicU64, count: u64) {
    // Relaxed: the owner's own cell; other threads read it as a statistic, or in the order of I1.
    cell.store(cell.load(Ordering::Relaxed).wrapping_add(count), Ordering::Relaxed);
}

/// Pushes a slot on the free stack whose top is `top`.
///
/// # Safety
///
/// * The calling thread owns the stack's shard, or did when it last read the owner;
/// * `top` points into the stack, and there is room for one more.
#[inline(always)]
unsafe fn push(top: &AtomicPtr<AtomicU8>, index: u8) {
    // Relaxed: the owner's cell.
    let place = top.load(Ordering::Relaxed);
    // SAFETY: in the stack, by the caller's contract.
    unsafe { &*place }.store(index, Ordering::Relaxed);
    // SAFETY: at most one past the end of the stack.
    let above = unsafe { place.add(1) };
    // Release: pairs with the Acquire in `close`, so that the tenant's accesses happen before the free.
    // The last access (I4).
    top.store(above, Ordering::Release);
}

impl Shard {
    /// Makes a shard without an owner, of `capacity` fresh slots, the first of which is number `first` of
    /// the class.
    pub(crate) fn new(
        pool: NonNull<PoolHeader>,
        class: SizeClass,
        clear: bool,
        first: usize,
        capacity: usize,
    ) -> Self {
        debug_assert!(capacity <= SLOTS);
        Self {
            origin: SlotOrigin::shard(pool, class, clear),
            first: first as u32,
            capacity: capacity as u8,
            accounted: AtomicUsize::new(NOT_ACCOUNTED),
            own: OwnerCells {
                top: AtomicPtr::new(ptr::null_mut()),
                hits: AtomicU64::new(0),
                start: AtomicPtr::new(ptr::null_mut()),
                stride: slot::stride(class),
                collected: AtomicU64::new(0),
                next_own: AtomicPtr::new(ptr::null_mut()),
                fresh: AtomicU8::new(0),
                stack: array::from_fn(|_| AtomicU8::new(0)),
            },
            remote: RemoteCells { mask: AtomicU64::new(0), stolen: AtomicU64::new(0) },
        }
    }

    /// The number in its class of the slot at `index`.
    pub(crate) fn number(&self, index: u8) -> u32 {
        self.first.wrapping_add(index.into())
    }

    /// Takes the slot on top of the free stack: the one that was released last.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    #[inline(always)]
    pub(crate) unsafe fn pop(&self) -> Option<ShardSlot> {
        let top = self.own.top.load(Ordering::Relaxed);
        if ptr::eq(top, self.own.stack.as_ptr()) {
            return None;
        }
        // SAFETY: claimed, so not null, and above the start of the stack (I6).
        let top = unsafe { top.sub(1) };
        self.own.top.store(top, Ordering::Relaxed);
        // SAFETY: in the stack (I6), which lives as long as the shard.
        let index = unsafe { &*top }.load(Ordering::Relaxed);
        // SAFETY: the caller owns the shard; the slot was released, so it had been taken.
        Some(unsafe { self.take(index) })
    }

    /// Takes a slot that was never used.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    pub(crate) unsafe fn take_fresh(&self) -> Option<ShardSlot> {
        let index = self.own.fresh.load(Ordering::Relaxed);
        if index >= self.capacity {
            return None;
        }
        self.own.fresh.store(index.wrapping_add(1), Ordering::Relaxed);
        // SAFETY: the caller owns the shard; the index is below the capacity.
        Some(unsafe { self.take(index) })
    }

    /// Counts the slot at `index` as taken, and finds its payload.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, and so has stored `start` (see [`claim`](Self::claim));
    /// * `index` is below the capacity.
    #[inline(always)]
    unsafe fn take(&self, index: u8) -> ShardSlot {
        add(&self.own.hits, 1);
        let start = self.own.start.load(Ordering::Relaxed);
        // SAFETY: `start` is the payload of slot 0, and the storage has room for all of the shard's
        // slots, at this stride.
        let payload = unsafe { start.add(self.own.stride.wrapping_mul(index.into())) };
        // SAFETY: the payload lies in a block, so it is not null.
        let payload = unsafe { NonNull::new_unchecked(payload) };
        ShardSlot { shard: NonNull::from(self), index, payload }
    }

    /// Releases a slot on the owner's thread.
    ///
    /// # Safety
    ///
    /// * `shard.origin.owner` is the calling thread's tag, or was when this thread last read it;
    /// * the slot at `index` of this shard is in use, not accessed any more, and released by this call
    ///   only.
    #[inline(always)]
    pub(crate) unsafe fn release_local(shard: NonNull<Self>, index: u8) {
        // SAFETY: the slot is in use, so the pool is alive.
        let top = unsafe { &(*shard.as_ptr()).own.top };
        // SAFETY: the slot is in use, so there is room for it (I6).
        unsafe { push(top, index) };
    }

    /// Moves the slots in the remote mask to the free stack.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    pub(crate) unsafe fn collect(&self) {
        // Relaxed: saves the exchange of a line that other threads write. The next collection finds what
        // this one misses.
        let mut bits = self.remote.mask.load(Ordering::Relaxed);
        loop {
            if free(bits) == 0 {
                return;
            }
            // Acquire: pairs with the Release in `release_remote` (I3). An exchange, because a mark has to
            // stay. Relaxed on failure: reads the mask again.
            let taken = self.remote.mask.compare_exchange_weak(
                bits,
                0,
                Ordering::Acquire,
                Ordering::Relaxed,
            );
            match taken {
                Ok(_) => break,
                Err(now) => bits = now,
            }
        }
        add(&self.own.collected, bits.count_ones().into());
        let mut top = self.own.top.load(Ordering::Relaxed);
        while bits != 0 {
            // SAFETY: the slot is not on the stack (I2), so there is room for it (I6).
            let place = unsafe { &*top };
            place.store(bits.trailing_zeros() as u8, Ordering::Relaxed);
            // SAFETY: at most one past the end of the stack.
            top = unsafe { top.add(1) };
            bits &= bits.wrapping_sub(1);
        }
        self.own.top.store(top, Ordering::Relaxed);
    }

    /// The number of slots on the free stack.
    fn stack_len(&self) -> usize {
        // Acquire: see `close`. For other callers Relaxed would do.
        let top = self.own.top.load(Ordering::Acquire);
        // Null is below any address (I6). Outside of models an entry takes one byte.
        let bytes = top.addr().saturating_sub(self.own.stack.as_ptr().addr());
        bytes.checked_div(size_of::<AtomicU8>()).unwrap_or(0)
    }

    /// The number of slots in the remote mask.
    fn remote_len(&self) -> usize {
        // Relaxed: a statistic, or a guess.
        free(self.remote.mask.load(Ordering::Relaxed)).count_ones() as usize
    }

    /// The counters, for the thread of `tag`. Exact only while no thread uses the shard.
    pub(crate) fn counts(&self, tag: usize) -> ShardCounts {
        // Relaxed, all: statistics.
        let remote = self.remote_len();
        let collected = self.own.collected.load(Ordering::Relaxed);
        let stolen = self.remote.stolen.load(Ordering::Relaxed);
        let fresh = usize::from(self.own.fresh.load(Ordering::Relaxed));
        let stack = self.stack_len();
        let owner = self.origin.owner.load(Ordering::Relaxed);
        // Slots in the remote mask can be stolen.
        let cached = if owner == tag || owner == owner::NONE {
            0
        } else {
            usize::from(self.capacity).saturating_sub(fresh).saturating_add(stack)
        };
        ShardCounts {
            in_use: fresh.saturating_sub(stack).saturating_sub(remote),
            cached,
            high_water: fresh,
            hits: self.own.hits.load(Ordering::Relaxed).wrapping_add(stolen),
            remote_releases: collected.wrapping_add(remote as u64).wrapping_add(stolen),
            steals: stolen,
        }
    }
}

/// A model fails if an operation on these fields is not ordered before the memory ends (I4).
#[cfg(loom)]
impl Drop for Shard {
    fn drop(&mut self) {
        self.origin.owner.with_mut(|_| ());
        self.accounted.with_mut(|_| ());
        self.own.top.with_mut(|_| ());
        self.remote.mask.with_mut(|_| ());
    }
}
