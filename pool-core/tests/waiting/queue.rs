//! The queue of waiters: its order, waiters that leave it, and wakers with side effects.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Poll, RawWaker, RawWakerVTable, Wake, Waker};
use std::thread;
use std::time::Duration;

use pool_core::{Acquire, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::{Count, poll};

use crate::watchdog::Watchdog;

const CLASS: SizeClass = SizeClass::MIN;

fn waiting(capacity: usize) -> Pool {
    Pool::new(&PoolConfig::new().with_class(CLASS, capacity).with_overflow(Overflow::Wait))
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().class(CLASS).unwrap().in_use
}

/// A future that has joined the queue.
fn queued<'pool>(pool: &'pool Pool, waker: &Waker) -> Acquire<&'pool Pool> {
    let mut future = pool.acquire_async(1);
    assert!(poll(&mut future, waker).is_pending());
    future
}

fn ready(future: &mut Acquire<&Pool>) -> PooledBuf {
    match poll(future, Waker::noop()) {
        Poll::Ready(Ok(buf)) => buf,
        other => panic!("{other:?}"),
    }
}

#[test]
fn first_come_first_served() {
    for capacity in [1, 3] {
        let pool = waiting(capacity);
        let mut held: VecDeque<_> = (0..capacity).map(|_| pool.acquire(1).unwrap()).collect();
        let counts: Vec<_> = (0..20).map(|_| Count::new()).collect();
        let mut futures: VecDeque<_> = counts.iter().map(|(_, w)| queued(&pool, w)).collect();
        for turn in 0..20 {
            held.pop_front();
            let woken: Vec<_> = counts.iter().map(|(count, _)| count.woken()).collect();
            assert!(woken[..=turn].iter().all(|&woken| woken == 1), "{woken:?}");
            assert!(woken[turn + 1..].iter().all(|&woken| woken == 0), "{woken:?}");
            // Whether it is polled or not, no other request gets the slot.
            assert!(futures.iter_mut().skip(1).all(|f| poll(f, Waker::noop()).is_pending()));
            for (future, (_, waker)) in futures.iter_mut().zip(&counts[turn..]).skip(1) {
                assert!(poll(future, waker).is_pending());
            }
            held.push_back(ready(&mut futures.pop_front().unwrap()));
        }
        drop(held);
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn threads_and_futures_share_a_queue() {
    let _watchdog = Watchdog::new("threads_and_futures_share_a_queue");
    let pool = waiting(1);
    let mut only = Some(pool.acquire(1).unwrap());
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        let mut futures = Vec::new();
        for place in 0..12 {
            if place % 3 == 0 {
                futures.push((place, queued(&pool, Waker::noop())));
                continue;
            }
            let (pool, send) = (&pool, send.clone());
            scope.spawn(move || {
                let buf = pool.acquire_timeout(1, Duration::MAX).unwrap();
                send.send((place, buf)).unwrap();
            });
            while pool.stats().class(CLASS).unwrap().waits <= place {
                thread::yield_now();
            }
        }
        let mut futures = futures.into_iter();
        for place in 0..12 {
            drop(only.take());
            only = Some(match place % 3 {
                0 => {
                    let (at, mut future) = futures.next().unwrap();
                    assert_eq!(at, place);
                    ready(&mut future)
                }
                _ => {
                    let (at, buf) = receive.recv().unwrap();
                    assert_eq!(at, place);
                    buf
                }
            });
        }
    });
    assert_eq!(in_use(&pool), 1);
}

#[test]
fn no_request_overtakes_the_queue() {
    let pool = waiting(2);
    let mut held = vec![pool.acquire(1).unwrap(), pool.acquire(1).unwrap()];
    let mut first = queued(&pool, Waker::noop());
    let mut second = queued(&pool, Waker::noop());
    held.pop();
    // One is granted and not taken yet, and another still waits.
    assert!(pool.acquire(1).is_err());
    assert!(pool.acquire_timeout(1, Duration::ZERO).is_err());
    let mut third = queued(&pool, Waker::noop());
    held.pop();
    assert!(pool.acquire(1).is_err());
    drop((ready(&mut first), ready(&mut second)));
    drop(ready(&mut third));
    assert_eq!(in_use(&pool), 0);
    assert!(pool.acquire(1).is_ok());
}

#[test]
fn a_waiter_that_left_is_skipped() {
    let pool = waiting(1);
    let mut held = Some(pool.acquire(1).unwrap());
    let counts: Vec<_> = (0..7).map(|_| Count::new()).collect();
    let mut futures: Vec<_> = counts.iter().map(|(_, w)| Some(queued(&pool, w))).collect();
    for gone in [0, 3, 6] {
        futures[gone] = None;
    }
    for place in [1, 2, 4, 5] {
        drop(held.take());
        assert_eq!(counts[place].0.woken(), 1);
        held = Some(ready(futures[place].as_mut().unwrap()));
    }
    drop(held);
    assert!([0, 3, 6].iter().all(|&gone| counts[gone].0.woken() == 0));
    // The wakers of the waiters that left are dropped.
    drop(futures);
    assert!(counts.into_iter().all(|(count, waker)| {
        drop(waker);
        Arc::strong_count(&count) == 1
    }));
    assert!(pool.acquire(1).is_ok());
}

#[test]
fn a_slot_that_was_granted_but_not_taken_goes_on() {
    let pool = waiting(1);
    let only = pool.acquire(1).unwrap();
    let (count, waker) = Count::new();
    let first = queued(&pool, Waker::noop());
    let second = queued(&pool, Waker::noop());
    let mut third = queued(&pool, &waker);
    drop(only);
    drop(first);
    assert_eq!((in_use(&pool), count.woken()), (1, 0));
    drop(second);
    assert_eq!((in_use(&pool), count.woken()), (1, 1));
    drop(ready(&mut third));
    assert_eq!(in_use(&pool), 0);

    // The slot returns to the pool if no other request waits.
    let only = pool.acquire(1).unwrap();
    let last = queued(&pool, Waker::noop());
    drop(only);
    assert_eq!(in_use(&pool), 1);
    drop(last);
    assert_eq!(in_use(&pool), 0);
    assert!(pool.acquire(1).is_ok());
}

#[test]
fn the_waker_of_the_last_poll_is_woken() {
    let pool = waiting(1);
    let only = pool.acquire(1).unwrap();
    let counts: Vec<_> = (0..4).map(|_| Count::new()).collect();
    let mut future = queued(&pool, &counts[0].1);
    for (_, waker) in &counts[1..] {
        assert!(poll(&mut future, waker).is_pending());
    }
    // The other wakers are dropped.
    assert!(counts[..3].iter().all(|(count, _)| Arc::strong_count(count) == 2));
    drop(only);
    assert_eq!(counts.iter().map(|(count, _)| count.woken()).collect::<Vec<_>>(), [0, 0, 0, 1]);
    drop(ready(&mut future));
}

/// A waker that runs a closure.
struct Runs<F: Fn() + Send + Sync>(F);

impl<F: Fn() + Send + Sync> Wake for Runs<F> {
    fn wake(self: Arc<Self>) {
        (self.0)();
    }
}

fn runs(body: impl Fn() + Send + Sync + 'static) -> Waker {
    Waker::from(Arc::new(Runs(body)))
}

#[test]
fn a_waker_may_panic() {
    let pool = waiting(1);
    let only = pool.acquire(1).unwrap();
    let mut first = queued(&pool, &runs(|| panic!("on purpose")));
    let mut second = queued(&pool, Waker::noop());
    assert!(catch_unwind(AssertUnwindSafe(|| drop(only))).is_err());
    let buf = ready(&mut first);
    assert!(poll(&mut second, Waker::noop()).is_pending());
    drop(buf);
    drop(ready(&mut second));
    assert_eq!(in_use(&pool), 0);
}

/// A waker whose first clones panic; the counter is the number of clones that still panic.
fn unclonable(times: &'static AtomicUsize) -> Waker {
    unsafe fn clone(data: *const ()) -> RawWaker {
        // SAFETY: `data` is the counter that the waker was made of.
        let times = unsafe { &*data.cast::<AtomicUsize>() };
        let left = times.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
        assert!(left.is_err(), "on purpose");
        RawWaker::new(data, &VTABLE)
    }
    unsafe fn nothing(_: *const ()) {}
    static VTABLE: RawWakerVTable = RawWakerVTable::new(clone, nothing, nothing, nothing);
    let data = std::ptr::from_ref(times).cast();
    // SAFETY: the functions use the counter, which is static, from any thread, and nothing else.
    unsafe { Waker::from_raw(RawWaker::new(data, &VTABLE)) }
}

#[test]
fn a_waker_that_cannot_be_cloned_loses_no_place() {
    static TIMES: AtomicUsize = AtomicUsize::new(0);
    let waker = unclonable(&TIMES);
    let pool = waiting(1);
    let only = pool.acquire(1).unwrap();

    // Before it has joined the queue.
    TIMES.store(1, Ordering::Relaxed);
    let mut future = pool.acquire_async(1);
    assert!(catch_unwind(AssertUnwindSafe(|| poll(&mut future, &waker))).is_err());
    drop(future);

    // After it has joined.
    let mut first = queued(&pool, Waker::noop());
    let mut second = queued(&pool, Waker::noop());
    TIMES.store(1, Ordering::Relaxed);
    assert!(catch_unwind(AssertUnwindSafe(|| poll(&mut first, &waker))).is_err());
    drop(only);
    assert!(poll(&mut second, Waker::noop()).is_pending());
    drop(ready(&mut first));
    drop(ready(&mut second));
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_waker_may_use_the_pool() {
    let pool = Arc::new(waiting(1));
    let other = Arc::new(waiting(1));
    let only = pool.acquire(1).unwrap();
    let parcel = Arc::new(Mutex::new(Some(other.acquire(1).unwrap())));
    let inner = runs({
        let other = Arc::clone(&other);
        move || assert!(other.acquire(1).is_err(), "granted to who is woken")
    });
    let outer = runs({
        let (pool, other, parcel) = (Arc::clone(&pool), Arc::clone(&other), Arc::clone(&parcel));
        move || {
            assert!(pool.acquire(1).is_err(), "granted to who is woken");
            assert!(other.acquire_timeout(1, Duration::ZERO).is_err());
            drop(pool.clone().acquire_async(1));
            // Wakes the other waiter from within a waker.
            drop(parcel.lock().unwrap().take());
        }
    });
    let mut of_other = queued(&other, &inner);
    let mut of_pool = queued(&pool, &outer);
    drop(only);
    drop((ready(&mut of_pool), ready(&mut of_other)));
    assert_eq!((in_use(&pool), in_use(&other)), (0, 0));
}

#[test]
fn a_waker_may_take_its_own_future_along() {
    static POOL: Pool =
        Pool::new(&PoolConfig::new().with_class(CLASS, 1).with_overflow(Overflow::Wait));
    type Place = Mutex<Option<Acquire<&'static Pool>>>;
    let place: Arc<Place> = Arc::default();
    let only = POOL.acquire(1).unwrap();
    let waker = runs({
        let place = Arc::clone(&place);
        // The waiter leaves, with its grant, from within the release.
        move || drop(place.lock().unwrap().take())
    });
    *place.lock().unwrap() = Some(queued(&POOL, &waker));
    let mut next = queued(&POOL, Waker::noop());
    drop(only);
    drop(ready(&mut next));
    assert_eq!(in_use(&POOL), 0);
}

#[test]
fn a_waker_may_hold_the_last_handle() {
    let pool = waiting(1);
    let only = pool.acquire(1).unwrap();
    let dying = waiting(1);
    let last_words = dying.acquire(1).unwrap();
    let bag = Mutex::new(Some((dying, last_words)));
    let mut future = queued(&pool, &runs(move || drop(bag.lock().unwrap().take())));
    drop(only);
    drop(ready(&mut future));
    assert_eq!(in_use(&pool), 0);
}

/// The slot granted to a leaked future stays in use, like that of a leaked buffer. No other slot does.
#[test]
fn a_forgotten_future_costs_one_slot() {
    // In statics, where leak checkers still find them, and which are never dropped.
    static POOL: Pool =
        Pool::new(&PoolConfig::new().with_class(CLASS, 2).with_overflow(Overflow::Wait));
    static LEAKED: Mutex<Option<Acquire<&Pool>>> = Mutex::new(None);
    let held = [POOL.acquire(1).unwrap(), POOL.acquire(1).unwrap()];
    *LEAKED.lock().unwrap() = Some(queued(&POOL, Waker::noop()));
    let mut next = queued(&POOL, Waker::noop());
    drop(held);
    drop(ready(&mut next));
    assert_eq!(in_use(&POOL), 1);
    for _ in 0..10 {
        let _other = POOL.acquire(1).unwrap();
        assert!(POOL.acquire_timeout(1, Duration::from_millis(1)).is_err());
    }
}
