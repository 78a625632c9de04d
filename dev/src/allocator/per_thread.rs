//! Counts for each thread alone.

use core::alloc::Layout;
use core::cell::Cell;

use super::{Watcher, check_installed};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    allocations: usize,
    releases: usize,
    allocated: usize,
    /// Negative where the thread releases what another one allocated.
    live: isize,
    peak: isize,
}

thread_local! {
    // Constant and without a destructor, so it can be read at any time in a thread's life.
    static COUNTS: Cell<Counts> = const {
        Cell::new(Counts { allocations: 0, releases: 0, allocated: 0, live: 0, peak: 0 })
    };
}

/// Counts what each thread allocates and releases. Threads do not disturb each other's counts, so tests of one
/// binary can run at the same time.
#[derive(Debug)]
pub struct PerThread;

impl Watcher for PerThread {
    fn allocates(layout: Layout) -> bool {
        let mut counts = COUNTS.get();
        counts.allocations = counts.allocations.wrapping_add(1);
        counts.allocated = counts.allocated.wrapping_add(layout.size());
        counts.live = counts.live.wrapping_add_unsigned(layout.size());
        counts.peak = counts.peak.max(counts.live);
        COUNTS.set(counts);
        true
    }

    fn releases(layout: Layout) {
        let mut counts = COUNTS.get();
        counts.releases = counts.releases.wrapping_add(1);
        counts.live = counts.live.wrapping_sub_unsigned(layout.size());
        COUNTS.set(counts);
    }
}

impl PerThread {
    /// Begins to measure what this thread does.
    ///
    /// # Panics
    ///
    /// If the allocator is not installed.
    #[track_caller]
    pub fn start() -> Since {
        let counts = COUNTS.get();
        check_installed(|| COUNTS.get());
        // Measurements nest: one that surrounds this one does not see the allocation of the check.
        COUNTS.set(counts);
        Since(counts)
    }

    /// The blocks that `work` allocates.
    ///
    /// # Panics
    ///
    /// If the allocator is not installed.
    #[track_caller]
    pub fn allocations_of(work: impl FnOnce()) -> usize {
        let start = Self::start();
        work();
        start.allocations()
    }

    /// The bytes that `make` leaves allocated, and its result.
    ///
    /// # Panics
    ///
    /// If `make` releases more than it allocates, or if the allocator is not installed.
    #[track_caller]
    pub fn left_by<T>(make: impl FnOnce() -> T) -> (usize, T) {
        let start = Self::start();
        let made = make();
        (start.live(), made)
    }

    /// The most bytes that `make` has allocated at a time, and its result.
    ///
    /// # Panics
    ///
    /// If the allocator is not installed.
    #[track_caller]
    pub fn peak_of<T>(make: impl FnOnce() -> T) -> (usize, T) {
        let start = Self::start();
        COUNTS.set(Counts { peak: start.0.live, ..start.0 });
        let made = make();
        // At least what was live at the start, where the peak was set to that.
        (COUNTS.get().peak.wrapping_sub(start.0.live).unsigned_abs(), made)
    }
}

/// What this thread has done since [`PerThread::start`].
#[derive(Debug)]
pub struct Since(Counts);

impl Since {
    /// The blocks that were allocated.
    pub fn allocations(&self) -> usize {
        COUNTS.get().allocations.wrapping_sub(self.0.allocations)
    }

    /// The blocks that were allocated, and those that were released.
    pub fn calls(&self) -> usize {
        let releases = COUNTS.get().releases.wrapping_sub(self.0.releases);
        self.allocations().wrapping_add(releases)
    }

    /// The bytes that were allocated, whether or not they were released.
    pub fn allocated(&self) -> usize {
        COUNTS.get().allocated.wrapping_sub(self.0.allocated)
    }

    /// The bytes that were allocated, less those that were released.
    pub fn grown(&self) -> isize {
        COUNTS.get().live.wrapping_sub(self.0.live)
    }

    /// The bytes that were allocated and are live.
    ///
    /// # Panics
    ///
    /// If more was released than allocated.
    #[track_caller]
    pub fn live(&self) -> usize {
        self.grown().try_into().expect("more was released than allocated")
    }
}
