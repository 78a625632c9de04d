//! `Clear::OnRelease`: neither the next tenant nor the allocator sees a tenant's bytes.

#![cfg(all(feature = "std", not(loom)))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::task::{Poll, Waker};
use std::thread;

use pool_core::{Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::poll;

const ROOM: usize = PooledBuf::HEADER_ROOM;
const SECRET: [u8; 8] = *b"\xA7secret\xA7";

/// The number of freed blocks of the pool's kind, and of those among them that contained a secret.
static FREED: AtomicUsize = AtomicUsize::new(0);
static DIRTY: AtomicUsize = AtomicUsize::new(0);

struct Inspecting;

// SAFETY: forwards to `System`, and looks at blocks before they are freed.
unsafe impl GlobalAlloc for Inspecting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // Zeroed, so that `dealloc` may read every block.
        // SAFETY: the caller's contract.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // Blocks of slots and heap buffers have this alignment, and few other blocks do.
        if layout.align() == 16 {
            // From the first header room on: the bytes before it are the pool's, and include padding.
            let start = block.addr().saturating_add(48).next_multiple_of(64) - block.addr();
            let len = layout.size().saturating_sub(start);
            // SAFETY: at most the block's length.
            let from = unsafe { block.add(start.min(layout.size())) };
            // SAFETY: in the caller's block, initialised since `alloc`.
            let bytes = unsafe { std::slice::from_raw_parts(from, len) };
            FREED.fetch_add(1, Ordering::Relaxed);
            if bytes.windows(SECRET.len()).any(|window| window == SECRET) {
                DIRTY.fetch_add(1, Ordering::Relaxed);
            }
        }
        // SAFETY: the caller's contract.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Inspecting = Inspecting;

/// Runs `body`, which frees blocks, and checks that no freed block, here or in another test, was dirty.
fn frees_clean_blocks(body: impl FnOnce()) {
    let before = FREED.load(Ordering::Relaxed);
    body();
    assert!(FREED.load(Ordering::Relaxed) > before);
    assert_eq!(DIRTY.load(Ordering::Relaxed), 0);
}

/// Writes all bytes that a buffer can reach.
fn tell(buf: &mut PooledBuf) {
    let repeat = |half: &mut [u8]| {
        half.chunks_mut(SECRET.len()).for_each(|part| part.copy_from_slice(&SECRET[..part.len()]));
    };
    repeat(buf.header_mut(ROOM));
    repeat(buf);
}

fn is_clean(buf: &PooledBuf) -> bool {
    buf.with_header(ROOM).iter().all(|&byte| byte == 0)
}

fn clearing(class: SizeClass, capacity: usize, policy: Overflow) -> Pool {
    Pool::new(
        &PoolConfig::new()
            .with_class(class, capacity)
            .with_overflow(policy)
            .with_clear(Clear::OnRelease),
    )
}

/// Acquires every slot at its full length, and checks that each is clean.
fn all_clean(pool: &Pool) -> bool {
    let classes = pool.config().classes();
    let slots = classes.flat_map(|(class, count)| std::iter::repeat_n(class.bytes(), count));
    let all: Vec<_> = slots.map(|len| pool.acquire(len).unwrap()).collect();
    all.iter().all(|buf| buf.is_pooled() && is_clean(buf))
}

#[test]
fn every_class_is_cleared_under_every_policy() {
    for policy in [Overflow::Heap, Overflow::Fail, Overflow::Wait] {
        for shift in 7..=20 {
            let class = SizeClass::for_len(1 << shift);
            frees_clean_blocks(|| {
                let pool = clearing(class, 2, policy);
                for len in [class.bytes(), class.bytes() - 1, class.bytes() / 2 + 1, 63, 64, 1, 0] {
                    let mut bufs = [pool.acquire(len).unwrap(), pool.acquire(len).unwrap()];
                    bufs.iter_mut().for_each(tell);
                    drop(bufs);
                    assert!(all_clean(&pool), "{class} {len}");
                }
            });
        }
    }
}

#[test]
fn buffers_on_the_heap_are_cleared() {
    for len in [0, 1, 7, 100, 128, 1000, 20_000, 70_001, (1 << 20) + 3] {
        frees_clean_blocks(|| {
            // A jumbo buffer, and an overflow, whose block is as large as the class.
            let pool = clearing(SizeClass::for_len(len.min(1 << 20)), 1, Overflow::Heap);
            let _only = pool.acquire(0).unwrap();
            let mut buf = pool.acquire(len).unwrap();
            assert!(!buf.is_pooled());
            tell(&mut buf);
        });
    }
}

#[test]
fn a_shortened_buffer_is_cleared_as_it_was_made() {
    let classes = [SizeClass::MIN, SizeClass::for_len(8192), SizeClass::for_len(64 << 10)];
    for class in classes {
        for left in [0, 1, 60, class.bytes() / 2] {
            frees_clean_blocks(|| {
                let pool = clearing(class, 1, Overflow::Heap);
                for _ in 0..2 {
                    // The second buffer is on the heap.
                    let mut bufs = [(); 2].map(|()| pool.acquire(class.bytes()).unwrap());
                    bufs.iter_mut().for_each(tell);
                    bufs.iter_mut().for_each(|buf| buf.truncate(left));
                }
                assert!(all_clean(&pool));
            });
        }
    }
}

/// Releases on the thread that acquired, on another one, after a thread's exit, and with stolen slots.
#[test]
fn threads_find_each_others_slots_clean() {
    for class in [SizeClass::MIN, SizeClass::for_len(8192), SizeClass::for_len(64 << 10)] {
        frees_clean_blocks(|| {
            let pool = clearing(class, 8, Overflow::Fail);
            // Acquired there and released here, while that thread keeps its shards.
            let (send, receive) = mpsc::channel::<PooledBuf>();
            let (stop, stopped) = mpsc::channel::<()>();
            thread::scope(|scope| {
                let pool = &pool;
                scope.spawn(move || {
                    for _ in 0..8 {
                        let mut buf = pool.acquire(class.bytes()).unwrap();
                        tell(&mut buf);
                        send.send(buf).unwrap();
                    }
                    drop(send);
                    stopped.recv().unwrap_err();
                });
                receive.into_iter().collect::<Vec<_>>().truncate(0);
                assert!(all_clean(pool));
                let stats = *pool.stats().class(class).unwrap();
                assert_eq!(stats.steals, if class.bytes() < 16 << 10 { 8 } else { 0 });
                drop(stop);
            });
            // Acquired here and released there.
            let mut bufs: Vec<_> = (0..8).map(|_| pool.acquire(class.bytes()).unwrap()).collect();
            bufs.iter_mut().for_each(tell);
            thread::spawn(move || drop(bufs)).join().unwrap();
            assert!(all_clean(&pool));
        });
    }
}

#[test]
fn a_waiter_is_handed_a_clean_slot() {
    for class in [SizeClass::MIN, SizeClass::for_len(64 << 10)] {
        frees_clean_blocks(|| {
            let pool = clearing(class, 1, Overflow::Wait);
            let mut only = pool.acquire(class.bytes()).unwrap();
            tell(&mut only);
            let mut first = pool.acquire_async(class.bytes());
            let mut second = pool.acquire_async(class.bytes());
            assert!(poll(&mut first, Waker::noop()).is_pending());
            assert!(poll(&mut second, Waker::noop()).is_pending());
            drop(only);
            let Poll::Ready(Ok(mut buf)) = poll(&mut first, Waker::noop()) else { panic!() };
            assert!(is_clean(&buf));
            tell(&mut buf);
            drop(buf);
            // Granted, but never taken by the future.
            drop(second);
            assert!(all_clean(&pool));
        });
    }
}

#[test]
fn a_buffer_that_outlives_the_pool_is_cleared() {
    for len in [100, 8000, 60_000, 2 << 20] {
        frees_clean_blocks(|| {
            let config = PoolConfig::new().with_message(0, 64 << 10, Some(2));
            let pool = Pool::new(&config.with_clear(Clear::OnRelease));
            let mut bufs = [(); 3].map(|()| pool.acquire(len).unwrap());
            bufs.iter_mut().for_each(tell);
            drop(pool);
            bufs.iter_mut().for_each(tell);
            let [here, there, panicked] = bufs;
            drop(here);
            thread::spawn(move || drop(there)).join().unwrap();
            let unwound = catch_unwind(AssertUnwindSafe(move || {
                let _held = panicked;
                std::panic::resume_unwind(Box::new(()));
            }));
            assert!(unwound.is_err());
        });
    }
}

/// A later thread may get the memory of a thread's record; its slots stay clean.
#[test]
fn slots_of_a_thread_that_exited_are_clean() {
    frees_clean_blocks(|| {
        let pool = clearing(SizeClass::MIN, 100, Overflow::Fail);
        for _ in 0..5 {
            thread::scope(|scope| {
                scope.spawn(|| {
                    let mut bufs: Vec<_> = (0..100).map(|_| pool.acquire(128).unwrap()).collect();
                    assert!(bufs.iter().all(is_clean));
                    bufs.iter_mut().for_each(tell);
                    bufs.truncate(50);
                    pool.flush_thread();
                });
            });
        }
        assert!(all_clean(&pool));
    });
}
