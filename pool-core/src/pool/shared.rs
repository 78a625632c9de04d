//! The state that the handles and the buffers of a pool share, and how it ends.
//!
//! # Teardown
//!
//! A buffer holds no reference count, which would cost two contended operations per buffer. It holds
//! its slot, and the pool is freed when all slots are free after the last handle is gone.
//!
//! ```text
//!  last handle                               a buffer, dropped on another thread
//!  -----------                               -----------------------------------
//!  for each word and shard:                  set the slot's bit
//!     set CLOSED                                CLOSED not seen -> done, touches nothing more
//!     free += free slots seen                   CLOSED seen     -> outstanding -= 1
//!  outstanding -= free + 1                         reached zero: free the pool
//!     reached zero: free the pool
//! ```
//!
//! A shard's owner releases without an atomic operation that could see `CLOSED`: see
//! [`Shard::close`](super::shard::Shard::close) for how its slots are counted.
//!
//! # Invariants
//!
//! * I1: `Shared` lives from `create` until the one `decrement_outstanding` that reaches zero.
//! * I2: a handle counted in `handles` keeps it alive: only the last one closes, and the outstanding
//!   count includes one for the closing handle, which is subtracted after its last access.
//! * I3: a slot in use keeps it alive until its release: the outstanding count starts at the number of
//!   slots plus one, and one is subtracted for each slot once: by the close if the slot was free, by its
//!   release if it was in use, or by the owner of its shard, when that abandons the shard, if the two
//!   overlapped. A release that does not subtract must not touch the pool after the operation that ends
//!   it: from then on the pool may be gone.
//! * I4: every access happens before the free. A handle's: by the AcqRel chain on `handles`, then the
//!   close. That of a release that does not subtract: its Release pairs with an Acquire of the close. All
//!   others: by the AcqRel chain on the outstanding count.
//! * I5: nothing acquires from a closed pool: acquiring takes a live handle. So no storage is created
//!   while the pool closes, and all slots of a class that was never used are free.

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::array;
use core::ptr::NonNull;
use core::sync::atomic;

use super::bitmap::WordSlot;
use super::class::Class;
use super::lifetime_tracker::LifetimeTracker;
use super::origin::{PoolHeader, RawSlot, SlotOrigin};
use super::outstanding::{self, Outstanding};
use super::stats::{ClassStats, PoolStats};
#[cfg(feature = "std")]
use super::{membership::Membership, origin::owner_tag, shard::Shard};
use crate::config::PoolConfig;
use crate::error::AcquireError;
use crate::heap;
use crate::policy::{Clear, Overflow};
use crate::size_class::SizeClass;
use crate::sync::{AtomicU64, AtomicUsize, Ordering};

/// The size in bytes of the shared state, without the bookkeeping of its classes.
pub(crate) const BYTES: usize = size_of::<Shared>() + outstanding::BYTES;

/// The maximum number of handles, so that the count cannot wrap. More can only be a leak.
const MAX_HANDLES: usize = isize::MAX as usize;

/// The next pool id. Ids start at 1 and are never reused; a `u64` does not wrap.
static NEXT_POOL: atomic::AtomicU64 = atomic::AtomicU64::new(1);

/// The state behind a [`Pool`](crate::Pool)'s handles and buffers.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Shared {
    /// First: see I3 of [`origin`](super::origin).
    header: PoolHeader,
    classes: [Class; SizeClass::POOLED],
    /// The number of handles; the pool closes when it drops to zero.
    handles: AtomicUsize,
    /// The number of requests longer than the largest class.
    jumbo: AtomicU64,
    /// The number of bytes that users of the pool have discarded unsent.
    discarded: AtomicU64,
    /// [`PoolConfig::class_map`].
    class_map: [u8; SizeClass::POOLED],
    largest: Option<SizeClass>,
    refuses_jumbo: bool,
    clear: bool,
    tracker: LifetimeTracker,
}

impl Shared {
    /// Makes the state of a new pool with one handle, or returns `None` if there is no memory for it.
    pub(crate) fn create(config: &PoolConfig) -> Option<NonNull<Self>> {
        // SAFETY: `Shared` is not zero-sized.
        let place = unsafe { alloc(Layout::new::<Self>()) };
        let place = NonNull::new(place)?.cast::<Self>();
        let Some(shared) = Self::try_new(place, config) else {
            // SAFETY: allocated above with this layout, and nothing refers to it: the classes that had
            // its address are gone.
            unsafe { alloc::alloc::dealloc(place.as_ptr().cast(), Layout::new::<Self>()) };
            return None;
        };
        // SAFETY: freshly allocated with the layout of `Shared`.
        unsafe { place.write(shared) };
        Some(place)
    }

    /// Makes the state of a new pool that will lie at `place`.
    fn try_new(place: NonNull<Self>, config: &PoolConfig) -> Option<Self> {
        let mut complete = true;
        let classes = array::from_fn(|index| {
            let class = SizeClass::from_index(index);
            let made = complete.then(|| Class::try_new(place.cast(), class, config)).flatten();
            complete = made.is_some();
            made.unwrap_or_else(|| Class::empty(class))
        });
        if !complete {
            return None;
        }
        let slots = config.classes().map(|(_, capacity)| capacity).fold(0, usize::saturating_add);
        Some(Self {
            header: PoolHeader {
                // Relaxed: it only has to be unique.
                id: NEXT_POOL.fetch_add(1, atomic::Ordering::Relaxed),
                outstanding: Outstanding::create(slots)?,
            },
            classes,
            handles: AtomicUsize::new(1),
            jumbo: AtomicU64::new(0),
            discarded: AtomicU64::new(0),
            class_map: config.class_map(),
            largest: config.largest_class(),
            refuses_jumbo: config.jumbo_overflow() != Overflow::Heap,
            clear: config.clear() == Clear::OnRelease,
            tracker: LifetimeTracker::new(),
        })
    }

    /// The pool whose header this is (I3 of [`origin`](super::origin)).
    pub(super) fn from_header(header: NonNull<PoolHeader>) -> NonNull<Self> {
        header.cast()
    }

    /// The pool's number, which no other pool has or had.
    #[inline]
    pub(crate) fn id(&self) -> u64 {
        self.header.id
    }

    pub(super) fn outstanding(&self) -> &Outstanding {
        // SAFETY: the pool's reference keeps it alive as long as the pool.
        unsafe { self.header.outstanding.as_ref() }
    }

    /// The class that serves `len` bytes, if there is one.
    pub(crate) fn class_for(&self, len: u32) -> Option<&Class> {
        let index = *self.class_map.get(SizeClass::for_len(len as usize).index())?;
        self.class(index.into())
    }

    /// The class at `index`; `None` past the last one.
    fn class(&self, index: usize) -> Option<&Class> {
        self.classes.get(index)
    }

    /// Counts one more handle.
    ///
    /// # Panics
    ///
    /// If there are more than `isize::MAX`.
    pub(crate) fn add_handle(&self) {
        // Relaxed: the new handle is made from one that is alive, as with `Arc`.
        let before = self.handles.fetch_add(1, Ordering::Relaxed);
        if before >= MAX_HANDLES {
            // Relaxed: undoes the line above.
            self.handles.fetch_sub(1, Ordering::Relaxed);
            panic!("a pool has at most {MAX_HANDLES} handles");
        }
    }

    /// Records a use of the pool's memory, for models.
    #[inline]
    pub(super) fn record_use(&self) {
        self.tracker.record_use();
    }

    /// Serves a request longer than the largest class, or refuses it.
    #[cold]
    pub(super) fn acquire_jumbo(&self, len: u32) -> Result<RawSlot, AcquireError> {
        if self.refuses_jumbo {
            return Err(AcquireError::NoClass { len: len as usize, largest: self.largest });
        }
        let buffer = heap::acquire(len as usize, len, self.clear)?;
        // Relaxed: a statistic.
        self.jumbo.fetch_add(1, Ordering::Relaxed);
        Ok(buffer)
    }

    /// Returns the payload of a slot in use: see [`Class::payload`].
    ///
    /// # Safety
    ///
    /// * The slot at `index` of `origin` is in use, of this pool.
    pub(super) unsafe fn payload(
        shared: NonNull<Self>,
        origin: NonNull<SlotOrigin>,
        index: u8,
    ) -> Option<NonNull<u8>> {
        // SAFETY: the slot is in use, so the pool is alive (I3).
        let this = unsafe { shared.as_ref() };
        // SAFETY: an origin outlives its slots in use.
        let class = this.class(unsafe { origin.as_ref() }.class().index())?;
        // SAFETY: by the caller's contract.
        unsafe { class.payload(origin, index) }
    }

    /// Subtracts `count` from the outstanding count, and frees the pool if that reaches zero.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`], and `count` of the outstanding count stands for slots,
    ///   visits or the closing handle of the caller, which keep it alive;
    /// * the caller does not use it again.
    pub(super) unsafe fn decrement_outstanding(shared: NonNull<Self>, count: usize) {
        // SAFETY: the caller's part of the count keeps it alive (I3).
        let this = unsafe { shared.as_ref() };
        this.tracker.record_use();
        if this.outstanding().decrement(count) {
            // SAFETY: from `create`, and this is the call that reached zero (I1).
            unsafe { Self::free(shared) };
        }
    }

    /// Drops a handle, and returns whether it was the last one. If it was, the caller closes the pool
    /// with [`close`](Self::close), and otherwise the pool may be gone when this returns.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * the caller owns one of the counted handles, and drops no other handle on its behalf.
    pub(crate) unsafe fn drop_handle(shared: NonNull<Self>) -> bool {
        // SAFETY: the caller's handle keeps it alive (I2).
        let this = unsafe { shared.as_ref() };
        // AcqRel: pairs with itself. Release: the acquires and creations of this handle happen before
        // the close. Acquire: everything that other handles did happens before the last one returns
        // `true`.
        let last = this.handles.fetch_sub(1, Ordering::AcqRel) == 1;
        if last {
            this.tracker.record_use();
        }
        last
    }

    /// Closes the pool, which is freed when its last slot is released.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * [`drop_handle`](Self::drop_handle) returned `true` to the caller, who does not use `shared` again.
    pub(crate) unsafe fn close(shared: NonNull<Self>) {
        // SAFETY: the outstanding count includes the closing handle (I2).
        let this = unsafe { shared.as_ref() };
        this.outstanding().close();
        let free = this.classes.iter().map(Class::close).fold(0, usize::wrapping_add);
        // SAFETY: from `create`; the count is for the free slots and the closing handle (I2).
        unsafe { Self::decrement_outstanding(shared, free.wrapping_add(1)) };
    }

    /// Abandons the shards that a thread owns, and returns the number of slots that the caller has to
    /// subtract from the outstanding count.
    #[cfg(feature = "std")]
    pub(super) fn abandon_shards(&self, membership: &Membership, thread: usize) -> usize {
        self.tracker.record_use();
        let tag = owner_tag(thread, self.clear);
        let abandon = |(index, class): (usize, &Class)| match class.shards() {
            // SAFETY: the shards are those of this pool and class, and live as long as `self`.
            Some(shards) => unsafe { membership.abandon(index, shards, tag) },
            None => 0,
        };
        self.classes.iter().enumerate().map(abandon).fold(0, usize::wrapping_add)
    }

    /// Reopens a drained shard to which a slot was released.
    ///
    /// # Safety
    ///
    /// * `shard` is of this pool; a part of the outstanding count keeps the pool alive during the call.
    #[cfg(feature = "std")]
    #[cold]
    pub(super) unsafe fn reopen(shared: NonNull<Self>, shard: &Shard) {
        // SAFETY: alive, by the caller's contract.
        let this = unsafe { shared.as_ref() };
        this.tracker.record_use();
        if let Some(shards) = this.class(shard.origin.class().index()).and_then(Class::shards) {
            shards.reopen(shard, this.outstanding());
        }
    }

    /// Hands a slot to the first waiter of its class, or frees the slot if there is none.
    ///
    /// # Safety
    ///
    /// * `slot` is in use, of this pool and `class`, not accessed any more, and released by this call
    ///   only.
    pub(super) unsafe fn hand_over(shared: NonNull<Self>, class: SizeClass, slot: WordSlot) {
        // SAFETY: the slot is in use, so the pool is alive (I3).
        let this = unsafe { shared.as_ref() };
        let Some(class) = this.class(class.index()) else { return };
        // After the hand-over the waiter may release the slot and end the pool while this thread is
        // still in it.
        let entered = this.outstanding().enter();
        debug_assert!(entered, "the count includes the slot in use");
        // SAFETY: by the caller's contract; entered, so the pool stays alive.
        let handed_over = unsafe { class.hand_over(slot) };
        // A slot that was freed in a closed pool has its decrement to make, too.
        let count = if matches!(handed_over, Err(true)) { 2_usize } else { 1 };
        // SAFETY: entered above; the second decrement is for the slot.
        unsafe { Self::decrement_outstanding(shared, count) };
        // Last: the waker is foreign code, which may panic.
        if let Ok(waker) = handed_over {
            waker.wake();
        }
    }

    /// Frees the pool.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * no other code uses it any more.
    #[cold]
    pub(crate) unsafe fn free(shared: NonNull<Self>) {
        // SAFETY: not freed yet, and only the caller uses it.
        let this = unsafe { shared.as_ref() };
        this.tracker.record_end();
        let outstanding = this.header.outstanding;
        // SAFETY: allocated in `create` by the global allocator with the layout of `Shared`, written
        // there, and owned by the caller alone.
        drop(unsafe { Box::from_raw(shared.as_ptr()) });
        // SAFETY: the reference was the pool's, which is gone.
        unsafe { Outstanding::drop_ref(outstanding) };
    }

    /// Reserves and touches the slots of every class.
    pub(crate) fn prefault(&self) -> Result<(), AcquireError> {
        self.classes.iter().try_for_each(Class::prefault)
    }

    /// Counts bytes that were discarded unsent.
    pub(crate) fn record_discarded(&self, bytes: u64) {
        self.tracker.record_use();
        // Relaxed: a statistic.
        self.discarded.fetch_add(bytes, Ordering::Relaxed);
    }

    /// A snapshot of the counters.
    pub(crate) fn stats(&self) -> PoolStats {
        self.tracker.record_use();
        let classes = array::from_fn(|index| match self.class(index) {
            Some(class) => class.stats(),
            None => ClassStats::unused(SizeClass::from_index(index), 0),
        });
        // Relaxed: statistics.
        let [jumbo, discarded] =
            [&self.jumbo, &self.discarded].map(|count| count.load(Ordering::Relaxed));
        PoolStats::new(classes, jumbo, discarded)
    }
}

/// A model fails if an operation on these fields is not ordered before the memory ends (I4).
#[cfg(loom)]
impl Drop for Shared {
    fn drop(&mut self) {
        self.handles.with_mut(|_| ());
        self.jumbo.with_mut(|_| ());
        self.discarded.with_mut(|_| ());
    }
}
