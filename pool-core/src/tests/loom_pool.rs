//! The real pool, with storage from the allocator: created once, freed once, by whoever is last.
//! `Shared` carries a witness that fails a model on a leak, and on a use not ordered before the free.

use loom::sync::Arc;
use loom::thread;

use crate::{AcquireError, Overflow, Pool, PoolConfig, SizeClass};

fn config() -> PoolConfig {
    PoolConfig::new().with(SizeClass::MIN, 1).overflow(Overflow::Fail)
}

/// Two threads use a new pool: one shared state, one slot, at most one tenant.
#[test]
fn threads_race_for_the_first_acquire() {
    loom::model(|| {
        let pool = Arc::new(Pool::new(&config()));
        let other = thread::spawn({
            let pool = Arc::clone(&pool);
            move || pool.acquire(1)
        });
        let mine = pool.acquire(1);
        let theirs = other.join().unwrap();
        assert_eq!(u32::from(mine.is_ok()) + u32::from(theirs.is_ok()), 1);
        let refused = mine.as_ref().err().or(theirs.as_ref().err());
        assert!(matches!(refused, Some(AcquireError::Exhausted { capacity: 1, .. })));
        drop((mine, theirs));
        assert!(pool.acquire(1).is_ok());
    });
}

/// The last buffer and the last handle go at the same time.
#[test]
fn a_buffer_drops_while_the_pool_closes() {
    loom::model(|| {
        let pool = Pool::new(&config());
        let buf = pool.acquire(1).unwrap();
        let other = thread::spawn(move || drop(buf));
        drop(pool);
        other.join().unwrap();
    });
}

/// Two handles go at the same time while a buffer is out.
#[test]
fn two_handles_drop_while_a_buffer_is_out() {
    loom::model(|| {
        let pool = Pool::new(&config());
        let buf = pool.acquire(1).unwrap();
        let clone = pool.clone();
        let other = thread::spawn(move || drop(clone));
        drop(pool);
        drop(buf);
        other.join().unwrap();
    });
}

/// A handle on another thread acquires and releases while this one's is dropped.
#[test]
fn a_handle_is_used_while_another_drops() {
    loom::model(|| {
        let pool = Pool::new(&config());
        let clone = pool.clone();
        let other = thread::spawn(move || {
            let mut buf = clone.acquire(1).unwrap();
            buf.fill(1);
        });
        drop(pool);
        other.join().unwrap();
    });
}

/// I4: the last access of a handle that does not close is ordered before the free, too.
#[test]
fn a_handle_is_read_while_another_closes() {
    loom::model(|| {
        let pool = Pool::new(&config());
        let clone = pool.clone();
        let other = thread::spawn(move || assert!(clone.stats().classes().count() == 1));
        drop(pool);
        other.join().unwrap();
    });
}

/// The high-water mark never exceeds the capacity, whatever order the counters are seen in.
#[test]
fn the_high_water_mark_is_at_most_the_capacity() {
    loom::model(|| {
        let pool = Arc::new(Pool::new(&PoolConfig::new().with(SizeClass::MIN, 2)));
        drop(pool.acquire(1));
        let other = thread::spawn({
            let pool = Arc::clone(&pool);
            move || {
                drop(pool.acquire(1));
                pool.acquire(1)
            }
        });
        let mine = pool.acquire(1);
        let theirs = other.join().unwrap();
        let stats = pool.stats();
        let class = stats.class(SizeClass::MIN).unwrap();
        assert_eq!((class.high_water, class.in_use), (2, 2));
        drop((mine, theirs));
    });
}
