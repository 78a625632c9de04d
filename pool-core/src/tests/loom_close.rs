//! The real pool closes: its memory, which comes from the allocator, is freed once, by the last release or
//! handle, and never used after that. Trackers in the memory fail a model on a leak, and on a use that is
//! not ordered before the free.

use loom::sync::Arc;
use loom::thread;

use super::check_within;
use crate::{Clear, Overflow, Pool, PoolConfig, SizeClass};

/// Shards of one slot, or of two if there are more than two slots.
fn sharded(slots: usize) -> PoolConfig {
    PoolConfig::new().with_class(SizeClass::MIN, slots).with_overflow(Overflow::Fail)
}

/// A bitmap with a queue.
fn waiting() -> PoolConfig {
    PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Wait)
}

/// The last buffer and the last handle are dropped at the same time. This thread owns the shard, and
/// closes the pool.
fn a_buffer_drops_while_the_pool_closes(config: fn() -> PoolConfig) {
    loom::model(move || {
        let pool = Pool::new(&config());
        let buf = pool.acquire(1).unwrap();
        let other = thread::spawn(move || drop(buf));
        drop(pool);
        other.join().unwrap();
    });
}

#[test]
fn a_remote_release_races_with_the_owner_that_closes() {
    a_buffer_drops_while_the_pool_closes(|| sharded(1));
}

#[test]
fn a_release_to_a_word_races_with_the_close() {
    a_buffer_drops_while_the_pool_closes(waiting);
}

/// This thread owns the shard, releases without an atomic operation that sees the close, and exits.
fn a_local_release_races_with_the_close_of(config: fn() -> PoolConfig) {
    loom::model(move || {
        let pool = Pool::new(&config());
        let buf = pool.acquire(1).unwrap();
        thread::spawn(move || drop(pool));
        drop(buf);
    });
}

#[test]
fn a_local_release_races_with_the_close() {
    a_local_release_races_with_the_close_of(|| sharded(1));
}

#[test]
fn a_local_release_that_clears_races_with_the_close() {
    a_local_release_races_with_the_close_of(|| sharded(1).with_clear(Clear::OnRelease));
}

/// The owner of a shard releases one of its slots, another thread releases the other, and a third closes.
#[test]
fn a_local_and_a_remote_release_race_with_the_close() {
    check_within(3, || {
        let pool = Pool::new(&sharded(3));
        let [mine, theirs] = [(); 2].map(|()| pool.acquire(1).unwrap());
        thread::spawn(move || drop(pool));
        thread::spawn(move || drop(theirs));
        drop(mine);
    });
}

/// A thread that owns shards, all of whose slots are free, exits while the pool closes.
#[test]
fn the_owner_exits_while_the_pool_closes() {
    loom::model(|| {
        let pool = Pool::new(&sharded(2));
        drop([(); 2].map(|()| pool.acquire(1).unwrap()));
        thread::spawn(move || drop(pool));
    });
}

/// The owner of a shard exits while its buffer lives on another thread and the pool closes.
#[test]
fn the_owner_exits_before_its_buffer_is_released() {
    check_within(3, || {
        let pool = Pool::new(&sharded(1));
        let buf = pool.acquire(1).unwrap();
        thread::spawn(move || drop(pool));
        thread::spawn(move || drop(buf));
    });
}

/// As above, but one thread drops the buffer and then the last handle.
#[test]
fn the_owner_exits_while_another_thread_ends_the_pool() {
    loom::model(|| {
        let pool = Pool::new(&sharded(1));
        let buf = pool.acquire(1).unwrap();
        thread::spawn(move || {
            drop(buf);
            drop(pool);
        });
    });
}

/// As above, but in the other order.
#[test]
fn the_owner_exits_while_another_thread_ends_its_buffer() {
    loom::model(|| {
        let pool = Pool::new(&sharded(1));
        let buf = pool.acquire(1).unwrap();
        thread::spawn(move || {
            drop(pool);
            drop(buf);
        });
    });
}

/// The owner of a closed pool's shard notices the close when it joins another pool, or at its exit.
#[test]
fn the_owner_joins_another_pool_while_one_closes() {
    check_within(3, || {
        let pool = Pool::new(&sharded(1));
        let buf = pool.acquire(1).unwrap();
        thread::spawn(move || drop(pool));
        drop(buf);
        let next = Pool::new(&sharded(1));
        drop(next.acquire(1).unwrap());
    });
}

/// A thread uses its own handle and exits while this thread drops the other handle: either is the last.
#[test]
fn a_handle_is_used_while_another_drops() {
    loom::model(|| {
        let pool = Pool::new(&sharded(1));
        let clone = pool.clone();
        thread::spawn(move || {
            let mut buf = clone.acquire(1).unwrap();
            buf.fill(1);
        });
        drop(pool);
    });
}

/// A thread owns a shard and exits while the other thread, which owned it before, drops the last handle.
#[test]
fn a_thread_exits_while_another_closes() {
    check_within(3, || {
        let pool = Pool::new(&sharded(1));
        drop(pool.acquire(1));
        let pool = Arc::new(pool);
        let other = Arc::clone(&pool);
        thread::spawn(move || drop(other.acquire(1)));
        pool.flush_thread();
    });
}

/// Two handles are dropped at the same time while a buffer is in use.
#[test]
fn two_handles_drop_while_a_buffer_is_in_use() {
    loom::model(|| {
        let pool = Pool::new(&sharded(1));
        let buf = pool.acquire(1).unwrap();
        let clone = pool.clone();
        thread::spawn(move || drop(clone));
        drop(pool);
        drop(buf);
    });
}

/// The last access through a handle that does not close is ordered before the free, too.
#[test]
fn a_handle_is_read_while_another_closes() {
    loom::model(|| {
        let pool = Pool::new(&sharded(1));
        let clone = pool.clone();
        thread::spawn(move || assert_eq!(clone.stats().classes().count(), 1));
        drop(pool);
    });
}
