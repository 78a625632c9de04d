//! What the handles of a pool and its buffers share, and how it ends.
//!
//! # Teardown
//!
//! A buffer holds no reference count: that would cost two contended operations per buffer. It holds
//! its slot, and the pool is freed when all slots are home after the last handle is gone.
//!
//! ```text
//!  last handle                               a buffer, dropped
//!  -----------                               -----------------
//!  for each word: fetch_or(CLOSED)           fetch_or(slot bit)
//!     home += free bits seen                    CLOSED not seen -> done, touches nothing more
//!  away -= home + 1                             CLOSED seen     -> away -= 1
//!     last one home frees                       last one home frees
//! ```
//!
//! # Invariants
//!
//! * I1: `Shared` lives from `create` until the one `come_home` that returns `true`.
//! * I2: a handle counted in `handles` keeps it alive: only the last one closes, and `away` holds one
//!   token for the closing handle, which it hands in after its last access.
//! * I3: a slot that is out keeps it alive until its release: `away` starts at the number of slots plus
//!   one, and a slot's token is handed in once, by the close if the slot was home, or by its release
//!   if it was out (bitmap I2). A release that does not see `CLOSED` hands in nothing, because the
//!   close, later in the word's order, counts that slot. It must not touch the pool after the
//!   `fetch_or`: from then on the pool may be gone.
//! * I4: every access happens before the free. A handle's: by the AcqRel chain on `handles`, then the
//!   close. A release's that does not see `CLOSED`: its Release pairs with the close's Acquire on the
//!   word. A release's that does, and the close's: by the AcqRel chain on `away`.
//! * I5: nothing acquires from a closed pool: acquiring takes a live handle. So no storage is created
//!   while the pool closes, and a class that was never used has all its slots home.

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::array;
use core::ptr::NonNull;

use super::alive::Alive;
use super::away::Away;
use super::bitmap::{self, Bitmap};
use super::stats::{ClassStats, Counters, PoolStats};
use super::storage::Storage;
use crate::buf::{PooledBuf, SlotId};
use crate::config::{Overflow, PoolConfig};
use crate::error::AcquireError;
use crate::heap;
use crate::size_class::SizeClass;
use crate::sync::{AtomicU64, AtomicUsize, Ordering};

/// What the shared state takes.
pub(crate) const BYTES: usize = size_of::<Shared>();

/// More handles than this are a leak: the count must not wrap.
const MAX_HANDLES: usize = isize::MAX as usize;

/// One class. The counters' alignment keeps two classes off each other's cache lines.
#[derive(Debug)]
struct Class {
    bitmap: Bitmap,
    storage: Storage,
    counters: Counters,
}

/// The state behind a [`Pool`](crate::Pool)'s handles and buffers.
#[derive(Debug)]
pub(crate) struct Shared {
    classes: [Class; SizeClass::POOLED],
    /// For each class the index of the class that serves it: itself, or the next larger one that has
    /// slots; `POOLED` if there is none.
    serves: [u8; SizeClass::POOLED],
    overflow: Overflow,
    /// Handles that share this; the pool closes when it drops to zero.
    handles: AtomicUsize,
    away: Away,
    jumbo: AtomicU64,
    alive: Alive,
}

/// Handles and buffers on different threads use one `Shared`; neither is its owner.
const _: () = {
    const fn shared_between_threads<T: Send + Sync>() {}
    shared_between_threads::<Shared>();
};

impl Shared {
    fn try_new(config: &PoolConfig) -> Option<Self> {
        let mut complete = true;
        let mut slots = 0_usize;
        let classes = array::from_fn(|index| {
            let class = SizeClass::from_index(index);
            let capacity = config.capacity(class);
            slots = slots.saturating_add(capacity);
            let bitmap = Bitmap::try_new(capacity).unwrap_or_else(|| {
                complete = false;
                Bitmap::empty()
            });
            let storage = Storage::new(class, capacity as u32);
            Class { bitmap, storage, counters: Counters::new() }
        });
        let mut serves = [SizeClass::POOLED as u8; SizeClass::POOLED];
        let mut next = SizeClass::POOLED as u8;
        for (index, entry) in serves.iter_mut().enumerate().rev() {
            if config.capacity(SizeClass::from_index(index)) > 0 {
                next = index as u8;
            }
            *entry = next;
        }
        complete.then(|| Self {
            classes,
            serves,
            overflow: config.overflow_policy(),
            handles: AtomicUsize::new(1),
            away: Away::new(slots),
            jumbo: AtomicU64::new(0),
            alive: Alive::new(),
        })
    }

    /// The state of a new pool with one handle, or `None` if there is no memory for it.
    pub(super) fn create(config: &PoolConfig) -> Option<NonNull<Self>> {
        let shared = Self::try_new(config)?;
        // SAFETY: `Shared` is not zero-sized.
        let place = unsafe { alloc(Layout::new::<Self>()) };
        let place = NonNull::new(place)?.cast::<Self>();
        // SAFETY: freshly allocated with the layout of `Shared`.
        unsafe { place.write(shared) };
        Some(place)
    }

    /// Counts one more handle.
    ///
    /// # Panics
    ///
    /// If there are more than `isize::MAX`.
    pub(super) fn add_handle(&self) {
        // Relaxed: the new handle is made from one that is alive, as with `Arc`.
        let before = self.handles.fetch_add(1, Ordering::Relaxed);
        if before >= MAX_HANDLES {
            // Relaxed: undoes the line above.
            self.handles.fetch_sub(1, Ordering::Relaxed);
            panic!("a pool has at most {MAX_HANDLES} handles");
        }
    }

    /// Takes a slot of the class that serves `len` bytes, or what the overflow policy says.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * a handle keeps it alive during the call (I2).
    #[inline]
    pub(super) unsafe fn acquire(
        shared: NonNull<Self>,
        len: u32,
    ) -> Result<PooledBuf, AcquireError> {
        // SAFETY: alive during the call, by the caller's contract.
        let this = unsafe { shared.as_ref() };
        this.alive.used();
        let index = SizeClass::for_len(len as usize).index();
        let served = this.serves.get(index).map_or(SizeClass::POOLED, |&class| usize::from(class));
        let Some(class) = this.classes.get(served) else {
            return this.acquire_jumbo(len);
        };
        let Some(block) = class.storage.block() else {
            return Err(AcquireError::OutOfMemory { len: len as usize });
        };
        let Some(slot) = class.bitmap.acquire() else {
            return this.acquire_overflow(class, len);
        };
        class.counters.hit();
        // SAFETY: the block is this storage's, and the bitmap has as many slots as the storage.
        let payload = unsafe { class.storage.payload(block, slot) };
        // SAFETY: the payload holds `class` bytes behind the header room, and `len` fits in the class
        // that serves it; the slot is out, to this buffer only (bitmap I1), and keeps the pool alive
        // (I3).
        Ok(unsafe { PooledBuf::from_slot(payload, shared, SlotId::new(served, slot), len) })
    }

    #[cold]
    fn acquire_overflow(&self, class: &Class, len: u32) -> Result<PooledBuf, AcquireError> {
        match self.overflow {
            Overflow::Heap => {
                let buf = heap::acquire(class.storage.class().bytes(), len)?;
                class.counters.overflowed();
                Ok(buf)
            }
            Overflow::Fail => {
                class.counters.refused();
                let capacity = class.storage.capacity() as usize;
                Err(AcquireError::Exhausted {
                    len: len as usize,
                    class: class.storage.class(),
                    capacity,
                    in_use: capacity.saturating_sub(class.bitmap.free()),
                })
            }
        }
    }

    #[cold]
    fn acquire_jumbo(&self, len: u32) -> Result<PooledBuf, AcquireError> {
        let buf = heap::acquire(len as usize, len)?;
        // Relaxed: a statistic.
        self.jumbo.fetch_add(1, Ordering::Relaxed);
        Ok(buf)
    }

    /// Gives a slot back, and frees the pool if it was the last one home after the close.
    ///
    /// # Safety
    ///
    /// * `id` was handed out by [`Shared::acquire`] on `shared`, and has not been released since;
    /// * the slot's bytes are not accessed any more.
    #[inline]
    pub(crate) unsafe fn release(shared: NonNull<Self>, id: SlotId) {
        // SAFETY: the slot is out, so the pool is alive (I3).
        let this = unsafe { shared.as_ref() };
        this.alive.used();
        let class = this.classes.get(id.class());
        let Some((class, (word, bit))) =
            class.and_then(|class| Some((class, class.bitmap.place(id.slot())?)))
        else {
            debug_assert!(false, "a slot of this pool has a class and a place");
            return;
        };
        // Before the release: afterwards the counters may be gone.
        class.counters.released();
        if bitmap::release(word, bit) {
            // `CLOSED` was seen, so this slot's token is still away and the pool alive (I3). Where it
            // was not, nothing of the pool is touched any more.
            this.alive.used();
            if this.away.come_home(1) {
                // SAFETY: from `create`, and this is the call that came home last (I1).
                unsafe { Self::free(shared) };
            }
        }
    }

    /// Drops a handle; the last one closes the pool.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * the caller owns one of the counted handles, and does not use `shared` again.
    pub(super) unsafe fn drop_handle(shared: NonNull<Self>) {
        // SAFETY: the caller's handle keeps it alive (I2).
        let this = unsafe { shared.as_ref() };
        // AcqRel: pairs with itself. Release: what this handle acquired and created happens before
        // the close; Acquire: in the last one, everything other handles did has happened.
        if this.handles.fetch_sub(1, Ordering::AcqRel) != 1 {
            return;
        }
        this.alive.used();
        let home: usize = this.classes.iter().map(|class| class.bitmap.close()).sum();
        // One more: the token of the closing handle (I2).
        if this.away.come_home(home.saturating_add(1)) {
            // SAFETY: from `create`, and this is the call that came home last (I1).
            unsafe { Self::free(shared) };
        }
    }

    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * nobody uses it any more.
    #[cold]
    pub(super) unsafe fn free(shared: NonNull<Self>) {
        // SAFETY: not freed yet, and the caller alone uses it.
        unsafe { shared.as_ref() }.alive.ends();
        // SAFETY: allocated in `create` by the global allocator with the layout of `Shared`, written
        // there, and owned by the caller alone.
        drop(unsafe { Box::from_raw(shared.as_ptr()) });
    }

    /// A snapshot of the counters.
    pub(super) fn stats(&self) -> PoolStats {
        self.alive.used();
        let classes = array::from_fn(|index| match self.classes.get(index) {
            Some(class) => {
                let capacity = class.storage.capacity() as usize;
                class.counters.snapshot(class.storage.class(), capacity)
            }
            None => ClassStats::unused(SizeClass::from_index(index), 0),
        });
        // Relaxed: a statistic.
        PoolStats::new(classes, self.jumbo.load(Ordering::Relaxed))
    }
}
