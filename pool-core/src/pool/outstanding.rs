//! The outstanding count, which decides who frees a closed pool. It lies in a block that outlives the
//! pool.
//!
//! # Invariants
//!
//! * I1: the block lives while `refs` is not zero. The pool holds one reference until it is freed, and
//!   each thread's record of the pool one until the thread forgets it.
//! * I2: while `count` is not zero the pool is alive. The count never leaves zero again.

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::ptr::NonNull;

use crate::sync::{AtomicUsize, Ordering};

/// The size of the block, in bytes.
pub(crate) const BYTES: usize = size_of::<Outstanding>();

/// Counts everything that must finish before a pool's memory can be freed: its slots, the handle that
/// closes it, and threads that are inside it. All fields are interior-mutable, so that the `&self` of a
/// call during which another thread frees the block makes no false promise.
#[derive(Debug)]
pub(crate) struct Outstanding {
    /// I2.
    count: AtomicUsize,
    /// I1.
    refs: AtomicUsize,
    /// Not zero once the last handle is gone: a hint to threads that they can forget the pool. A whole word,
    /// so that the block has no padding.
    closed: AtomicUsize,
}

impl Outstanding {
    /// The count of a pool of `slots` slots, with one reference. The closing handle counts as one more,
    /// because it walks every class, and the release of the last buffer must not free the pool under
    /// it.
    pub(crate) fn new(slots: usize) -> Self {
        Self {
            count: AtomicUsize::new(slots.saturating_add(1)),
            refs: AtomicUsize::new(1),
            closed: AtomicUsize::new(0),
        }
    }

    /// Makes a [`new`](Self::new) count in a block of its own, or returns `None` if there is no memory.
    pub(crate) fn create(slots: usize) -> Option<NonNull<Self>> {
        // SAFETY: `Outstanding` is not zero-sized.
        let place = unsafe { alloc(Layout::new::<Self>()) };
        let place = NonNull::new(place)?.cast::<Self>();
        // SAFETY: freshly allocated with the layout of `Outstanding`.
        unsafe { place.write(Self::new(slots)) };
        Some(place)
    }

    /// Subtracts `count`. Returns `true` in exactly one call: the one that reaches zero. Its caller frees
    /// the pool; no other caller may touch the pool again.
    #[inline]
    pub(crate) fn decrement(&self, count: usize) -> bool {
        // AcqRel: pairs with itself. Release: what this thread did to the pool happens before the
        // last decrement. Acquire: everything that other threads did happens before this one returns
        // `true`.
        let before = self.count.fetch_sub(count, Ordering::AcqRel);
        debug_assert!(before >= count, "the outstanding count is less than {count}");
        before == count
    }

    /// Adds slots that are free from now on, and that their releases will subtract. The caller keeps the pool
    /// alive.
    #[cfg(feature = "std")]
    pub(crate) fn add(&self, slots: usize) {
        // Relaxed: each thread that subtracts them, or counts them as free, sees the change that freed them,
        // which the caller publishes after this.
        self.count.fetch_add(slots, Ordering::Relaxed);
    }

    /// Adds one to the count, which keeps the pool alive until the caller decrements it. Returns `false`
    /// if the pool is gone already.
    pub(crate) fn enter(&self) -> bool {
        // Relaxed: the pool's state was made before this thread's reference to the block, and the count
        // alone shows that the pool is not freed (I2).
        let entered = self.count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| {
            (count > 0).then(|| count.saturating_add(1))
        });
        entered.is_ok()
    }

    /// Records that the last handle is gone.
    pub(crate) fn close(&self) {
        // Relaxed: a hint.
        self.closed.store(1, Ordering::Relaxed);
    }

    /// Whether the last handle is gone.
    #[cfg(feature = "std")]
    pub(crate) fn is_closed(&self) -> bool {
        // Relaxed: a hint.
        self.closed.load(Ordering::Relaxed) != 0
    }

    /// Adds a reference to the block.
    #[cfg(feature = "std")]
    pub(crate) fn add_ref(&self) {
        // Relaxed: the new reference is made from one that is alive, as with `Arc`.
        self.refs.fetch_add(1, Ordering::Relaxed);
    }

    /// Drops a reference; the last one frees the block.
    ///
    /// # Safety
    ///
    /// * `outstanding` came from [`Outstanding::create`];
    /// * the caller owns one of the counted references, and does not use it again.
    pub(crate) unsafe fn drop_ref(outstanding: NonNull<Self>) {
        // SAFETY: the caller's reference keeps it alive (I1).
        let refs = unsafe { &outstanding.as_ref().refs };
        // AcqRel: pairs with itself, so that every use happens before the free.
        if refs.fetch_sub(1, Ordering::AcqRel) == 1 {
            // SAFETY: allocated in `create` with the layout of `Outstanding`, and no reference is left (I1).
            drop(unsafe { Box::from_raw(outstanding.as_ptr()) });
        }
    }
}

/// A model fails if an operation on these fields is not ordered before the memory ends (I1).
#[cfg(loom)]
impl Drop for Outstanding {
    fn drop(&mut self) {
        self.count.with_mut(|_| ());
        self.refs.with_mut(|_| ());
    }
}
