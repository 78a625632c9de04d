//! Requests that find no free slot: the policy, the counters and the bound.

#[cfg(feature = "std")]
use core::time::Duration;

use pool_core::{AcquireError, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

const CLASS: SizeClass = SizeClass::MIN;

fn pool(capacity: usize, policy: Overflow) -> Pool {
    Pool::new(&PoolConfig::new().with_class(CLASS, capacity).with_overflow(policy))
}

fn fill_up(pool: &Pool) -> Vec<PooledBuf> {
    (0..pool.config().capacity(CLASS)).map(|_| pool.acquire(100).unwrap()).collect()
}

#[test]
fn heap_policy_serves_and_counts() {
    for capacity in [1, 63, 64, 200] {
        let pool = pool(capacity, Overflow::Heap);
        let held = fill_up(&pool);
        assert!(held.iter().all(PooledBuf::is_pooled));

        let mut extra = pool.acquire(100).unwrap();
        assert_eq!((extra.is_pooled(), extra.len(), extra.capacity()), (false, 100, 128));
        assert_eq!(extra.size_class(), CLASS);
        assert!(extra.iter().all(|&byte| byte == 0), "heap buffers are zeroed");
        extra.fill(7);
        extra.header_mut(64).fill(8);

        let stats = *pool.stats().class(CLASS).unwrap();
        assert_eq!((stats.in_use, stats.overflow, stats.refused), (capacity, 1, 0));
        assert_eq!(stats.hits, capacity as u64);
        drop(held);
        assert!(pool.acquire(100).unwrap().is_pooled());
        assert_eq!(extra.with_header(1).len(), 101);
    }
}

#[test]
fn fail_policy_refuses_and_counts() {
    for capacity in [1, 63, 64, 200] {
        let pool = pool(capacity, Overflow::Fail);
        let mut held = fill_up(&pool);
        let expected = AcquireError::Exhausted { len: 90, class: CLASS, capacity };
        assert_eq!(pool.acquire(90).unwrap_err(), expected);
        let stats = *pool.stats().class(CLASS).unwrap();
        assert_eq!((stats.refused, stats.in_use, stats.cached), (1, capacity, 0));

        held.pop();
        held.push(pool.acquire(90).unwrap());
        assert_eq!(pool.acquire(90).unwrap_err(), expected);
        let stats = *pool.stats().class(CLASS).unwrap();
        assert_eq!((stats.high_water, stats.overflow), (capacity, 0));
    }
}

#[test]
fn jumbo_requests_follow_their_own_policy() {
    let config = PoolConfig::new().with_class(CLASS, 1);
    let heap = config.with_overflow(Overflow::Fail).with_jumbo_overflow(Overflow::Heap);
    let pool = Pool::new(&heap);
    let _held = fill_up(&pool);
    let jumbo = pool.acquire(129).unwrap();
    assert_eq!((jumbo.is_pooled(), jumbo.capacity()), (false, 129));
    assert_eq!(pool.stats().jumbo(), 1);
    assert_eq!(pool.stats().class(CLASS).unwrap().refused, 0);

    let refused = Err(AcquireError::NoClass { len: 129, largest: Some(CLASS) });
    let policies = [
        Overflow::Fail,
        #[cfg(feature = "std")]
        Overflow::Wait,
    ];
    for policy in policies {
        for config in [config.with_overflow(policy), config.with_jumbo_overflow(policy)] {
            let pool = Pool::new(&config);
            assert_eq!(pool.acquire(129).map(drop), refused);
            // No slot that a wait could be for exists.
            #[cfg(feature = "std")]
            assert_eq!(pool.acquire_timeout(129, Duration::from_secs(60)).map(drop), refused);
            assert_eq!((pool.stats().jumbo(), pool.acquire(128).is_ok()), (0, true));
        }
    }
}

#[test]
fn every_slot_comes_back_in_any_order() {
    let pool = pool(130, Overflow::Fail);
    for round in 0..50 {
        let mut held = fill_up(&pool);
        assert!(pool.acquire(1).is_err());
        if round % 2 == 0 {
            held.reverse();
        }
        // A stride that visits every slot, so that words empty and fill out of order.
        while !held.is_empty() {
            let next = (round * 37 + 11) % held.len();
            held.swap_remove(next);
        }
    }
    assert_eq!(pool.stats().class(CLASS).unwrap().in_use, 0);
}

#[test]
fn errors_say_what_happened_and_what_helps() {
    let pool = pool(1, Overflow::Fail);
    let _held = fill_up(&pool);
    let text = pool.acquire(90).unwrap_err().to_string();
    let expected =
        "no slot for 90 bytes: none of the 1 slots of class 128 B is free for this thread; ";
    assert!(text.starts_with(expected), "{text}");
}
