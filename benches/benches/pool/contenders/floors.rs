//! Lower bounds for every pool: no pool at all, and a stack that no other thread can reach.

use core::cell::UnsafeCell;
use core::mem::ManuallyDrop;
use core::sync::atomic::{AtomicU64, Ordering};

use benches::chart::Role;
use bytes::buf::UninitSlice;

use crate::contender::Contender;
use crate::row::Row;

/// A single buffer that is used again and again.
struct StaticBuffer(&'static mut [u8]);

pub(crate) fn static_buffer(len: usize) -> Row {
    let make = || StaticBuffer(vec![0; len].leak());
    Row::new("one static buffer", Role::Floor, len).pair(make, 1)
}

impl Contender for StaticBuffer {
    type Buf = *mut [u8];

    #[inline(always)]
    fn acquire(&mut self) -> *mut [u8] {
        self.0
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut *mut [u8]) -> &'b mut UninitSlice {
        // SAFETY: the bytes are leaked and only this contender uses them, and `Row::pair` holds one buffer at a time.
        UninitSlice::new(unsafe { &mut **buf })
    }
}

/// A single buffer with the least work that a slot shared by all threads needs: one atomic operation to acquire it
/// and one to release it.
struct TwoAtomics {
    buffer: StaticBuffer,
    word: AtomicU64,
}

pub(crate) fn two_atomics(len: usize) -> Row {
    let make = || TwoAtomics { buffer: StaticBuffer(vec![0; len].leak()), word: AtomicU64::new(1) };
    Row::new("two atomic operations", Role::Floor, len).pair(make, 1)
}

impl Contender for TwoAtomics {
    type Buf = *mut [u8];

    #[inline(always)]
    fn acquire(&mut self) -> *mut [u8] {
        let seen = self.word.load(Ordering::Relaxed);
        let taken = seen & seen.wrapping_sub(1);
        let exchange =
            self.word.compare_exchange(seen, taken, Ordering::Acquire, Ordering::Relaxed);
        assert_eq!(exchange, Ok(seen));
        self.buffer.acquire()
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut *mut [u8]) -> &'b mut UninitSlice {
        self.buffer.bytes(buf)
    }

    #[inline(always)]
    fn release(&mut self, _: *mut [u8]) {
        self.word.fetch_add(1, Ordering::Release);
    }
}

/// The queue of the hand-over, without buffers.
struct Numbers(u64);

pub(crate) fn queue_alone(len: usize) -> Row {
    Row::new("the queue alone", Role::Floor, len).hand_over(|| Numbers(0))
}

impl Contender for Numbers {
    type Buf = u64;

    #[inline(always)]
    fn acquire(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(1);
        self.0
    }

    fn bytes<'b>(&self, _: &'b mut u64) -> &'b mut UninitSlice {
        UninitSlice::new(&mut [])
    }

    #[inline(always)]
    fn touch(&self, buf: &mut u64) {
        core::hint::black_box(buf);
    }
}

/// The fastest stack of boxes in a thread-local. A `RefCell` would check for borrows (4.5 ns instead of 2.5 ns), and a
/// destructor would check whether it is registered (3.3 ns). So each thread leaks its stack.
struct ThreadLocalStack<const LEN: usize>;

type Stack = UnsafeCell<ManuallyDrop<Vec<Box<[u8]>>>>;

#[expect(
    clippy::declare_interior_mutable_const,
    reason = "the initial value of the stacks of each thread"
)]
const EMPTY: Stack = UnsafeCell::new(ManuallyDrop::new(Vec::new()));

thread_local! {
    /// One stack for each power of two.
    static STACKS: [Stack; 32] = const { [EMPTY; 32] };
}

pub(crate) fn thread_local_stack<const LEN: usize>() -> Row {
    let make = || ThreadLocalStack::<LEN>;
    Row::new("thread-local stack", Role::Floor, LEN).one_thread(make).two_threads(make)
}

impl<const LEN: usize> ThreadLocalStack<LEN> {
    const INDEX: usize = LEN.ilog2() as usize;

    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "the index is a constant that the compiler checks")]
    fn with<T>(f: impl FnOnce(&mut Vec<Box<[u8]>>) -> T) -> T {
        STACKS.with(|stacks| {
            // SAFETY: only this thread has the cell, and `f` is one push or pop, which does not call this function.
            f(unsafe { &mut *stacks[Self::INDEX].get() })
        })
    }
}

impl<const LEN: usize> Contender for ThreadLocalStack<LEN> {
    type Buf = Box<[u8]>;

    #[inline(always)]
    fn acquire(&mut self) -> Box<[u8]> {
        Self::with(Vec::pop).unwrap_or_else(|| vec![0; LEN].into())
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Box<[u8]>) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }

    #[inline(always)]
    fn release(&mut self, buf: Box<[u8]>) {
        Self::with(|stack| stack.push(buf));
    }
}
