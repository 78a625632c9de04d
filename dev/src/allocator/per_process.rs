//! Counts for all threads together.

use core::alloc::Layout;
use core::sync::atomic::{AtomicU64, Ordering};

use super::{Watcher, check_installed};

/// Relaxed is enough, because it is only read while the allocating threads are idle.
static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

/// Counts the allocations of the whole process. The cost is one addition per block, so a benchmark can install it.
#[derive(Debug)]
pub struct PerProcess;

impl Watcher for PerProcess {
    #[inline]
    fn allocates(_: Layout) -> bool {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        true
    }

    #[inline]
    fn releases(_: Layout) {}
}

impl PerProcess {
    /// Returns the number of blocks that all threads allocate while `work` runs.
    ///
    /// # Panics
    ///
    /// Panics if the allocator is not installed.
    #[track_caller]
    pub fn allocations_of(work: impl FnOnce()) -> u64 {
        let so_far = || ALLOCATIONS.load(Ordering::Relaxed);
        check_installed(so_far);
        let before = so_far();
        work();
        so_far().wrapping_sub(before)
    }
}
