//! The global allocator of these tests: it counts per thread, and fails on demand.

use std::alloc::Layout;
use std::cell::Cell;

use pool_dev::allocator::{PerThread, Watched, Watcher};

thread_local! {
    /// Allocations of this thread of at least this many bytes fail.
    pub(crate) static LIMIT: Cell<usize> = const { Cell::new(usize::MAX) };
    /// The allocation of this thread after this many others fails, once.
    pub(crate) static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

#[global_allocator]
static ALLOCATOR: Watched<Failing> = Watched::new();

/// [`PerThread`], which counts the allocations that do not fail.
struct Failing;

impl Watcher for Failing {
    fn allocates(layout: Layout) -> bool {
        let left = LEFT.get();
        LEFT.set(left.wrapping_sub(1));
        layout.size() < LIMIT.get() && left != 0 && PerThread::allocates(layout)
    }

    fn releases(layout: Layout) {
        PerThread::releases(layout);
    }
}
