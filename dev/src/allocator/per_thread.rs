//! Counts for each thread alone.

use core::alloc::Layout;
use core::cell::Cell;

use super::{Watcher, check_installed};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    allocations: usize,
    releases: usize,
    allocated: usize,
    /// The live bytes. They are negative if the thread releases blocks of another thread.
    live: isize,
    peak: isize,
}

thread_local! {
    // The value is constant and has no destructor, so it can be read at any time in the life of a thread.
    static COUNTS: Cell<Counts> = const {
        Cell::new(Counts { allocations: 0, releases: 0, allocated: 0, live: 0, peak: 0 })
    };
}

/// Counts the allocations and releases of each thread. Threads do not affect the counts of other threads, so the tests of
/// one binary can run at the same time.
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
    /// Starts a measurement on this thread.
    ///
    /// # Panics
    ///
    /// Panics if the allocator is not installed.
    #[track_caller]
    pub fn start() -> Since {
        let counts = COUNTS.get();
        check_installed(|| COUNTS.get());
        // Measurements nest: one that surrounds this one does not see the allocation of the check.
        COUNTS.set(counts);
        Since(counts)
    }

    /// Returns the number of blocks that `work` allocates.
    ///
    /// # Panics
    ///
    /// Panics if the allocator is not installed.
    #[track_caller]
    pub fn allocations_of(work: impl FnOnce()) -> usize {
        let start = Self::start();
        work();
        start.allocations()
    }

    /// Returns the number of bytes that `make` leaves allocated, and its result.
    ///
    /// # Panics
    ///
    /// Panics if `make` releases more than it allocates, or if the allocator is not installed.
    #[track_caller]
    pub fn left_by<T>(make: impl FnOnce() -> T) -> (usize, T) {
        let start = Self::start();
        let made = make();
        (start.live(), made)
    }

    /// Returns the peak of the bytes that `make` allocates, and its result.
    ///
    /// # Panics
    ///
    /// Panics if the allocator is not installed.
    #[track_caller]
    pub fn peak_of<T>(make: impl FnOnce() -> T) -> (usize, T) {
        let start = Self::start();
        COUNTS.set(Counts { peak: start.0.live, ..start.0 });
        let made = make();
        // The peak is at least the live bytes at the start, because it was set to them.
        (COUNTS.get().peak.wrapping_sub(start.0.live).unsigned_abs(), made)
    }
}

/// The counts of this thread since [`PerThread::start`].
#[derive(Debug)]
pub struct Since(Counts);

impl Since {
    /// Returns the number of allocated blocks.
    pub fn allocations(&self) -> usize {
        COUNTS.get().allocations.wrapping_sub(self.0.allocations)
    }

    /// Returns the number of allocated and released blocks together.
    pub fn calls(&self) -> usize {
        let releases = COUNTS.get().releases.wrapping_sub(self.0.releases);
        self.allocations().wrapping_add(releases)
    }

    /// Returns the number of allocated bytes, whether or not they were released.
    pub fn allocated(&self) -> usize {
        COUNTS.get().allocated.wrapping_sub(self.0.allocated)
    }

    /// Returns the number of allocated bytes minus that of released bytes.
    pub fn grown(&self) -> isize {
        COUNTS.get().live.wrapping_sub(self.0.live)
    }

    /// Returns the number of bytes that were allocated and are live.
    ///
    /// # Panics
    ///
    /// Panics if more bytes were released than allocated.
    #[track_caller]
    pub fn live(&self) -> usize {
        self.grown().try_into().expect("more bytes were released than allocated")
    }
}
