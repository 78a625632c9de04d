//! `PoolConfig::footprint` equals the memory that a pool takes, and reuse takes none.

use pool_core::{Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::allocator::PerThread;

/// The size of a thread's membership.
#[cfg(feature = "std")]
const RECORD: usize = PoolConfig::BYTES_PER_THREAD;
#[cfg(not(feature = "std"))]
const RECORD: usize = 0;

/// Touches every slot of every class, and returns the number of bytes that the pool allocated.
fn taken_when_full(config: &PoolConfig) -> usize {
    let slots = config.classes().map(|(_, capacity)| capacity).sum();
    let mut held = Vec::with_capacity(slots);
    let start = PerThread::start();
    let pool = Pool::new(config);
    assert_eq!(start.grown(), 0, "a new pool takes nothing");
    for (class, capacity) in config.classes() {
        for _ in 0..capacity {
            let mut buf = pool.acquire(class.bytes()).unwrap();
            buf.fill(1);
            buf.header_mut(64).fill(2);
            held.push(buf);
        }
        assert!(pool.acquire(class.bytes()).is_err());
    }
    let taken = start.live();
    drop(pool);
    held.clear();
    assert_eq!(start.grown(), 0, "a closed pool takes nothing");
    taken
}

#[test]
fn footprint_is_what_a_full_pool_takes() {
    let fail = PoolConfig::new().with_overflow(Overflow::Fail);
    let configs = [
        fail.with_class(SizeClass::MIN, 1),
        fail.with_class(SizeClass::MIN, 64).with_class(SizeClass::MAX_POOLED, 2),
        fail.with_message(60, 65_536, None),
        fail.with_message(0, 1 << 20, None),
        fail.with_message(0, 1 << 20, Some(127)).with_class(SizeClass::MAX_POOLED, 1),
    ];
    for config in &configs {
        // Each config has a class of small buffers, for which this thread has a membership.
        let bill = config.footprint() + RECORD;
        assert_eq!(taken_when_full(config), bill, "\n{config}");
    }
}

#[test]
fn an_empty_pool_takes_its_bookkeeping_only() {
    let config = PoolConfig::new();
    let start = PerThread::start();
    let pool = Pool::new(&config);
    drop(pool.acquire(10).unwrap());
    assert_eq!(start.live(), config.footprint());
    assert!(config.footprint() <= 4096);
}

#[test]
fn classes_are_allocated_when_they_are_used() {
    let config = PoolConfig::new().with_message(0, 1 << 20, None);
    let start = PerThread::start();
    let pool = Pool::new(&config);
    drop(pool.acquire(10).unwrap());
    let one_class = PoolConfig::new().with_class(SizeClass::MIN, config.capacity(SizeClass::MIN));
    let taken = start.live();
    // The bookkeeping of all classes, and the slots of one.
    assert!(taken < one_class.footprint() + (48 << 10), "{taken}");
    assert!(taken < config.footprint() / 5, "{taken}");
}

#[test]
fn prefault_takes_the_footprint_ahead_of_time() {
    let config = PoolConfig::new().with_message(60, 65_536, None);
    let start = PerThread::start();
    let pool = Pool::new(&config);
    pool.prefault().unwrap();
    assert_eq!(start.live(), config.footprint());
    // Classes that were used before are left as they are, with their content.
    let mut buf = pool.acquire(500).unwrap();
    buf.fill(7);
    pool.prefault().unwrap();
    assert!(buf.iter().all(|&byte| byte == 7));
    assert_eq!(start.live(), config.footprint() + RECORD);
}

/// Threads that prefault one pool at the same time take its memory once, and return when it is touched.
#[cfg(feature = "std")]
#[test]
fn threads_that_prefault_at_once_take_the_footprint_once() {
    const THREADS: usize = 8;
    let config =
        PoolConfig::new().with_class(SizeClass::MIN, 16).with_class(SizeClass::MAX_POOLED, 32);
    for _ in 0..5 {
        let pool = Pool::new(&config);
        let start = std::sync::Barrier::new(THREADS);
        let prefault = || {
            start.wait();
            let (peak, result) = PerThread::peak_of(|| pool.prefault());
            result.unwrap();
            peak
        };
        let taken = std::thread::scope(|scope| {
            let threads = [(); THREADS].map(|()| scope.spawn(prefault));
            threads.map(|thread| thread.join().unwrap()).into_iter().sum::<usize>()
        });
        assert_eq!(taken, config.footprint());
    }
}

#[test]
fn reuse_takes_nothing() {
    let pool = Pool::new(&PoolConfig::new().with_message(0, 4096, None));
    for len in [1, 200, 500, 1000, 2000, 4096] {
        drop(pool.acquire(len).unwrap());
    }
    let start = PerThread::start();
    for round in 0..10_000 {
        let mut buf = pool.acquire(round % 4097).unwrap();
        buf.fill(1);
    }
    assert_eq!(start.calls(), 0);
}

#[test]
fn a_huge_footprint_saturates() {
    let huge = PoolConfig::new().with_class(SizeClass::MAX_POOLED, PoolConfig::MAX_CAPACITY);
    let least = SizeClass::MAX_POOLED.bytes().saturating_mul(PoolConfig::MAX_CAPACITY);
    assert!(huge.footprint() >= least);
}
