//! The end of pools: buffers that outlive them, drops while unwinding, races with the close. A counting
//! allocator sees whether everything is given back, once.

#![cfg(not(loom))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::{Barrier, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

/// Live bytes in blocks that are large or 128-byte aligned: slots, heap buffers and shared state.
/// What the test harness allocates meanwhile is neither.
static LIVE: AtomicIsize = AtomicIsize::new(0);
const LARGE: usize = 256 << 10;

struct Counting;

fn counts(layout: Layout) -> bool {
    layout.size() >= LARGE || layout.align() == 128
}

// SAFETY: forwards to `System`, and counts.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if counts(layout) {
            LIVE.fetch_add(layout.size() as isize, Ordering::Relaxed);
        }
        // SAFETY: the caller's contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if counts(layout) {
            LIVE.fetch_add(layout.size() as isize, Ordering::Relaxed);
        }
        // SAFETY: the caller's contract.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if counts(layout) {
            LIVE.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        }
        // SAFETY: the caller's contract.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The tests count the same bytes, so they take turns.
static TURN: Mutex<()> = Mutex::new(());

const CLASS: SizeClass = SizeClass::for_len(64 << 10);

fn config() -> PoolConfig {
    PoolConfig::new().with(CLASS, 4).with(SizeClass::MIN, 2000).overflow(Overflow::Fail)
}

/// Runs `body`, and checks that it gave back all it took.
fn gives_everything_back(body: impl FnOnce()) {
    let _turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let before = LIVE.load(Ordering::Relaxed);
    body();
    assert_eq!(LIVE.load(Ordering::Relaxed), before);
}

fn taken() -> isize {
    LIVE.load(Ordering::Relaxed)
}

#[test]
fn a_pool_that_was_never_used_takes_nothing() {
    gives_everything_back(|| {
        let before = taken();
        let pool = Pool::new(&config());
        assert_eq!(pool.stats().classes().count(), 2);
        assert_eq!(taken(), before);
    });
}

#[test]
fn a_pool_with_nothing_out_is_freed_at_once() {
    gives_everything_back(|| {
        let pool = Pool::new(&config());
        drop(pool.acquire(1).unwrap());
        drop(pool.acquire(50_000).unwrap());
    });
}

#[test]
fn buffers_outlive_the_pool() {
    gives_everything_back(|| {
        let before = taken();
        let pool = Pool::new(&config());
        let mut bufs: Vec<PooledBuf> = (0..4).map(|_| pool.acquire(60_000).unwrap()).collect();
        let held = taken();
        drop(pool);
        assert_eq!(taken(), held);
        for (seed, buf) in bufs.iter_mut().enumerate() {
            buf.fill(seed as u8);
        }
        for (seed, buf) in bufs.drain(..).enumerate() {
            assert!(taken() > before);
            assert!(buf.iter().all(|&byte| byte == seed as u8));
        }
        assert_eq!(taken(), before, "the last one home frees");
    });
}

#[test]
fn heap_buffers_outlive_the_pool() {
    gives_everything_back(|| {
        let pool = Pool::new(&PoolConfig::new());
        let mut jumbo = pool.acquire(LARGE).unwrap();
        drop(pool);
        jumbo.fill(3);
    });
}

#[test]
fn the_last_handle_closes() {
    gives_everything_back(|| {
        let pool = Pool::new(&config());
        let clone = pool.clone();
        let other = clone.clone();
        let buf = pool.acquire(60_000).unwrap();
        drop((pool, other));
        assert!(clone.acquire(60_000).is_ok());
        assert_eq!(clone.stats().class(CLASS).map(|class| class.in_use), Some(1));
        drop(clone);
        drop(buf);
    });
}

#[test]
fn clones_share_their_slots() {
    gives_everything_back(|| {
        let pool = Pool::new(&config());
        let clone = pool.clone();
        let _held: Vec<_> = (0..4).map(|_| pool.acquire(60_000).unwrap()).collect();
        assert!(clone.acquire(60_000).is_err());
        assert_eq!(clone.config(), pool.config());
    });
}

#[test]
fn buffers_go_back_while_unwinding() {
    gives_everything_back(|| {
        let pool = Pool::new(&config());
        let unwound = catch_unwind(AssertUnwindSafe(|| {
            let _held = [pool.acquire(1).unwrap(), pool.acquire(60_000).unwrap()];
            std::panic::resume_unwind(Box::new("on purpose"));
        }));
        assert!(unwound.is_err());
        assert!(pool.stats().classes().all(|class| class.in_use == 0 && class.high_water == 1));

        let closed = catch_unwind(move || {
            let _held = pool.acquire(60_000).unwrap();
            drop(pool);
            std::panic::resume_unwind(Box::new("on purpose"));
        });
        assert!(closed.is_err());
    });
}

#[test]
fn many_pools_come_and_go() {
    gives_everything_back(|| {
        let mut kept: Vec<PooledBuf> = Vec::new();
        for round in 0..2000 {
            let pool = Pool::new(&config());
            let mut buf = pool.acquire(60_000).unwrap();
            buf[0] = round as u8;
            let _other = pool.acquire(100).unwrap();
            kept.push(buf);
            if kept.len() > 5 {
                kept.swap_remove(round % kept.len());
            }
        }
    });
}

/// Bounds the stress tests to a second or two each.
fn for_a_while(mut round: impl FnMut(usize)) {
    let end = Instant::now() + Duration::from_millis(800);
    for number in 0..200_000 {
        if Instant::now() > end {
            break;
        }
        round(number);
    }
}

#[test]
fn close_races_with_releases() {
    gives_everything_back(|| {
        let threads = 3;
        let barrier = Barrier::new(threads + 1);
        let stop = AtomicIsize::new(0);
        let hand_over: Vec<Mutex<Vec<PooledBuf>>> =
            (0..threads).map(|_| Mutex::default()).collect();
        thread::scope(|scope| {
            for mine in &hand_over {
                let (barrier, stop) = (&barrier, &stop);
                scope.spawn(move || {
                    loop {
                        barrier.wait();
                        if stop.load(Ordering::Relaxed) != 0 {
                            return;
                        }
                        mine.lock().unwrap().clear();
                        barrier.wait();
                    }
                });
            }
            for_a_while(|round| {
                // From "every slot is out" to "one is", in either class.
                let pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 64).with(CLASS, 3));
                let out = if round % 2 == 0 { threads } else { 1 };
                for mine in hand_over.iter().take(out) {
                    let mut bufs = mine.lock().unwrap();
                    bufs.push(pool.acquire(60_000).unwrap());
                    bufs.extend((0..round % 22).map(|_| pool.acquire(10).unwrap()));
                }
                barrier.wait();
                drop(pool);
                barrier.wait();
            });
            stop.store(1, Ordering::Relaxed);
            barrier.wait();
        });
    });
}

#[test]
fn handles_race_with_each_other() {
    gives_everything_back(|| {
        for_a_while(|_| {
            let pool = Pool::new(&PoolConfig::new().with(CLASS, 2));
            thread::scope(|scope| {
                for _ in 0..2 {
                    let handle = pool.clone();
                    scope.spawn(move || {
                        let buf = handle.acquire(60_000);
                        drop(handle);
                        drop(buf);
                    });
                }
                drop(pool);
            });
        });
    });
}

thread_local! {
    static KEPT: Cell<Option<PooledBuf>> = const { Cell::new(None) };
}

#[test]
fn a_thread_local_buffer_goes_back_at_thread_exit() {
    gives_everything_back(|| {
        let pool = Pool::new(&config());
        let buf = pool.acquire(60_000).unwrap();
        thread::spawn(move || KEPT.set(Some(buf))).join().unwrap();
        assert_eq!(pool.stats().class(CLASS).map(|class| class.in_use), Some(0));
    });
}
