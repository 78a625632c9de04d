//! Races between releases, new waiters and waiters that leave: none leaves a waiter asleep while a slot is
//! free.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::task::{Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::{block_on, poll};

use crate::watchdog::Watchdog;

const CLASS: SizeClass = SizeClass::MIN;

fn waiting(capacity: usize) -> Pool {
    Pool::new(&PoolConfig::new().with_class(CLASS, capacity).with_overflow(Overflow::Wait))
}

/// Bounds a race to two seconds.
fn for_a_while(mut round: impl FnMut(usize)) {
    let end = Instant::now() + Duration::from_secs(2);
    for number in 0..1_000_000 {
        if Instant::now() > end {
            break;
        }
        round(number);
    }
}

/// The first waiter leaves while a slot is being handed to it, and the next one joins. If the two missed each
/// other, the second would never wake.
#[test]
fn a_waiter_that_joins_when_another_leaves_is_served() {
    let _watchdog = Watchdog::new("a_waiter_that_joins_when_another_leaves_is_served");
    let pool = waiting(1);
    let turn = AtomicUsize::new(0);
    let (send, receive) = mpsc::channel::<PooledBuf>();
    thread::scope(|scope| {
        let (pool, turn) = (&pool, &turn);
        scope.spawn(move || {
            for (round, buf) in receive.into_iter().enumerate() {
                while turn.load(Ordering::Acquire) <= round {
                    std::hint::spin_loop();
                }
                drop(buf);
            }
        });
        for_a_while(|round| {
            let held = pool.acquire(1).unwrap();
            let mut first = pool.acquire_async(1);
            assert!(poll(&mut first, Waker::noop()).is_pending());
            send.send(held).unwrap();
            turn.store(round + 1, Ordering::Release);
            for _ in 0..round % 200 {
                std::hint::spin_loop();
            }
            drop(first);
            drop(block_on(pool.acquire_async(1)).unwrap());
        });
        drop(send);
    });
}

/// A cheap source of random choices.
struct Dice(u32);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end
    }
}

/// Acquires slots one at a time, each in a random way, until it has had the given number of them.
fn waiter(pool: &Pool, out: &AtomicUsize, number: u32, wanted: usize) {
    let mut dice = Dice(number * 77 + 1);
    let capacity = pool.config().capacity(CLASS);
    let mut served = 0;
    while served < wanted {
        let got = match dice.below(6) {
            0 => pool.acquire(8).ok(),
            1 => pool.acquire_timeout(8, Duration::ZERO).ok(),
            2 => pool.acquire_timeout(8, Duration::from_micros(dice.below(100).into())).ok(),
            3 => {
                // Stops after a few polls, whether it was granted a slot or not.
                let mut future = pool.acquire_async(8);
                (0..dice.below(4)).find_map(|_| match poll(&mut future, Waker::noop()) {
                    Poll::Ready(buf) => Some(buf.unwrap()),
                    Poll::Pending => {
                        thread::yield_now();
                        None
                    }
                })
            }
            4 => Some(pool.acquire_timeout(8, Duration::MAX).unwrap()),
            _ => Some(block_on(pool.acquire_async(8)).unwrap()),
        };
        let Some(mut buf) = got else { continue };
        served += 1;
        assert!(out.fetch_add(1, Ordering::Relaxed) < capacity, "a slot has two tenants");
        buf.copy_from_slice(&[number as u8; 8]);
        if dice.below(8) == 0 {
            thread::yield_now();
        }
        assert_eq!(*buf, [number as u8; 8], "a slot has two tenants");
        out.fetch_sub(1, Ordering::Relaxed);
        if dice.below(16) == 0 {
            thread::scope(|scope| scope.spawn(move || drop(buf)).join().unwrap());
        }
    }
}

#[test]
fn everybody_is_served_in_the_end() {
    let _watchdog = Watchdog::new("everybody_is_served_in_the_end");
    for capacity in 1..=3 {
        let pool = waiting(capacity);
        let out = AtomicUsize::new(0);
        thread::scope(|scope| {
            for number in 0..6 {
                let (pool, out) = (&pool, &out);
                scope.spawn(move || waiter(pool, out, number, 700));
            }
        });
        let stats = *pool.stats().class(CLASS).unwrap();
        assert_eq!(stats.in_use, 0);
        assert!(stats.hits >= 6 * 700 && stats.high_water <= capacity);
        let all: Vec<_> = (0..capacity).map(|_| pool.acquire(1).unwrap()).collect();
        assert!(pool.acquire(1).is_err());
        drop(all);
    }
}

/// Only releases wake the waiters: each release serves one.
#[test]
fn every_release_serves_a_waiter() {
    let _watchdog = Watchdog::new("every_release_serves_a_waiter");
    for capacity in 1..=3 {
        let pool = waiting(capacity);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..300 {
                        drop(pool.acquire_timeout(1, Duration::MAX).unwrap());
                        drop(block_on(pool.acquire_async(1)).unwrap());
                    }
                });
            }
        });
        let stats = *pool.stats().class(CLASS).unwrap();
        assert_eq!((stats.in_use, stats.hits, stats.refused), (0, 8 * 600, 0));
    }
}
