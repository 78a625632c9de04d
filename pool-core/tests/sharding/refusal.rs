//! Many refusals in a row drain the shards: no search looks at them again until a slot is free. Wherever a slot
//! becomes free, the next acquire finds it.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pool_core::{Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

const CLASS: SizeClass = SizeClass::MIN;
/// One shard, as many as a group has, and several groups.
const CAPACITIES: [usize; 4] = [1, 100, 62 * 64, 62 * 200 + 1];
/// More refusals than it takes to drain every class.
const REFUSALS: usize = 1000;

fn pools(policy: Overflow) -> impl Iterator<Item = (Pool, usize)> {
    let config = PoolConfig::new().with_overflow(policy);
    CAPACITIES.into_iter().flat_map(move |capacity| {
        [Clear::Never, Clear::OnRelease].map(|clear| {
            (Pool::new(&config.with_clear(clear).with_class(CLASS, capacity)), capacity)
        })
    })
}

fn acquire_all(pool: &Pool) -> Vec<PooledBuf> {
    let pooled = || pool.acquire(100).ok().filter(PooledBuf::is_pooled);
    std::iter::from_fn(pooled).collect()
}

fn refuse(pool: &Pool) {
    for _ in 0..REFUSALS {
        assert!(!pool.acquire(100).is_ok_and(|buf| buf.is_pooled()));
    }
}

fn on_another_thread<T: Send>(body: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| scope.spawn(body).join().unwrap())
}

/// Positions far from each other: in the first, a middle and the last shard.
fn spread(capacity: usize) -> [usize; 3] {
    [capacity - 1, capacity / 2, 0]
}

#[test]
fn a_release_by_the_same_thread_is_found() {
    for policy in [Overflow::Fail, Overflow::Heap] {
        for (pool, capacity) in pools(policy) {
            let mut held = acquire_all(&pool);
            assert_eq!(held.len(), capacity);
            refuse(&pool);
            for position in spread(capacity) {
                drop(held.swap_remove(position.min(held.len() - 1)));
                let again = pool.acquire(100).unwrap();
                assert!(again.is_pooled());
                held.push(again);
                refuse(&pool);
            }
        }
    }
}

#[test]
fn a_release_by_another_thread_is_found() {
    for (pool, capacity) in pools(Overflow::Fail) {
        let mut held = acquire_all(&pool);
        refuse(&pool);
        for position in spread(capacity) {
            let buf = held.swap_remove(position.min(held.len() - 1));
            on_another_thread(move || drop(buf));
            held.push(pool.acquire(100).unwrap());
            refuse(&pool);
        }
    }
}

#[test]
fn a_release_is_found_by_a_thread_that_steals() {
    for (pool, capacity) in pools(Overflow::Fail) {
        let (go, done) = (Barrier::new(2), Barrier::new(2));
        let (pool, go, done) = (&pool, &go, &done);
        thread::scope(|scope| {
            // The owner of all shards, which is never refused, so only the other thread drains them.
            let (send, buffers) = std::sync::mpsc::channel();
            scope.spawn(move || {
                let held: Vec<_> = (0..capacity).map(|_| pool.acquire(100).unwrap()).collect();
                send.send(held).unwrap();
                go.wait();
                done.wait();
                // Those that the other thread dropped are collected.
                assert_eq!(acquire_all(pool).len(), capacity);
            });
            let mut held = buffers.recv().unwrap();
            go.wait();
            refuse(pool);
            for position in spread(capacity) {
                drop(held.swap_remove(position.min(held.len() - 1)));
                let stolen = pool.acquire(100).unwrap();
                refuse(pool);
                held.push(stolen);
            }
            drop(held);
            done.wait();
        });
    }
}

#[test]
fn the_slots_of_a_thread_that_exits_are_found() {
    for (pool, capacity) in pools(Overflow::Fail) {
        let (drained, released) = (Barrier::new(2), Barrier::new(2));
        thread::scope(|scope| {
            let owner = scope.spawn(|| {
                // On its own stacks, where no other thread gets them.
                drop(acquire_all(&pool));
                drained.wait();
                released.wait();
                pool.flush_thread();
            });
            drained.wait();
            refuse(&pool);
            released.wait();
            owner.join().unwrap();
            assert_eq!(acquire_all(&pool).len(), capacity);
        });
    }
}

#[test]
fn all_slots_are_found_after_many_refusals() {
    for (pool, capacity) in pools(Overflow::Fail) {
        for _ in 0..3 {
            let held = acquire_all(&pool);
            assert_eq!(held.len(), capacity);
            refuse(&pool);
            on_another_thread(|| refuse(&pool));
            // Each thread has some of them.
            let mut parts: [Vec<_>; 2] = Default::default();
            for (number, buf) in held.into_iter().enumerate() {
                parts[number % 2].push(buf);
            }
            let [mine, others] = parts;
            on_another_thread(move || drop(others));
            drop(mine);
            assert_eq!(pool.stats().class(CLASS).unwrap().in_use, 0);
        }
        pool.flush_thread();
        assert_eq!(on_another_thread(|| acquire_all(&pool).len()), capacity);
    }
}

/// Threads that take turns to hold the only slot: each finds it, though it was refused many times.
#[test]
fn a_slot_passes_between_threads_that_are_refused() {
    const THREADS: usize = 3;
    for clear in [Clear::Never, Clear::OnRelease] {
        let config = PoolConfig::new().with_overflow(Overflow::Fail).with_clear(clear);
        let pool = Pool::new(&config.with_class(CLASS, 2));
        let in_use = AtomicUsize::new(0);
        let taken = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    let mut mine = 0;
                    while mine < 2_000 {
                        let Ok(buf) = pool.acquire(100) else {
                            thread::yield_now();
                            continue;
                        };
                        assert!(in_use.fetch_add(1, Ordering::Relaxed) < 2);
                        mine += 1;
                        if mine % 64 == 0 {
                            thread::yield_now();
                        }
                        in_use.fetch_sub(1, Ordering::Relaxed);
                        drop(buf);
                    }
                    taken.fetch_add(mine, Ordering::Relaxed);
                    // The slots on its stack are for the others.
                    pool.flush_thread();
                });
            }
        });
        assert_eq!(taken.into_inner(), THREADS * 2_000);
        assert_eq!(acquire_all(&pool).len(), 2);
    }
}
