//! The count that decides who frees a closed pool, in a block that outlives it.
//!
//! # Invariants
//!
//! * I1: the block lives while `refs` is not zero. The pool holds one reference until it is freed, and
//!   each thread's record of the pool one until the thread forgets it.
//! * I2: while `count` is not zero the pool is alive. It never leaves zero again.

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::ptr::NonNull;

use crate::sync::{AtomicBool, AtomicUsize, Ordering};

/// What the block takes.
pub(crate) const BYTES: usize = size_of::<Away>();

/// What must still come home before a pool's memory can be freed: its slots, the handle that closes
/// it, and threads that are inside it. All interior-mutable, so that `&self` of a call in which another
/// thread frees the block promises nothing false.
#[derive(Debug)]
pub(crate) struct Away {
    /// I2.
    count: AtomicUsize,
    /// I1.
    refs: AtomicUsize,
    /// Whether the last handle is gone: a hint to threads that they may forget the pool.
    closed: AtomicBool,
}

impl Away {
    /// For a pool of `slots` slots, with one reference. The closing handle is one more: it walks every
    /// class, and what it walks must not be freed by the last buffer in the middle of it.
    pub(crate) fn new(slots: usize) -> Self {
        Self {
            count: AtomicUsize::new(slots.saturating_add(1)),
            refs: AtomicUsize::new(1),
            closed: AtomicBool::new(false),
        }
    }

    /// [`new`](Self::new) in a block of its own, or `None` if there is no memory for it.
    pub(crate) fn create(slots: usize) -> Option<NonNull<Self>> {
        // SAFETY: `Away` is not zero-sized.
        let place = unsafe { alloc(Layout::new::<Self>()) };
        let place = NonNull::new(place)?.cast::<Self>();
        // SAFETY: freshly allocated with the layout of `Away`.
        unsafe { place.write(Self::new(slots)) };
        Some(place)
    }

    /// `count` of them came home. Returns `true` in exactly one call: the one after which nothing is
    /// away. Its caller frees the pool; every other caller must not touch it again.
    #[inline]
    pub(crate) fn come_home(&self, count: usize) -> bool {
        // AcqRel: pairs with itself. Release: what this thread did to the pool happens before the
        // last arrival; Acquire: in the last arrival, everything the others did has happened.
        let before = self.count.fetch_sub(count, Ordering::AcqRel);
        debug_assert!(before >= count, "more came home than was away");
        before == count
    }

    /// Keeps the pool alive until the caller comes home, or returns `false` if it is gone already.
    #[cfg(feature = "std")]
    pub(crate) fn enter(&self) -> bool {
        // Relaxed: the pool's state was made before this thread's reference to the block, and that it
        // is not freed follows from the count alone (I2).
        let entered = self.count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| {
            (count > 0).then(|| count.saturating_add(1))
        });
        entered.is_ok()
    }

    /// The last handle is gone.
    pub(crate) fn close(&self) {
        // Relaxed: a hint.
        self.closed.store(true, Ordering::Relaxed);
    }

    /// Whether the last handle is gone.
    #[cfg(feature = "std")]
    pub(crate) fn is_closed(&self) -> bool {
        // Relaxed: a hint.
        self.closed.load(Ordering::Relaxed)
    }

    /// One more reference to the block.
    #[cfg(feature = "std")]
    pub(crate) fn add_ref(&self) {
        // Relaxed: made from a reference that is alive, as with `Arc`.
        self.refs.fetch_add(1, Ordering::Relaxed);
    }

    /// Gives a reference back; the last one frees the block.
    ///
    /// # Safety
    ///
    /// * `away` came from [`Away::create`];
    /// * the caller owns one of the counted references, and does not use it again.
    pub(crate) unsafe fn drop_ref(away: NonNull<Self>) {
        // SAFETY: the caller's reference keeps it alive (I1).
        let refs = unsafe { &away.as_ref().refs };
        // AcqRel: pairs with itself, so that every use happens before the free.
        if refs.fetch_sub(1, Ordering::AcqRel) == 1 {
            // SAFETY: allocated in `create` with the layout of `Away`, and nobody refers to it (I1).
            drop(unsafe { Box::from_raw(away.as_ptr()) });
        }
    }
}

/// A model fails if an operation on these is not ordered before the memory ends (I1).
#[cfg(loom)]
impl Drop for Away {
    fn drop(&mut self) {
        self.count.with_mut(|_| ());
        self.refs.with_mut(|_| ());
    }
}
