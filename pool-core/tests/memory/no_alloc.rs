//! A thread allocates nothing after its first acquire from a pool.

use std::sync::mpsc::{self, Receiver, Sender};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

use pool_core::{Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::allocator::PerThread;
use pool_dev::executor::poll;

fn allocates_nothing<T>(body: impl FnOnce() -> T) -> T {
    let start = PerThread::start();
    let result = body();
    assert_eq!(start.calls(), 0, "calls of the allocator");
    result
}

const LENS: [usize; 7] = [100, 200, 900, 8000, 16_000, 60_000, 1 << 20];
const CONFIG: PoolConfig =
    PoolConfig::new().with_message(0, 1 << 20, Some(130)).with_class(SizeClass::MAX_POOLED, 2);

/// Pools whose slots are reserved, one for each policy, with and without clearing.
fn pools() -> impl Iterator<Item = Pool> {
    let policies = [Overflow::Heap, Overflow::Fail, Overflow::Wait];
    policies.into_iter().flat_map(|policy| {
        [Clear::Never, Clear::OnRelease].map(|clear| {
            let pool = Pool::new(&CONFIG.with_overflow(policy).with_clear(clear));
            pool.prefault().unwrap();
            pool
        })
    })
}

#[test]
fn a_threads_first_acquire_is_the_only_one_that_allocates() {
    for pool in pools() {
        let first = || {
            let start = PerThread::start();
            drop(pool.acquire(1).unwrap());
            let calls = start.calls();
            allocates_nothing(|| {
                for round in 0..2000 {
                    let _pair = LENS.map(|len| pool.acquire(len - round % 50).unwrap());
                }
            });
            calls
        };
        // Here, and on a later thread: its membership, and the registration of its exit.
        assert!(first() <= 3);
        thread::scope(|scope| assert!(scope.spawn(first).join().unwrap() <= 3));
    }
}

#[test]
fn every_slot_of_every_class_is_had_for_nothing() {
    for pool in pools() {
        let slots = CONFIG.classes().map(|(_, capacity)| capacity).sum();
        let mut held = Vec::with_capacity(slots);
        drop(pool.acquire(1).unwrap());
        for _ in 0..2 {
            // The thread claims more shards on the way.
            allocates_nothing(|| {
                for (class, capacity) in CONFIG.classes() {
                    held.extend((0..capacity).map(|_| pool.acquire(class.bytes()).unwrap()));
                }
                assert!(held.iter().all(PooledBuf::is_pooled));
                held.clear();
            });
        }
    }
}

/// A thread that acquires on command, and owns the shards.
struct Other {
    orders: Sender<usize>,
    bufs: Receiver<PooledBuf>,
}

fn other(pool: &Pool) -> Other {
    let (orders, ordered) = mpsc::channel::<usize>();
    let (made, bufs) = mpsc::channel();
    let pool = pool.clone();
    thread::spawn(move || {
        for len in ordered {
            made.send(pool.acquire(len).unwrap()).unwrap();
        }
    });
    Other { orders, bufs }
}

impl Other {
    fn make(&self, len: usize) -> PooledBuf {
        self.orders.send(len).unwrap();
        self.bufs.recv().unwrap()
    }
}

#[test]
fn other_threads_buffers_are_released_and_stolen_for_nothing() {
    for pool in pools() {
        let other = other(&pool);
        // The other thread owns every shard before this one makes its first acquire.
        let mut all: Vec<_> = (0..130).map(|_| other.make(1)).collect();
        all.pop();
        drop(pool.acquire(1).unwrap());
        drop(all);
        for (class, capacity) in CONFIG.classes() {
            let mut held: Vec<_> = (0..capacity).map(|_| other.make(class.bytes())).collect();
            allocates_nothing(|| held.clear());
            // Every shard has an owner, so this thread steals these slots.
            allocates_nothing(|| {
                held.extend((0..capacity).map(|_| pool.acquire(class.bytes()).unwrap()));
                assert!(held.iter().all(PooledBuf::is_pooled));
                held.clear();
            });
            // Released to the owner, which collects them.
            drop(other.make(class.bytes()));
        }
        let steals: u64 = pool.stats().classes().map(|class| class.steals).sum();
        let waits = pool.config().overflow() == Overflow::Wait;
        assert_eq!(steals > 0, !waits);
    }
}

#[test]
fn refusals_and_statistics_take_nothing() {
    for policy in [Overflow::Fail, Overflow::Wait] {
        let config = PoolConfig::new()
            .with_class(SizeClass::MIN, 1)
            .with_class(SizeClass::for_len(1 << 16), 1);
        let pool = Pool::new(&config.with_overflow(policy));
        let _held = [pool.acquire(100).unwrap(), pool.acquire(60_000).unwrap()];
        allocates_nothing(|| {
            for len in [100, 60_000] {
                assert!(pool.acquire(len).is_err());
            }
            assert_eq!(pool.stats().classes().map(|class| class.refused).sum::<u64>(), 2);
        });
    }
}

#[test]
fn a_future_that_need_not_wait_takes_nothing() {
    let pool = Pool::new(&CONFIG.with_overflow(Overflow::Wait));
    pool.prefault().unwrap();
    allocates_nothing(|| {
        for len in LENS {
            let mut future = pool.acquire_async(len);
            let Poll::Ready(Ok(buf)) = poll(&mut future, Waker::noop()) else { panic!() };
            assert!(buf.is_pooled());
        }
    });
}

/// A queue keeps its capacity, and a release never allocates.
#[test]
fn a_queue_that_was_as_long_before_takes_nothing() {
    let pool =
        Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 2).with_overflow(Overflow::Wait));
    let cycle = || {
        let held = [pool.acquire(1).unwrap(), pool.acquire(1).unwrap()];
        let mut futures = [(); 6].map(|()| pool.acquire_async(1));
        for future in &mut futures {
            assert!(poll(future, Waker::noop()).is_pending());
        }
        allocates_nothing(|| drop(held));
        for future in &mut futures {
            assert!(poll(future, Waker::noop()).is_ready());
        }
        allocates_nothing(|| drop(futures));
    };
    cycle();
    allocates_nothing(cycle);
}

#[test]
fn a_flush_costs_the_first_acquire_again_and_no_more() {
    let pool = Pool::new(&CONFIG.with_overflow(Overflow::Fail));
    pool.prefault().unwrap();
    drop(pool.acquire(1).unwrap());
    pool.flush_thread();
    allocates_nothing(|| pool.flush_thread());
    let start = PerThread::start();
    drop(pool.acquire(1).unwrap());
    assert!(start.calls() <= 1);
    allocates_nothing(|| drop(LENS.map(|len| pool.acquire(len).unwrap())));
}

#[test]
fn a_timeout_on_a_free_slot_takes_what_a_parker_takes() {
    let pool = Pool::new(&CONFIG.with_overflow(Overflow::Wait));
    pool.prefault().unwrap();
    let calls = || {
        let start = PerThread::start();
        drop(pool.acquire_timeout(1, Duration::ZERO).unwrap());
        start.calls()
    };
    // No later call allocates more than the first.
    let first = calls();
    assert!((0..100).all(|_| calls() <= first));
}
