//! A global allocator that counts per thread, and fails on demand.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr;

thread_local! {
    /// The live bytes that this thread allocated. A pool has no threads of its own.
    pub(crate) static LIVE: Cell<isize> = const { Cell::new(0) };
    /// The number of times that this thread called the allocator, to allocate or to free.
    pub(crate) static CALLS: Cell<usize> = const { Cell::new(0) };
    /// Allocations of this thread of at least this many bytes fail.
    pub(crate) static LIMIT: Cell<usize> = const { Cell::new(usize::MAX) };
    /// The allocation of this thread after this many others fails, once.
    pub(crate) static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

struct Counting;

/// Counts an allocation, and returns whether it succeeds.
fn admit(layout: Layout) -> bool {
    CALLS.set(CALLS.get() + 1);
    let left = LEFT.get();
    LEFT.set(left.wrapping_sub(1));
    if layout.size() >= LIMIT.get() || left == 0 {
        return false;
    }
    LIVE.set(LIVE.get() + layout.size() as isize);
    true
}

// SAFETY: forwards to `System`, or fails with null as the contract allows.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !admit(layout) {
            return ptr::null_mut();
        }
        // SAFETY: the caller's contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !admit(layout) {
            return ptr::null_mut();
        }
        // SAFETY: the caller's contract.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        CALLS.set(CALLS.get() + 1);
        LIVE.set(LIVE.get() - layout.size() as isize);
        // SAFETY: the caller's contract.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;
