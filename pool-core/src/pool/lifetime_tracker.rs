//! A cell that tells loom about every use of a pool's memory and about its end.
//!
//! A model cannot see memory from the global allocator, so it cannot detect a use of that memory that is
//! not ordered before the free. It does see this cell. Outside of models the cell is empty.
//!
//! A model also checks atomics on which `with_mut` is called. The types that a release ends in have a
//! `Drop` for models, which calls it on the atomics that are used last.

/// Lives and dies with the state of a pool.
#[derive(Debug)]
pub(crate) struct LifetimeTracker {
    #[cfg(loom)]
    uses: loom::cell::UnsafeCell<()>,
    /// A model fails if this field is not dropped.
    #[cfg(loom)]
    _leak_check: loom::alloc::Track<()>,
}

// SAFETY: the cell holds no data; the models check that its accesses are ordered.
#[cfg(loom)]
unsafe impl Sync for LifetimeTracker {}

impl LifetimeTracker {
    pub(crate) fn new() -> Self {
        Self {
            #[cfg(loom)]
            uses: loom::cell::UnsafeCell::new(()),
            #[cfg(loom)]
            _leak_check: loom::alloc::Track::new(()),
        }
    }

    /// Records a use of the memory.
    #[inline]
    pub(crate) fn record_use(&self) {
        #[cfg(loom)]
        self.uses.with(|_| ());
    }

    /// Records that the memory is about to be freed: every use must have happened before.
    #[inline]
    pub(crate) fn record_end(&self) {
        #[cfg(loom)]
        self.uses.with_mut(|_| ());
    }
}
