//! The end of pools: buffers that outlive them, drops during unwinding, and owners that outlive the pool.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

use crate::live::{frees_everything, taken};

const CLASS: SizeClass = SizeClass::for_len(64 << 10);

fn config() -> PoolConfig {
    PoolConfig::new()
        .with_class(CLASS, 4)
        .with_class(SizeClass::MIN, 2000)
        .with_overflow(Overflow::Fail)
}

#[test]
fn a_pool_that_was_never_used_takes_nothing() {
    frees_everything(|| {
        let before = taken();
        let pool = Pool::new(&config());
        assert_eq!(pool.stats().classes().count(), 2);
        assert_eq!(taken(), before);
    });
}

#[test]
fn a_pool_with_no_slot_in_use_is_freed_at_once() {
    frees_everything(|| {
        let pool = Pool::new(&config());
        drop(pool.acquire(1).unwrap());
        drop(pool.acquire(50_000).unwrap());
    });
}

#[test]
fn buffers_outlive_the_pool() {
    frees_everything(|| {
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

/// The shards are drained: a release that sees that subtracts its slot from the outstanding count.
#[test]
fn buffers_of_drained_shards_outlive_the_pool() {
    frees_everything(|| {
        // The pool is dropped before the first release, or after the second.
        for first in [0, 2] {
            let pool = Pool::new(&config());
            let mut bufs: Vec<_> = core::iter::from_fn(|| pool.acquire(100).ok()).collect();
            for _ in 0..1000 {
                assert!(pool.acquire(100).is_err());
            }
            bufs.truncate(bufs.len() - first);
            assert_eq!(pool.stats().class(SizeClass::MIN).unwrap().in_use, bufs.len());
            drop(pool);
            let others = bufs.split_off(bufs.len() / 2);
            let other = thread::spawn(move || drop(others));
            drop(bufs);
            other.join().unwrap();
        }
    });
}

#[test]
fn heap_buffers_outlive_the_pool() {
    frees_everything(|| {
        let pool = Pool::new(&PoolConfig::new());
        let mut jumbo = pool.acquire(256 << 10).unwrap();
        drop(pool);
        jumbo.fill(3);
    });
}

#[test]
fn the_last_handle_closes() {
    frees_everything(|| {
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
    frees_everything(|| {
        let pool = Pool::new(&config());
        let clone = pool.clone();
        let _held: Vec<_> = (0..4).map(|_| pool.acquire(60_000).unwrap()).collect();
        assert!(clone.acquire(60_000).is_err());
        assert_eq!(clone.config(), pool.config());
    });
}

#[test]
fn buffers_go_back_while_unwinding() {
    frees_everything(|| {
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
    frees_everything(|| {
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

#[test]
fn every_part_of_a_pool_is_counted() {
    frees_everything(|| {
        let before = taken();
        let pool = Pool::new(&config());
        let bufs = [pool.acquire(1).unwrap(), pool.acquire(60_000).unwrap()];
        let all = pool.config().footprint() as isize;
        assert!((all - 64..=all).contains(&(taken() - before)), "{all}");
        drop(pool);
        assert!(taken() - before >= all - 64);
        drop(bufs);
    });
}

/// The owner of the shards continues to run while another thread closes the pool.
#[test]
fn a_pool_is_freed_under_the_thread_that_owns_its_shards() {
    for out in [0, 1, 100] {
        frees_everything(|| {
            let before = taken();
            let pool = Pool::new(&config());
            let mut bufs: Vec<_> = (0..100).map(|_| pool.acquire(1).unwrap()).collect();
            bufs.truncate(out);
            thread::spawn(move || drop(pool)).join().unwrap();
            assert_eq!(taken() > before, out > 0);
            bufs.iter_mut().for_each(|buf| buf.fill(1));
            drop(bufs);
            assert_eq!(taken(), before, "the last one home frees");
            // This thread still has a membership of the dead pool, and uses other pools.
            let other = Pool::new(&config());
            drop(other.acquire(1).unwrap());
            other.flush_thread();
        });
    }
}

thread_local! {
    static KEPT: Cell<Option<PooledBuf>> = const { Cell::new(None) };
}

#[test]
fn a_thread_local_buffer_goes_back_at_thread_exit() {
    frees_everything(|| {
        let pool = Pool::new(&config());
        let buf = pool.acquire(60_000).unwrap();
        thread::spawn(move || KEPT.set(Some(buf))).join().unwrap();
        assert_eq!(pool.stats().class(CLASS).map(|class| class.in_use), Some(0));
    });
}
