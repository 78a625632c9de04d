//! Requests that wait: which of them wait, how long, and for which slots.

use std::task::{Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

use pool_core::{Acquire, AcquireError, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::{Count, block_on, poll};

use crate::watchdog::Watchdog;

const SMALL: SizeClass = SizeClass::MIN;
const LARGE: SizeClass = SizeClass::for_len(64 << 10);
const FOREVER: Duration = Duration::MAX;

fn waiting(class: SizeClass, capacity: usize) -> Pool {
    Pool::new(&PoolConfig::new().with_class(class, capacity).with_overflow(Overflow::Wait))
}

fn fill_up(pool: &Pool, class: SizeClass) -> Vec<PooledBuf> {
    (0..pool.config().capacity(class)).map(|_| pool.acquire(class.bytes()).unwrap()).collect()
}

fn waits(pool: &Pool) -> u64 {
    pool.stats().classes().map(|class| class.waits).sum()
}

/// Returns when the pool has counted this many waiting requests.
fn until_waits(pool: &Pool, count: u64) {
    while waits(pool) < count {
        thread::yield_now();
    }
}

#[test]
fn a_request_does_not_wait_for_a_free_slot() {
    for class in [SMALL, LARGE] {
        let pool = waiting(class, 2);
        let first = pool.acquire_timeout(class.bytes(), Duration::ZERO).unwrap();
        let mut future = pool.acquire_async(100);
        let Poll::Ready(Ok(second)) = poll(&mut future, Waker::noop()) else { panic!() };
        assert!(first.is_pooled() && second.is_pooled());
        assert_eq!((first.len(), second.len()), (class.bytes(), 100));
        let stats = *pool.stats().class(class).unwrap();
        assert_eq!((stats.in_use, stats.hits, stats.waits, stats.refused), (2, 2, 0, 0));
    }
}

#[test]
fn a_waiter_gets_a_released_slot() {
    let _watchdog = Watchdog::new("a_waiter_gets_a_released_slot");
    for class in [SMALL, LARGE] {
        for asynchronous in [false, true] {
            let pool = waiting(class, 1);
            let mut only = pool.acquire(class.bytes()).unwrap();
            only.fill(7);
            let address = only.as_ptr().addr();
            thread::scope(|scope| {
                let waiter = scope.spawn(|| match asynchronous {
                    true => block_on(pool.acquire_async(class.bytes())),
                    false => pool.acquire_timeout(class.bytes(), FOREVER),
                });
                until_waits(&pool, 1);
                drop(only);
                let next = waiter.join().unwrap().unwrap();
                assert_eq!((next.as_ptr().addr(), next.len()), (address, class.bytes()));
                assert!(next.is_pooled());
            });
            let stats = *pool.stats().class(class).unwrap();
            assert_eq!((stats.in_use, stats.hits, stats.waits, stats.refused), (0, 2, 1, 0));
        }
    }
}

#[test]
fn the_time_may_be_up() {
    let pool = waiting(SMALL, 2);
    let held = fill_up(&pool, SMALL);
    let expected = AcquireError::Exhausted { len: 9, class: SMALL, capacity: 2 };
    for (count, millis) in [(1, 0), (2, 1), (3, 20)] {
        let timeout = Duration::from_millis(millis);
        let start = Instant::now();
        assert_eq!(pool.acquire_timeout(9, timeout).unwrap_err(), expected);
        assert!(start.elapsed() >= timeout);
        let stats = *pool.stats().class(SMALL).unwrap();
        assert_eq!((stats.refused, stats.in_use), (count, 2));
    }
    // No request is left in the queue, so a released slot is free.
    drop(held);
    assert_eq!(fill_up(&pool, SMALL).len(), 2);
}

#[test]
fn any_timeout_is_accepted() {
    let _watchdog = Watchdog::new("any_timeout_is_accepted");
    let times = [
        Duration::MAX,
        Duration::from_secs(u64::MAX),
        Duration::from_secs(u64::MAX / 2),
        Duration::from_secs(i64::MAX as u64 / 2),
        Duration::from_secs(1 << 40),
        Duration::from_secs(1 << 32),
    ];
    for time in times {
        let pool = waiting(SMALL, 1);
        let only = pool.acquire(1).unwrap();
        thread::scope(|scope| {
            let waiter = scope.spawn(|| pool.acquire_timeout(1, time).map(|buf| buf.len()));
            until_waits(&pool, 1);
            drop(only);
            assert_eq!(waiter.join().unwrap(), Ok(1));
        });
    }
}

#[test]
fn a_plain_acquire_never_waits() {
    for class in [SMALL, LARGE] {
        let pool = waiting(class, 3);
        let _held = fill_up(&pool, class);
        let error = pool.acquire(5).unwrap_err();
        assert_eq!(error, AcquireError::Exhausted { len: 5, class, capacity: 3 });
        let stats = *pool.stats().class(class).unwrap();
        assert_eq!((stats.refused, stats.waits, stats.overflow), (1, 0, 0));
    }
}

type Ask = fn(&Pool, usize) -> Result<PooledBuf, AcquireError>;

#[test]
fn each_class_has_its_policy() {
    let [waits, fails, spills] = [SMALL, SizeClass::for_len(1024), LARGE];
    let config = PoolConfig::new()
        .with_class(waits, 1)
        .with_class(fails, 1)
        .with_class(spills, 1)
        .with_overflow(Overflow::Fail)
        .with_overflow_of(waits, Overflow::Wait)
        .with_overflow_of(spills, Overflow::Heap)
        .with_jumbo_overflow(Overflow::Heap);
    let pool = Pool::new(&config);
    let held: Vec<_> =
        [waits, fails, spills].map(|class| pool.acquire(class.bytes()).unwrap()).into();

    // A request that may not wait returns at once, whatever the timeout.
    let ask: [Ask; 3] = [
        |pool, len| pool.acquire(len),
        |pool, len| pool.acquire_timeout(len, FOREVER),
        |pool, len| block_on(pool.acquire_async(len)),
    ];
    for ask in ask {
        let exhausted = AcquireError::Exhausted { len: 1000, class: fails, capacity: 1 };
        assert_eq!(ask(&pool, 1000).unwrap_err(), exhausted);
        let spilled = ask(&pool, 50_000).unwrap();
        assert_eq!((spilled.is_pooled(), spilled.capacity()), (false, LARGE.bytes()));
        let jumbo = ask(&pool, 70_000).unwrap();
        assert_eq!((jumbo.is_pooled(), jumbo.capacity()), (false, 70_000));
        if let Ok(len) = usize::try_from(1_u64 << 32) {
            assert_eq!(ask(&pool, len).unwrap_err(), AcquireError::TooLong { len });
        }
    }
    let mut future = pool.acquire_async(100);
    assert!(poll(&mut future, Waker::noop()).is_pending());
    assert!(pool.acquire(100).is_err());
    drop(held);
    assert!(poll(&mut future, Waker::noop()).is_ready());

    let stats = pool.stats();
    let of = |class| *stats.class(class).unwrap();
    assert_eq!((of(waits).waits, of(waits).refused, of(waits).overflow), (1, 1, 0));
    assert_eq!((of(fails).waits, of(fails).refused, of(fails).overflow), (0, 3, 0));
    assert_eq!((of(spills).waits, of(spills).refused, of(spills).overflow), (0, 0, 3));
    assert_eq!(stats.jumbo(), 3);
    assert!(stats.classes().all(|class| class.in_use == 0));
}

/// The next larger class that has slots serves a request, and the request waits if that class waits.
#[test]
fn an_unregistered_class_waits_where_it_is_served() {
    let pool = waiting(LARGE, 1);
    let only = pool.acquire(1).unwrap();
    let mut future = pool.acquire_async(0);
    assert!(poll(&mut future, Waker::noop()).is_pending());
    drop(only);
    let Poll::Ready(Ok(buf)) = poll(&mut future, Waker::noop()) else { panic!() };
    assert_eq!((buf.len(), buf.capacity()), (0, LARGE.bytes()));
}

#[test]
fn an_owned_future_outlives_the_handle_it_came_from() {
    let pool = waiting(SMALL, 1);
    let only = pool.acquire(1).unwrap();
    let mut first = pool.clone().acquire_owned(1);
    let mut second = pool.clone().acquire_owned(2);
    assert!(poll(&mut first, Waker::noop()).is_pending());
    assert!(poll(&mut second, Waker::noop()).is_pending());
    drop(pool);
    drop(only);
    // FIFO: the first waiter is dropped with its grant, and the next one gets the slot.
    assert!(poll(&mut second, Waker::noop()).is_pending());
    drop(first);
    let Poll::Ready(Ok(buf)) = poll(&mut second, Waker::noop()) else { panic!() };
    assert_eq!((buf.len(), buf.is_pooled()), (2, true));
}

#[test]
fn the_future_goes_to_any_executor() {
    fn crosses<T: Send + Sync + Unpin>() {}
    crosses::<Acquire<&'static Pool>>();
    crosses::<Acquire<Pool>>();

    let _watchdog = Watchdog::new("the_future_goes_to_any_executor");
    static POOL: Pool =
        Pool::new(&PoolConfig::new().with_class(SMALL, 1).with_overflow(Overflow::Wait));
    let only = POOL.acquire(1).unwrap();
    // Boxed, polled here, and finished on another thread.
    let mut future = POOL.acquire_async(1);
    assert!(poll(&mut future, Waker::noop()).is_pending());
    let boxed: std::pin::Pin<Box<dyn Future<Output = _> + Send>> = Box::pin(future);
    let other = thread::spawn(move || block_on(boxed).map(|buf| buf.len()));
    drop(only);
    assert_eq!(other.join().unwrap(), Ok(1));
    assert_eq!(POOL.stats().class(SMALL).unwrap().in_use, 0);
}

/// A future that is polled after completion makes a new request. It neither panics nor returns the same slot.
#[test]
fn a_future_that_is_done_begins_again() {
    let pool = waiting(SMALL, 1);
    let mut future = pool.acquire_async(1);
    let Poll::Ready(Ok(buf)) = poll(&mut future, Waker::noop()) else { panic!() };
    assert!(poll(&mut future, Waker::noop()).is_pending());
    drop(buf);
    assert!(poll(&mut future, Waker::noop()).is_ready());
}

#[test]
fn a_future_that_is_not_polled_takes_nothing() {
    let pool = waiting(SMALL, 1);
    drop(pool.acquire_async(1));
    let idle = pool.acquire_async(1);
    assert_eq!(format!("{idle:?}"), "Acquire { len: 1, queued: false, .. }");
    drop(pool.acquire(1).unwrap());
    drop(idle);
    assert_eq!(pool.stats().class(SMALL).unwrap().hits, 1);
}

#[test]
fn the_pool_may_go_as_soon_as_the_waiter_is_served() {
    let _watchdog = Watchdog::new("the_pool_may_go_as_soon_as_the_waiter_is_served");
    for class in [SMALL, LARGE] {
        for _ in 0..300 {
            let pool = waiting(class, 1);
            let only = pool.acquire(1).unwrap();
            let waiter = thread::spawn({
                let pool = pool.clone();
                move || {
                    let mut buf = pool.acquire_timeout(class.bytes(), FOREVER).unwrap();
                    drop(pool);
                    buf.fill(1);
                    buf
                }
            });
            until_waits(&pool, 1);
            drop(pool);
            // The waiter's handle, and then the slot, may be gone before this returns.
            drop(only);
            let buf = waiter.join().unwrap();
            assert!(buf.iter().all(|&byte| byte == 1));
        }
    }
}

#[test]
fn a_waiter_is_woken_once() {
    let pool = waiting(SMALL, 1);
    let (count, waker) = Count::new();
    let only = pool.acquire(1).unwrap();
    let mut future = pool.acquire_async(1);
    for _ in 0..3 {
        assert!(poll(&mut future, &waker).is_pending());
    }
    assert_eq!((count.woken(), waits(&pool)), (0, 1));
    drop(only);
    assert_eq!(count.woken(), 1);
    let Poll::Ready(Ok(buf)) = poll(&mut future, &waker) else { panic!() };
    drop(buf);
    assert_eq!(count.woken(), 1);
}
