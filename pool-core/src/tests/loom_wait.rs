//! The queue of waiters: no wake-up is lost, the order is FIFO, and each slot goes to one waiter.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use loom::sync::Arc;
use loom::thread::{self, Thread};
use std::boxed::Box;
use std::task::Wake;

use super::check_within;
use super::tenants::Tenants;
use crate::{Acquire, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

/// One slot, for which requests wait.
fn config() -> PoolConfig {
    PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Wait)
}

/// Wakes a thread of a model.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: std::sync::Arc<Self>) {
        self.0.unpark();
    }
}

/// Polls once, with a waker that does nothing.
fn poll(acquire: &mut Acquire<&Pool>) -> Option<PooledBuf> {
    match Pin::new(acquire).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(buf) => Some(buf.unwrap()),
        Poll::Pending => None,
    }
}

/// Waits for a slot. A lost wake-up is a deadlock, which loom reports.
fn wait(pool: &Pool) -> PooledBuf {
    let mut acquire = Box::pin(pool.acquire_async(1));
    let waker = Waker::from(std::sync::Arc::new(Unpark(thread::current())));
    loop {
        match acquire.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(buf) => return buf.unwrap(),
            Poll::Pending => thread::park(),
        }
    }
}

/// A pool whose slot is in use, and the data that the slot guards.
fn guarded() -> (Arc<(Pool, Tenants)>, PooledBuf) {
    let pool = Pool::new(&config());
    let tenants = Tenants::of(&pool, 1, 1);
    let held = pool.acquire(1).unwrap();
    (Arc::new((pool, tenants)), held)
}

/// Waits, uses the slot and releases it.
fn visit((pool, tenants): &(Pool, Tenants)) {
    tenants.enter_buf(&wait(pool));
}

/// A release wakes a waiter at whatever point of joining the queue and going to sleep the waiter is.
#[test]
fn a_release_wakes_a_waiter_that_goes_to_sleep() {
    loom::model(|| {
        let (shared, held) = guarded();
        let waiter = thread::spawn({
            let shared = Arc::clone(&shared);
            move || visit(&shared)
        });
        shared.1.enter_buf(&held);
        drop(held);
        waiter.join().unwrap();
        assert_eq!(shared.1.enter_buf(&shared.0.acquire(1).unwrap()), 3);
    });
}

/// Two threads wait for one slot: it goes to one, and then to the other.
#[test]
fn a_slot_is_handed_to_one_waiter() {
    check_within(3, || {
        let (shared, held) = guarded();
        let waiters = [(); 2].map(|()| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || visit(&shared))
        });
        shared.1.enter_buf(&held);
        drop(held);
        for waiter in waiters {
            waiter.join().unwrap();
        }
        assert_eq!(shared.1.enter_buf(&shared.0.acquire(1).unwrap()), 4);
    });
}

/// A release finds the queue empty, and another waiter joins before the release ends.
#[test]
fn a_release_that_finds_no_waiter_wakes_the_next_one() {
    loom::model(|| {
        let (shared, held) = guarded();
        let waiter = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                let given_up = poll(&mut shared.0.acquire_async(1));
                drop(given_up);
                visit(&shared);
            }
        });
        shared.1.enter_buf(&held);
        drop(held);
        waiter.join().unwrap();
    });
}

/// A waiter is dropped while a slot is being handed to it: the slot goes to the next.
#[test]
fn a_waiter_that_leaves_passes_its_slot_on() {
    check_within(3, || {
        let (shared, held) = guarded();
        let waiter = thread::spawn({
            let shared = Arc::clone(&shared);
            move || visit(&shared)
        });
        let leaver = thread::spawn({
            let shared = Arc::clone(&shared);
            move || drop(poll(&mut shared.0.acquire_async(1)))
        });
        shared.1.enter_buf(&held);
        drop(held);
        leaver.join().unwrap();
        waiter.join().unwrap();
        assert!(shared.0.acquire(1).is_ok());
    });
}

/// While requests wait, a later request cannot take a slot that is released.
#[test]
fn waiters_are_served_in_turn() {
    check_within(3, || {
        let (shared, held) = guarded();
        let pool = &shared.0;
        let [mut first, mut second] = [pool.acquire_async(1), pool.acquire_async(1)];
        assert!(poll(&mut first).is_none() && poll(&mut second).is_none());
        let releaser = thread::spawn(move || drop(held));
        let late = thread::spawn({
            let shared = Arc::clone(&shared);
            move || assert!(shared.0.acquire(1).is_err(), "jumped the queue")
        });
        assert!(poll(&mut second).is_none());
        releaser.join().unwrap();
        assert!(poll(&mut second).is_none());
        let buf = poll(&mut first).unwrap();
        late.join().unwrap();
        drop(buf);
        assert!(poll(&mut second).is_some());
    });
}

/// A waiter is polled with another waker while a slot is being handed to it: one of the two sees the
/// other.
#[test]
fn a_new_waker_is_woken() {
    loom::model(|| {
        let (shared, held) = guarded();
        let waiter = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                let mut acquire = Box::pin(shared.0.acquire_async(1));
                if poll(&mut acquire).is_some() {
                    return;
                }
                let waker = Waker::from(std::sync::Arc::new(Unpark(thread::current())));
                while acquire.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
                    thread::park();
                }
            }
        });
        drop(held);
        waiter.join().unwrap();
    });
}

/// Two threads release slots of two words while one thread waits: at the end the waiter has one slot and
/// the other is free.
#[test]
fn a_slot_of_any_word_wakes() {
    check_within(3, || {
        let pool = Pool::new(
            &PoolConfig::new().with_class(SizeClass::MIN, 2).with_overflow(Overflow::Wait),
        );
        let held = [(); 2].map(|()| pool.acquire(1).unwrap());
        let releasers = held.map(|buf| thread::spawn(move || drop(buf)));
        let buf = wait(&pool);
        for releaser in releasers {
            releaser.join().unwrap();
        }
        let next = pool.acquire(1).unwrap();
        assert!(pool.acquire(1).is_err());
        drop((buf, next));
        assert_eq!(pool.stats().class(SizeClass::MIN).unwrap().in_use, 0);
    });
}

/// The waiter has the slot and the last handle, and drops both while the release that handed the slot over
/// is still in the pool.
#[test]
fn a_waiter_ends_the_pool_under_the_releaser() {
    loom::model(|| {
        let pool = Pool::new(&config());
        let held = pool.acquire(1).unwrap();
        thread::spawn(move || {
            let buf = wait(&pool);
            drop(pool);
            drop(buf);
        });
        drop(held);
    });
}

/// A waiter leaves and drops the last handle while the release that would have served it is still in the
/// pool.
#[test]
fn a_waiter_that_leaves_ends_the_pool_under_the_releaser() {
    loom::model(|| {
        let pool = Pool::new(&config());
        let held = pool.acquire(1).unwrap();
        thread::spawn(move || {
            drop(poll(&mut pool.acquire_async(1)));
            drop(pool);
        });
        drop(held);
    });
}
