//! Counts for all threads together.

use core::alloc::Layout;
use core::sync::atomic::{AtomicU64, Ordering};

use super::{Watcher, check_installed};

/// Relaxed: read only while the threads that allocate are idle.
static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

/// Counts what the whole process allocates. It is one addition a block, so a benchmark can have it installed.
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
    /// The blocks that all threads allocate while `work` runs.
    ///
    /// # Panics
    ///
    /// If the allocator is not installed.
    #[track_caller]
    pub fn allocations_of(work: impl FnOnce()) -> u64 {
        let so_far = || ALLOCATIONS.load(Ordering::Relaxed);
        check_installed(so_far);
        let before = so_far();
        work();
        so_far().wrapping_sub(before)
    }
}
