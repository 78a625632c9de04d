//! A witness for the models: it sees every use of a pool's memory, and its end.
//!
//! A model cannot see memory from the global allocator, so it cannot see a use of it that is not
//! ordered before the free. It does see this cell. Outside of models there is nothing here.
//!
//! It sees atomics, too, where they are used with `with_mut`: the types that a release ends in have a
//! `Drop` for models, which does that to those that are used last.

/// Lives and dies with the state of a pool.
#[derive(Debug)]
pub(crate) struct Alive {
    #[cfg(loom)]
    uses: loom::cell::UnsafeCell<()>,
    /// A model fails if this is not dropped.
    #[cfg(loom)]
    _leak_check: loom::alloc::Track<()>,
}

// SAFETY: the cell holds no data; that its accesses are ordered is what the models check.
#[cfg(loom)]
unsafe impl Sync for Alive {}

impl Alive {
    pub(crate) fn new() -> Self {
        Self {
            #[cfg(loom)]
            uses: loom::cell::UnsafeCell::new(()),
            #[cfg(loom)]
            _leak_check: loom::alloc::Track::new(()),
        }
    }

    /// The memory is used.
    #[inline]
    pub(crate) fn used(&self) {
        #[cfg(loom)]
        self.uses.with(|_| ());
    }

    /// The memory is about to be freed: every use must have happened before.
    #[inline]
    pub(crate) fn ends(&self) {
        #[cfg(loom)]
        self.uses.with_mut(|_| ());
    }
}
