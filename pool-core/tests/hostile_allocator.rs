//! A global allocator that itself uses the pool: the pool never calls it under a lock.

#![cfg(all(feature = "std", not(loom)))]
#![allow(
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::alloc::Layout;
use std::cell::Cell;
use std::sync::{Mutex, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use pool_core::{Acquire, Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::allocator::{Watched, Watcher};
use pool_dev::executor::poll;

#[path = "support/watchdog.rs"]
mod watchdog;

use self::watchdog::Watchdog;

static WAITING: Pool =
    Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 2).with_overflow(Overflow::Wait));
static SHARDED: Pool =
    Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 9).with_overflow(Overflow::Fail));

thread_local! {
    /// Whether calls of this thread use the pool. It is `false` within such a call.
    static ARMED: Cell<bool> = const { Cell::new(false) };
    /// The number of calls that used the pool.
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// The tests share the pools, so they take turns.
static TURN: Mutex<()> = Mutex::new(());

#[global_allocator]
static ALLOCATOR: Watched<UsesPools> = Watched::new();

struct UsesPools;

/// Uses both pools in every way that takes a lock or changes the data of the thread.
fn use_pools() {
    if !ARMED.replace(false) {
        return;
    }
    CALLS.set(CALLS.get().wrapping_add(1));
    for pool in [&WAITING, &SHARDED] {
        let buf = pool.acquire(1);
        drop(pool.acquire_timeout(1, Duration::ZERO));
        drop(pool.stats());
        drop(buf);
    }
    SHARDED.flush_thread();
    ARMED.set(true);
}

impl Watcher for UsesPools {
    fn allocates(_: Layout) -> bool {
        use_pools();
        true
    }

    fn releases(_: Layout) {
        use_pools();
    }
}

fn armed<T>(body: impl FnOnce() -> T) -> (T, usize) {
    let before = CALLS.get();
    ARMED.set(true);
    let result = body();
    ARMED.set(false);
    (result, CALLS.get().wrapping_sub(before))
}

#[test]
fn an_allocator_may_use_the_pool_for_which_requests_wait() {
    const WAITERS: usize = 300;
    let _watchdog = Watchdog::new("an_allocator_may_use_the_pool_for_which_requests_wait");
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let held = [WAITING.acquire(1).unwrap(), WAITING.acquire(1).unwrap()];
    let mut waiters: Vec<_> = (0..WAITERS).map(|_| WAITING.acquire_async(1)).collect();
    let join = |waiter: &mut Acquire<&Pool>| poll(waiter, Waker::noop()).is_pending();
    let (all, calls) = armed(|| waiters.iter_mut().all(join));
    assert!(all && calls > WAITERS / 4, "{calls} calls");
    let ((), calls) = armed(|| waiters.truncate(10));
    assert!(calls > WAITERS / 4, "{calls} calls");
    let ((), _) = armed(|| drop(held));
    for mut waiter in waiters {
        let (buf, _) = armed(|| poll(&mut waiter, Waker::noop()));
        assert!(matches!(buf, Poll::Ready(Ok(_))), "{buf:?}");
    }
    assert!(WAITING.stats().classes().all(|class| class.in_use == 0));
}

#[test]
fn an_allocator_may_use_the_pool_that_a_thread_joins_and_leaves() {
    const POOLS: usize = 100;
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let config = *SHARDED.config();
    let (pools, calls) = armed(|| {
        let pools: Vec<_> = (0..POOLS).map(|_| Pool::new(&config)).collect();
        let bufs: Vec<_> = pools.iter().map(|pool| pool.acquire(1).unwrap()).collect();
        drop(bufs);
        pools
    });
    assert!(calls > POOLS, "{calls} calls");
    for pool in &pools {
        assert_eq!(
            pool.stats().classes().map(|class| (class.in_use, class.hits)).last(),
            Some((0, 1))
        );
    }
    let ((), calls) = armed(|| drop(pools));
    assert!(calls > POOLS, "{calls} calls");
}
