//! The real pool, used by several threads.

use loom::sync::Arc;
use loom::thread;

use super::check_within;
use super::tenants::Tenants;
use crate::{Pool, PoolConfig, SizeClass};

/// Shards of one slot, and the heap if no slot is free: an error would read every counter.
fn config(slots: usize) -> PoolConfig {
    PoolConfig::new().with_class(SizeClass::MIN, slots)
}

/// A pool, and the data that its slots guard.
fn guarded(slots: u8) -> Arc<(Pool, Tenants)> {
    let pool = Pool::new(&config(slots.into()));
    let tenants = Tenants::of(&pool, 1, slots);
    Arc::new((pool, tenants))
}

/// Acquires, uses and releases; returns whether there was a slot.
fn visit((pool, tenants): &(Pool, Tenants)) -> bool {
    let buf = pool.acquire(1).unwrap();
    if buf.is_pooled() {
        tenants.enter_buf(&buf);
    }
    buf.is_pooled()
}

/// Two threads use a new pool: one shared state, one slot, at most one tenant.
#[test]
fn threads_race_for_the_first_acquire() {
    check_within(2, || {
        let pool = Arc::new(Pool::new(&config(1)));
        let other = thread::spawn({
            let pool = Arc::clone(&pool);
            move || pool.acquire(1).unwrap()
        });
        let mine = pool.acquire(1).unwrap();
        let theirs = other.join().unwrap();
        assert_ne!(mine.is_pooled(), theirs.is_pooled());
    });
}

/// The first acquire of a class has the slots whose pages another thread touches, or that thread finds them in use.
#[test]
fn a_prefault_races_with_the_first_acquire() {
    check_within(2, || {
        let pool = Arc::new(Pool::new(&config(1)));
        let other = thread::spawn({
            let pool = Arc::clone(&pool);
            move || pool.prefault().unwrap()
        });
        let mut mine = pool.acquire(1).unwrap();
        assert!(mine.is_pooled());
        mine.fill(7);
        other.join().unwrap();
        assert_eq!(*mine, [7]);
    });
}

/// A slot passes between threads by release, exit, claim, collection and stealing. It has one tenant at a
/// time, which sees the writes of the previous one.
#[test]
fn a_slot_has_one_tenant_at_a_time() {
    check_within(2, || {
        let shared = guarded(1);
        let run = |shared: &(Pool, Tenants)| {
            visit(shared);
            visit(shared);
        };
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || run(&shared)
        });
        run(&shared);
        other.join().unwrap();
    });
}

/// Three threads, two slots: another thread drops a buffer of this thread's shard, while a third searches
/// for a slot.
#[test]
fn no_more_tenants_than_slots() {
    check_within(2, || {
        let shared = guarded(2);
        let held = shared.0.acquire(1).unwrap();
        shared.1.enter_buf(&held);
        let releaser = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared.1.enter_buf(&held);
                drop(held);
            }
        });
        let taker = thread::spawn({
            let shared = Arc::clone(&shared);
            move || visit(&shared)
        });
        visit(&shared);
        releaser.join().unwrap();
        taker.join().unwrap();
    });
}

/// The shard of a thread that exits serves other threads.
#[test]
fn a_thread_exits_while_another_claims() {
    check_within(3, || {
        let shared = guarded(1);
        thread::spawn({
            let shared = Arc::clone(&shared);
            move || visit(&shared)
        });
        visit(&shared);
    });
}

/// A thread flushes its shards while another searches for one.
#[test]
fn a_thread_flushes_while_another_claims() {
    check_within(2, || {
        let shared = guarded(2);
        assert!(visit(&shared));
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || visit(&shared)
        });
        shared.0.flush_thread();
        // The other thread may search while this thread moves from one shard to the other, and find none.
        assert!(visit(&shared), "two slots for two threads");
        other.join().unwrap();
    });
}

/// The high-water mark never exceeds the capacity, in whatever order a thread sees the counters.
#[test]
fn the_high_water_mark_is_at_most_the_capacity() {
    check_within(3, || {
        let pool = Arc::new(Pool::new(&config(2)));
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

/// The shards are drained. A buffer is dropped on another thread while this one searches, and once more after that.
#[test]
fn a_release_to_a_drained_shard_is_found() {
    check_within(2, || {
        let shared = guarded(1);
        let held = shared.0.acquire(1).unwrap();
        shared.1.enter_buf(&held);
        for _ in 0..6 {
            assert!(!shared.0.acquire(1).unwrap().is_pooled());
        }
        let releaser = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared.1.enter_buf(&held);
                drop(held);
            }
        });
        let found = visit(&shared);
        releaser.join().unwrap();
        assert!(found || visit(&shared), "the release is over");
    });
}
