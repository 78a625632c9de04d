//! A global allocator that reports every call to a [`Watcher`], and two watchers that count.
//!
//! A test binary or a benchmark installs one of them:
//!
//! ```
//! use pool_dev::allocator::{PerThread, Watched};
//!
//! #[global_allocator]
//! static ALLOCATOR: Watched<PerThread> = Watched::new();
//!
//! assert_eq!(PerThread::allocations_of(|| drop(Box::new(7))), 1);
//! ```

#![expect(unsafe_code, reason = "an allocator is unsafe to implement")]

mod per_process;
mod per_thread;

use core::alloc::{GlobalAlloc, Layout};
use core::fmt;
use core::marker::PhantomData;
use std::alloc::System;

pub use per_process::PerProcess;
pub use per_thread::{PerThread, Since};

/// Receives every call to the global allocator. A watcher must not allocate, and must not use thread-locals with a
/// destructor.
pub trait Watcher {
    /// Called before a block is allocated. If it returns `false`, the allocation fails.
    fn allocates(layout: Layout) -> bool;

    /// Called before a block is released.
    fn releases(layout: Layout);
}

/// The allocator of the system, with the watcher `W`. A reallocation counts as an allocation and a release.
pub struct Watched<W>(PhantomData<fn() -> W>);

impl<W: Watcher> Watched<W> {
    /// Creates the allocator for a `#[global_allocator]`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<W: Watcher> Default for Watched<W> {
    fn default() -> Self {
        Self::new()
    }
}

impl<W> fmt::Debug for Watched<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watched")
    }
}

// SAFETY: every call is forwarded to `System` unchanged, or fails with null as the contract allows. A watcher is safe
// code that receives no pointer.
unsafe impl<W: Watcher> GlobalAlloc for Watched<W> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !W::allocates(layout) {
            return core::ptr::null_mut();
        }
        // SAFETY: `System` has the same contract, which the caller keeps.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !W::allocates(layout) {
            return core::ptr::null_mut();
        }
        // SAFETY: `System` has the same contract, which the caller keeps.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, len: usize) -> *mut u8 {
        // SAFETY: the caller promises that `len`, rounded up to the alignment, does not overflow an `isize`.
        let new = unsafe { Layout::from_size_align_unchecked(len, layout.align()) };
        if !W::allocates(new) {
            return core::ptr::null_mut();
        }
        W::releases(layout);
        // SAFETY: `System` has the same contract, which the caller keeps.
        unsafe { System.realloc(block, layout, len) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        W::releases(layout);
        // SAFETY: `System` has the same contract, which the caller keeps.
        unsafe { System.dealloc(block, layout) }
    }
}

/// Checks that an allocation changes `counts`. Without the global allocator, every count would be 0.
#[track_caller]
fn check_installed<T: PartialEq>(counts: impl Fn() -> T) {
    let before = counts();
    drop(core::hint::black_box(Box::new(0_u8)));
    assert!(counts() != before, "the counting allocator is not the `#[global_allocator]`");
}

#[cfg(test)]
mod tests {
    use super::{PerProcess, PerThread};

    /// No allocator is installed here, so nothing is counted.
    #[test]
    #[should_panic = "is not the `#[global_allocator]`"]
    fn counts_of_a_thread_need_the_allocator() {
        assert_eq!(PerThread::allocations_of(|| drop(Box::new(7))), 0);
    }

    #[test]
    #[should_panic = "is not the `#[global_allocator]`"]
    fn counts_of_the_process_need_the_allocator() {
        assert_eq!(PerProcess::allocations_of(|| drop(Box::new(7))), 0);
    }
}
