//! An allocator that fails: the pool returns an error, and recovers.

use std::task::{Poll, Waker};

use pool_core::{AcquireError, Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::executor::poll;

use crate::allocator::{LEFT, LIMIT};

fn with_limit<T>(limit: usize, body: impl FnOnce() -> T) -> T {
    LIMIT.set(limit);
    let result = body();
    LIMIT.set(usize::MAX);
    result
}

#[test]
fn every_allocation_may_fail() {
    let config = PoolConfig::new()
        .with_class(SizeClass::MIN, 1)
        .with_class(SizeClass::for_len(1 << 16), 1000);
    let pool = Pool::new(&config);
    let acquire = |len| pool.acquire(len).map(|buf| buf.len());
    let out_of_memory = |len| Err(AcquireError::OutOfMemory { len });

    // The bitmap, then the shared state, then the slots, then a buffer on the heap.
    assert_eq!(with_limit(8, || acquire(10)), out_of_memory(10));
    assert_eq!(with_limit(1500, || acquire(10)), out_of_memory(10));
    assert_eq!(with_limit(1 << 16, || acquire(10)), Ok(10));
    assert_eq!(with_limit(1 << 16, || acquire(60_000)), out_of_memory(60_000));
    assert_eq!(with_limit(1 << 16, || acquire(100_000)), out_of_memory(100_000));
    let held = pool.acquire(10).unwrap();
    assert_eq!(with_limit(100, || acquire(10)), out_of_memory(10));

    drop(held);
    assert_eq!(acquire(10), Ok(10));
    assert_eq!(acquire(60_000), Ok(60_000));
    assert_eq!(acquire(100_000), Ok(100_000));
    let stats = pool.stats();
    assert_eq!((stats.jumbo(), stats.classes().map(|class| class.overflow).sum::<u64>()), (1, 0));
}

#[test]
fn slots_beyond_the_address_space_are_an_error() {
    let config = PoolConfig::new().with_class(SizeClass::MAX_POOLED, PoolConfig::MAX_CAPACITY);
    let pool = Pool::new(&config);
    let result = with_limit(1 << 40, || pool.acquire(1 << 20).map(|buf| buf.len()));
    assert_eq!(result, Err(AcquireError::OutOfMemory { len: 1 << 20 }));
}

/// Fails each allocation in turn. The request either fails, or succeeds without the allocation.
#[test]
fn any_one_allocation_may_fail() {
    let [small, large] = [SizeClass::MIN, SizeClass::for_len(1 << 16)];
    for policy in [Overflow::Heap, Overflow::Fail, Overflow::Wait] {
        let config =
            PoolConfig::new().with_class(small, 20).with_class(large, 2).with_overflow(policy);
        let config = config.with_jumbo_overflow(Overflow::Heap);
        let mut failed_at = 0;
        loop {
            let pool = Pool::new(&config);
            let mut errors = 0;
            let mut note = |error| match error {
                AcquireError::OutOfMemory { .. } => errors += 1,
                AcquireError::Exhausted { .. } => assert_ne!(policy, Overflow::Heap),
                error => panic!("{error}"),
            };
            let mut held = Vec::with_capacity(50);
            LEFT.set(failed_at);
            if let Err(error) = pool.prefault() {
                note(error);
            }
            for len in [100, 60_000, 70_000].into_iter().flat_map(|len| [len; 4]) {
                pool.acquire(len).map_or_else(&mut note, |buf| held.push(buf));
            }
            let mut futures = [(); 6].map(|()| pool.acquire_async(60_000));
            for future in &mut futures {
                if let Poll::Ready(result) = poll(future, Waker::noop()) {
                    result.map_or_else(&mut note, |buf| held.push(buf));
                }
            }
            held.clear();
            let left = LEFT.replace(usize::MAX);
            drop(futures);
            // One allocation can fail without an error: that of a thread's membership.
            assert!(errors <= 2, "{errors} for one");

            for (class, capacity) in config.classes() {
                held.extend((0..capacity).map(|_| pool.acquire(class.bytes()).unwrap()));
            }
            assert!(held.iter().all(|buf| buf.is_pooled()));
            drop(held);
            assert!(pool.stats().classes().all(|class| class.in_use == 0));
            if left < usize::MAX / 2 {
                // There were fewer allocations than this.
                assert!(failed_at > 4 && errors == 0);
                break;
            }
            failed_at += 1;
        }
    }
}
