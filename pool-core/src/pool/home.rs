//! Where a buffer goes when it is dropped: what a shard, a word of a bitmap and the heap have in common.
//!
//! Every buffer points at a [`Home`]. Its first field decides the fast path: if it names the thread that
//! drops the buffer, the home is a shard of that thread and the slot goes back with plain stores. All
//! other homes have an owner that no thread's id equals, so that one comparison is all the fast path
//! pays for shards of other threads, bitmaps, the heap and clearing.
//!
//! # Invariants
//!
//! * I1: `owner` equals [`thread::id`](super::thread::id) of a thread only in a [`Shard`] that this
//!   thread owns and whose pool does not clear.
//! * I2: a home of kind `Shard` is the first field of a `Shard`, one of kind `Word` or `WaitingWord` that
//!   of a `Word`; both are `repr(C)`. Such a home has a `pool`, and the heap's has none.

use core::ptr::NonNull;

use super::bitmap::{self, Word};
#[cfg(feature = "std")]
use super::shard::Shard;
use super::shared::Shared;
use super::storage::PAYLOAD_ALIGN;
#[cfg(feature = "std")]
use super::thread;
use super::wipe;
use crate::buf::Slot;
use crate::heap;
use crate::size_class::SizeClass;
use crate::sync::AtomicUsize;
#[cfg(feature = "std")]
use crate::sync::Ordering;

/// What kind of home it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Heap,
    Word,
    /// A word whose class has a queue of waiters.
    #[cfg(feature = "std")]
    WaitingWord,
    #[cfg(feature = "std")]
    Shard,
}

/// The values of `owner` that are no thread's, nor [tags](owner_tag): ids are multiples of 8, and not zero.
pub(crate) mod owner {
    /// A shard that waits for a thread to claim it.
    #[cfg(feature = "std")]
    pub(crate) const NONE: usize = 2;
    /// A shard of a pool whose last handle is gone.
    #[cfg(feature = "std")]
    pub(crate) const CLOSED: usize = 3;
    /// Not a shard.
    pub(crate) const FOREIGN: usize = 4;
}

/// What stands in `owner` of the shards of thread `id`. In a pool that clears it is not the id, so that
/// a release leaves the fast path and comes by [`release_elsewhere`].
#[cfg(feature = "std")]
#[inline]
pub(crate) fn owner_tag(id: usize, clear: bool) -> usize {
    id | usize::from(clear)
}

/// The common part of everything a buffer can go back to.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Home {
    /// I1.
    pub(crate) owner: AtomicUsize,
    /// I2.
    pool: Option<NonNull<Shared>>,
    kind: Kind,
    clear: bool,
    /// The index of the size class; has no meaning for the heap.
    class: u8,
}

// SAFETY: `Shared` is `Send + Sync`, and the other fields are atomics and constants.
unsafe impl Send for Home {}
// SAFETY: as above.
unsafe impl Sync for Home {}

impl Home {
    #[cfg(feature = "std")]
    pub(crate) fn shard(pool: NonNull<Shared>, class: SizeClass, clear: bool) -> Self {
        let owner = AtomicUsize::new(owner::NONE);
        Self { owner, pool: Some(pool), kind: Kind::Shard, clear, class: class.index() as u8 }
    }

    pub(crate) fn word(pool: NonNull<Shared>, class: SizeClass, clear: bool, waits: bool) -> Self {
        #[cfg(feature = "std")]
        let kind = if waits { Kind::WaitingWord } else { Kind::Word };
        #[cfg(not(feature = "std"))]
        let (kind, _) = (Kind::Word, waits);
        let owner = AtomicUsize::new(owner::FOREIGN);
        Self { owner, pool: Some(pool), kind, clear, class: class.index() as u8 }
    }

    pub(crate) fn heap(clear: bool) -> Self {
        let owner = AtomicUsize::new(owner::FOREIGN);
        Self { owner, pool: None, kind: Kind::Heap, clear, class: 0 }
    }

    #[inline]
    pub(crate) fn is_heap(&self) -> bool {
        self.kind == Kind::Heap
    }

    pub(crate) fn pool(&self) -> Option<NonNull<Shared>> {
        self.pool
    }

    #[inline]
    pub(crate) fn class(&self) -> SizeClass {
        SizeClass::from_index(self.class.into())
    }
}

/// A slot that was handed out, or a block of the heap. It fits in two registers: the slot's number is in
/// the bits of the payload's address that its alignment leaves free.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken {
    payload: NonNull<u8>,
    home: NonNull<Home>,
}

impl Taken {
    /// `slot` of `home`, with its payload, which is aligned to [`PAYLOAD_ALIGN`].
    #[inline(always)]
    pub(crate) fn new(home: NonNull<Home>, slot: u8, payload: NonNull<u8>) -> Self {
        let slot = usize::from(slot);
        debug_assert!(slot < PAYLOAD_ALIGN && payload.addr().get().is_multiple_of(PAYLOAD_ALIGN));
        Self { payload: payload.map_addr(|addr| addr | slot), home }
    }

    #[inline(always)]
    pub(crate) fn home(self) -> NonNull<Home> {
        self.home
    }

    #[inline(always)]
    pub(crate) fn slot(self) -> u8 {
        (self.payload.addr().get() % PAYLOAD_ALIGN) as u8
    }

    #[inline(always)]
    pub(crate) fn payload(self) -> NonNull<u8> {
        let slot = self.slot().into();
        // SAFETY: less than the alignment was added to the address in `new`, which is taken away.
        unsafe { self.payload.byte_sub(slot) }
    }
}

/// Gives a buffer back.
///
/// Kept so small that compilers put it even where a panic would drop a buffer: they keep a buffer in
/// registers only if no function that they did not put in place is given its address.
///
/// # Safety
///
/// * `home` handed out `slot`, and at most what it says of it;
/// * it has not been released, and is not accessed any more.
#[inline(always)]
pub(crate) unsafe fn release(home: NonNull<Home>, slot: Slot) {
    // SAFETY: a home outlives the slots that are out.
    #[cfg(feature = "std")]
    let owner = unsafe { &(*home.as_ptr()).owner };
    // Relaxed: it is this thread's id only if this thread wrote it.
    #[cfg(feature = "std")]
    if owner.load(Ordering::Relaxed) == thread::id() {
        // SAFETY: such a home is a shard that this thread owns (I1), and the slot is out.
        unsafe { Shard::release_local(home.cast::<Shard>(), slot.number()) };
        return;
    }
    // SAFETY: by the caller's contract.
    unsafe { release_elsewhere(home, slot) }
}

/// Gives a buffer back to a home that is not a shard of this thread, or that clears.
///
/// # Safety
///
/// * As for [`release`].
#[inline(never)]
unsafe fn release_elsewhere(home: NonNull<Home>, slot: Slot) {
    // SAFETY: a home outlives the slots that are out.
    let this = unsafe { home.as_ref() };
    if this.clear {
        // SAFETY: handed out, and not accessed by anybody else until it is released.
        unsafe { wipe::slot(home, slot) };
    }
    let closed = match this.kind {
        Kind::Heap => {
            // SAFETY: the home is a block's of the heap (I2), and not used again.
            unsafe { heap::release(home) };
            return;
        }
        // SAFETY: the home is a word's (I2), and the slot is out.
        Kind::Word => unsafe { bitmap::release(home.cast::<Word>(), slot.number()) },
        #[cfg(feature = "std")]
        Kind::WaitingWord => {
            // SAFETY: the home is a word's (I2), and the slot is out.
            unsafe { bitmap::release_or_hand_over(home.cast::<Word>(), slot.number()) }
        }
        #[cfg(feature = "std")]
        Kind::Shard => {
            let shard = home.cast::<Shard>();
            // Relaxed: as in `release`.
            if this.owner.load(Ordering::Relaxed) == owner_tag(thread::id(), this.clear) {
                // SAFETY: the home is a shard's (I2), which this thread owns; the slot is out.
                unsafe { Shard::release_local(shard, slot.number()) };
                return;
            }
            // SAFETY: the home is a shard's (I2), and the slot is out.
            unsafe { Shard::release_remote(shard, slot.number()) }
        }
    };
    if closed {
        // `closed` means that this slot's token is still away, so the pool is alive.
        if let Some(pool) = this.pool {
            // SAFETY: alive, and the token is this slot's.
            unsafe { Shared::come_home(pool, 1) };
        }
    }
}
