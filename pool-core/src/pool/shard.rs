//! One shard: up to 62 slots that one thread at a time hands out with plain loads and stores.
//!
//! ```text
//!           owner only                                         every thread
//!   stack   free slots  [ 7 | 0 | 3 | top..        remote   bit 63     62     61 ... 0
//!   fresh   slots from here on were never out               | CLOSED |   | 1 = given back |
//!      ^                                                                    ^ one fetch_add
//!      `---------------- collect: the owner swaps the bits in when its stack is empty
//! ```
//!
//! A slot is in one of four places: fresh, on the stack, in the remote mask, or out.
//!
//! # Invariants
//!
//! * I1: the cells of `own` are written by the owner alone: the thread whose tag is in `home.owner`.
//!   Ownership passes on through `NONE`: given up with Release, claimed with Acquire. Who finds
//!   `CLOSED` instead never owns it again.
//! * I2: a slot is in one of the four places at a time, so it has one tenant. Every move is made by the
//!   owner, or by an atomic operation on the mask that sets or clears the slot's bit.
//! * I3: what a tenant did happens before what the next one does: by program order where the owner
//!   releases and acquires; by the Release of the `fetch_add` and the Acquire of the swap that collects,
//!   or of the `fetch_and` that steals; by I1 where the owner changes. All operations on the mask are
//!   read-modify-writes, so each reads from a release sequence of all that came before.
//! * I4: a release touches nothing of the shard behind the store or the `fetch_add` that ends it, unless
//!   that saw `CLOSED`: from then on the pool may be gone. So these functions take pointers, not
//!   references, and the last access is through a reference to an atomic, which promises nothing about
//!   the memory once it is over.
//! * I5: the closing handle counts each slot once. See [`Shard::close`].
//! * I6: `top` points into `stack`, at as many bytes from its start as there are slots on it; or it is
//!   null, and the shard was never claimed. There is always room for a slot that is out (I2).

mod ownership;
mod remote;

use core::array;
use core::ptr::{self, NonNull};

use super::home::{Home, Taken};
use super::shared::Shared;
use super::storage;
use crate::size_class::SizeClass;
use crate::sync::{AtomicPtr, AtomicU8, AtomicU64, AtomicUsize, Ordering};

/// The most slots of a shard: a mask of 64 bits less two, one for `CLOSED` and one below it that stays
/// zero, so that no addition carries into it.
pub(crate) const SLOTS: usize = 62;

/// The bit of a remote mask that says that the pool's last handle is gone.
const CLOSED: u64 = 1 << 63;

/// `accounted` before the close and the owner have met.
const NOT_YET: usize = usize::MAX;

/// What only the owner writes. An acquire and a release touch the line of `top` and one of the stack.
#[derive(Debug)]
#[repr(C, align(128))]
struct Own {
    /// I6. A pointer, not an index, so that a release is few enough instructions for compilers to put
    /// it where a panic would drop a buffer: see [`home::release`](super::home::release).
    top: AtomicPtr<AtomicU8>,
    /// Slots handed out by the owner, ever.
    hits: AtomicU64,
    /// The payload of slot 0.
    start: AtomicPtr<u8>,
    /// The bytes from one slot to the next.
    stride: usize,
    /// Slots swapped in from the remote mask, ever.
    collected: AtomicU64,
    /// The next shard of this class in the owner's ring.
    next_own: AtomicPtr<Shard>,
    /// Slots from here on were never handed out.
    fresh: AtomicU8,
    /// Free slots, below `top`.
    stack: [AtomicU8; SLOTS],
}

/// What other threads write.
#[derive(Debug)]
#[repr(align(128))]
struct Remote {
    /// Slot `n` is bit `n`.
    mask: AtomicU64,
    /// Slots stolen from the mask, ever.
    stolen: AtomicU64,
}

/// Some slots of one class. What every thread reads, what the owner writes and what the others write
/// lie on cache lines of their own.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Shard {
    /// First: [`home`](super::home), I2.
    pub(crate) home: Home,
    /// The number of slot 0 in its class.
    first: u32,
    capacity: u8,
    /// The owner's slots as the close has counted them, or as the owner left them if it was first (I5).
    accounted: AtomicUsize,
    own: Own,
    remote: Remote,
}

/// What a shard has done; see [`ClassStats`](super::stats::ClassStats).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) in_use: usize,
    pub(crate) high_water: usize,
    pub(crate) hits: u64,
    pub(crate) remote_releases: u64,
    pub(crate) steals: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, other: &Self) {
        self.in_use = self.in_use.saturating_add(other.in_use);
        self.high_water = self.high_water.saturating_add(other.high_water);
        self.hits = self.hits.wrapping_add(other.hits);
        self.remote_releases = self.remote_releases.wrapping_add(other.remote_releases);
        self.steals = self.steals.wrapping_add(other.steals);
    }
}

/// A slot that was handed out by its shard's owner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Popped {
    pub(crate) shard: NonNull<Shard>,
    pub(crate) slot: u8,
    pub(crate) payload: NonNull<u8>,
}

impl From<Popped> for Taken {
    fn from(Popped { shard, slot, payload }: Popped) -> Self {
        // A shard begins with its home.
        Self::new(shard.cast(), slot, payload)
    }
}

/// Adds to a cell that one thread writes.
#[inline]
fn add(cell: &AtomicU64, count: u64) {
    // Relaxed: the owner's own cell; others read it as a statistic, or behind I1.
    cell.store(cell.load(Ordering::Relaxed).wrapping_add(count), Ordering::Relaxed);
}

/// Puts a slot on the stack that `top` is the top of.
///
/// # Safety
///
/// * The calling thread owns the stack's shard, or did when it last looked;
/// * `top` points into the stack, and there is room for one more.
#[inline(always)]
unsafe fn push(top: &AtomicPtr<AtomicU8>, slot: u8) {
    // Relaxed: the owner's cell.
    let place = top.load(Ordering::Relaxed);
    // SAFETY: in the stack, by the caller's contract.
    unsafe { &*place }.store(slot, Ordering::Relaxed);
    // SAFETY: at most one past the end of the stack.
    let above = unsafe { place.add(1) };
    // Release: pairs with the Acquire in `close`, so that what the tenant did happens before the free.
    // The last access (I4).
    top.store(above, Ordering::Release);
}

impl Shard {
    pub(crate) fn new(
        pool: NonNull<Shared>,
        class: SizeClass,
        clear: bool,
        first: usize,
        capacity: usize,
    ) -> Self {
        debug_assert!(capacity <= SLOTS);
        Self {
            home: Home::shard(pool, class, clear),
            first: first as u32,
            capacity: capacity as u8,
            accounted: AtomicUsize::new(NOT_YET),
            own: Own {
                top: AtomicPtr::new(ptr::null_mut()),
                hits: AtomicU64::new(0),
                start: AtomicPtr::new(ptr::null_mut()),
                stride: storage::stride(class),
                collected: AtomicU64::new(0),
                next_own: AtomicPtr::new(ptr::null_mut()),
                fresh: AtomicU8::new(0),
                stack: array::from_fn(|_| AtomicU8::new(0)),
            },
            remote: Remote { mask: AtomicU64::new(0), stolen: AtomicU64::new(0) },
        }
    }

    /// The number of `slot` in its class.
    pub(crate) fn number(&self, slot: u8) -> u32 {
        self.first.wrapping_add(slot.into())
    }

    /// Takes the slot that was given back last.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    #[inline(always)]
    pub(crate) unsafe fn pop(&self) -> Option<Popped> {
        let top = self.own.top.load(Ordering::Relaxed);
        if ptr::eq(top, self.own.stack.as_ptr()) {
            return None;
        }
        // SAFETY: claimed, so not null, and above the start of the stack (I6).
        let top = unsafe { top.sub(1) };
        self.own.top.store(top, Ordering::Relaxed);
        // SAFETY: in the stack (I6), which lives as long as the shard.
        let slot = unsafe { &*top }.load(Ordering::Relaxed);
        // SAFETY: the caller owns the shard; the slot was given back, so it had been handed out.
        Some(unsafe { self.hand_out(slot) })
    }

    /// Takes a slot that was never handed out.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    pub(crate) unsafe fn carve(&self) -> Option<Popped> {
        let slot = self.own.fresh.load(Ordering::Relaxed);
        if slot >= self.capacity {
            return None;
        }
        self.own.fresh.store(slot.wrapping_add(1), Ordering::Relaxed);
        // SAFETY: the caller owns the shard; the slot is below the capacity.
        Some(unsafe { self.hand_out(slot) })
    }

    /// # Safety
    ///
    /// * The calling thread owns the shard, and so has stored `start` (see [`claim`](Self::claim));
    /// * `slot` is below the capacity.
    #[inline(always)]
    unsafe fn hand_out(&self, slot: u8) -> Popped {
        add(&self.own.hits, 1);
        let start = self.own.start.load(Ordering::Relaxed);
        // SAFETY: `start` is the payload of slot 0, and the storage has room for all of the shard's
        // slots, at this stride.
        let payload = unsafe { start.add(self.own.stride.wrapping_mul(slot.into())) };
        // SAFETY: in bounds of a block, so not null.
        let payload = unsafe { NonNull::new_unchecked(payload) };
        Popped { shard: NonNull::from(self), slot, payload }
    }

    /// Gives a slot back on the owner's thread.
    ///
    /// # Safety
    ///
    /// * `shard.home.owner` is the calling thread's tag, or was when this thread last looked;
    /// * `slot` of this shard is out, not accessed any more, and released by this call only.
    #[inline(always)]
    pub(crate) unsafe fn release_local(shard: NonNull<Self>, slot: u8) {
        // SAFETY: the slot is out, so the pool is alive.
        let top = unsafe { &(*shard.as_ptr()).own.top };
        // SAFETY: the slot is out, so there is room for it (I6).
        unsafe { push(top, slot) };
    }

    /// Moves what other threads gave back to the stack.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive.
    pub(crate) unsafe fn collect(&self) {
        // Relaxed: spares the swap of a line that others write. What is missed is found next time.
        if self.remote.mask.load(Ordering::Relaxed) == 0 {
            return;
        }
        // Acquire: pairs with the Release in `release_remote` (I3). Not closed: who acquires has a
        // handle.
        let mut bits = self.remote.mask.swap(0, Ordering::Acquire);
        debug_assert!(bits & CLOSED == 0, "collected from a closed shard");
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

    /// How many slots are on the stack.
    fn kept(&self) -> usize {
        // Acquire: see `close`. Elsewhere it may as well be Relaxed.
        let top = self.own.top.load(Ordering::Acquire);
        // Null is below any address (I6). A byte each, outside of models.
        let bytes = top.addr().saturating_sub(self.own.stack.as_ptr().addr());
        bytes.checked_div(size_of::<AtomicU8>()).unwrap_or(0)
    }

    /// How many slots are in the remote mask.
    fn given_back(&self) -> usize {
        // Relaxed: a number to show, or to try.
        (self.remote.mask.load(Ordering::Relaxed) & !CLOSED).count_ones() as usize
    }

    /// The next shard in the owner's ring.
    ///
    /// # Safety
    ///
    /// * The calling thread owns the shard, which is alive and in its ring.
    pub(crate) unsafe fn next_own(&self) -> NonNull<Self> {
        NonNull::new(self.own.next_own.load(Ordering::Relaxed)).unwrap_or(NonNull::from(self))
    }

    /// Puts this shard behind `before` in the owner's ring, or makes a ring of it alone.
    ///
    /// # Safety
    ///
    /// * The calling thread owns both shards, which are alive.
    pub(crate) unsafe fn join_ring(&self, before: Option<NonNull<Self>>) {
        let mine = ptr::from_ref(self).cast_mut();
        let next = before.map_or(mine, |before| {
            // SAFETY: alive, by the caller's contract.
            let before = unsafe { &before.as_ref().own.next_own };
            let next = before.load(Ordering::Relaxed);
            before.store(mine, Ordering::Relaxed);
            next
        });
        self.own.next_own.store(next, Ordering::Relaxed);
    }

    /// What the shard has done. Exact when nobody uses it.
    pub(crate) fn counts(&self) -> Counts {
        // Relaxed, all: statistics.
        let given_back = self.given_back();
        let collected = self.own.collected.load(Ordering::Relaxed);
        let stolen = self.remote.stolen.load(Ordering::Relaxed);
        let fresh = usize::from(self.own.fresh.load(Ordering::Relaxed));
        Counts {
            in_use: fresh.saturating_sub(self.kept()).saturating_sub(given_back),
            high_water: fresh,
            hits: self.own.hits.load(Ordering::Relaxed).wrapping_add(stolen),
            remote_releases: collected.wrapping_add(given_back as u64).wrapping_add(stolen),
            steals: stolen,
        }
    }
}

/// A model fails if an operation on these is not ordered before the memory ends (I4).
#[cfg(loom)]
impl Drop for Shard {
    fn drop(&mut self) {
        self.home.owner.with_mut(|_| ());
        self.accounted.with_mut(|_| ());
        self.own.top.with_mut(|_| ());
        self.remote.mask.with_mut(|_| ());
    }
}
