//! A global allocator that counts, for the whole process.

#![expect(unsafe_code, reason = "an allocator is unsafe to implement")]

use core::alloc::{GlobalAlloc, Layout};
use core::sync::atomic::{AtomicU64, Ordering};
use std::alloc::System;

use benches::harness::Run;

/// Relaxed: read only while the threads that allocate are idle.
static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

struct Counting;

// SAFETY: every call is passed on to `System` unchanged; the counter does not allocate.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's contract is that of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's contract is that of `System`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, len: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's contract is that of `System`.
        unsafe { System.realloc(block, layout, len) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's contract is that of `System`.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Allocations of all threads so far.
fn so_far() -> u64 {
    ALLOCATIONS.load(Ordering::Relaxed)
}

/// How many an iteration makes in steady state. What a run makes once, such as a task, is left out: it is the
/// difference of two runs. The least of three, because a thread may still have something to make that it keeps.
pub(crate) fn per_iteration(run: &mut Run) -> f64 {
    const FEW: u64 = 1000;
    const MANY: u64 = 5000;

    let mut count = |iterations| {
        let before = so_far();
        run(iterations);
        so_far() - before
    };
    let differences = [(); 3].map(|()| {
        let few = count(FEW);
        count(MANY).saturating_sub(few)
    });
    differences.into_iter().min().unwrap_or_default() as f64 / (MANY - FEW) as f64
}
