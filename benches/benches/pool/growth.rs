//! How the time of an operation of ours grows with the number of waiters, slots or pools.

use core::future::Future;
use core::hint::black_box;
use core::pin::Pin;
use core::task::{Context, Waker};
use core::time::Duration;
use std::time::Instant;

use benches::chart::Ns;
use benches::harness::{Harness, Run};
use pool_core::{Acquire, Overflow, Pool, PoolConfig, SizeClass};

/// An operation, and what makes its run for a number.
struct Growth {
    name: &'static str,
    numbers: &'static [usize],
    run: fn(usize) -> Run,
}

const WAITERS: &[usize] = &[1, 1_000, 10_000, 100_000];
const SLOTS: &[usize] = &[64, 1_024, 16_384, 262_144];

const ALL: [Growth; 7] = [
    Growth { name: "one of N waiters is polled again", numbers: WAITERS, run: polled_again },
    Growth { name: "one more of N waiters joins and leaves", numbers: WAITERS, run: leaves },
    Growth {
        name: "a refusal with N slots, `Fail`",
        numbers: SLOTS,
        run: |slots| refused(Overflow::Fail, slots),
    },
    Growth {
        name: "a release, an acquire and a refusal with N slots, `Fail`",
        numbers: SLOTS,
        run: refused_in_between,
    },
    Growth {
        name: "a refusal with N slots, `Wait`",
        numbers: SLOTS,
        run: |slots| refused(Overflow::Wait, slots),
    },
    Growth {
        name: "a pair, N pools in turn",
        numbers: &[1, 16, 1_024, 4_096, 16_384],
        run: pools_in_turn,
    },
    Growth {
        name: "the drop of one of N pools",
        numbers: &[16, 1_024, 4_096, 16_384],
        run: drop_pools,
    },
];

/// Measures the operations whose name contains `filter`, or all of them if it is "growth", and prints one line for
/// each.
pub(crate) fn print(harness: Harness, filter: Option<&str>) {
    let wanted =
        |name: &str| filter.is_none_or(|filter| filter == "growth" || name.contains(filter));
    for Growth { name, numbers, run } in ALL {
        if wanted(name) {
            let times = harness.measure(numbers.iter().map(|&number| run(number)).collect());
            let cells: Vec<_> = numbers
                .iter()
                .zip(times)
                .map(|(number, ns)| format!("{number}: {} ns", Ns(ns)))
                .collect();
            println!("- growth, {name}: {}", cells.join(", "));
        }
    }
}

fn config(overflow: Overflow, slots: usize) -> PoolConfig {
    PoolConfig::new().with_class(SizeClass::MIN, slots).with_overflow(overflow)
}

fn poll(future: &mut Acquire<&Pool>) {
    let poll = Pin::new(future).poll(&mut Context::from_waker(Waker::noop()));
    assert!(black_box(poll).is_pending());
}

/// A pool whose only slot is in use, and futures that wait for it.
fn waiters(number: usize) -> (&'static Pool, Vec<Acquire<&'static Pool>>) {
    let pool = &*Box::leak(Box::new(Pool::new(&config(Overflow::Wait, 1))));
    core::mem::forget(pool.acquire(1));
    let mut futures: Vec<_> = (0..number).map(|_| pool.acquire_async(1)).collect();
    futures.iter_mut().for_each(poll);
    (pool, futures)
}

/// Moves `place` far away, because the place of a waiter may matter, and returns the item there.
fn far_from<'items, T>(place: &mut usize, items: &'items mut [T]) -> Option<&'items mut T> {
    *place = place.wrapping_add(7_919).checked_rem(items.len())?;
    items.get_mut(*place)
}

/// Times the polls of the waiters in turn.
fn polled_again(number: usize) -> Run {
    let (_, mut futures) = waiters(number);
    let mut next = 0_usize;
    Box::new(move |iterations| {
        let start = Instant::now();
        for _ in 0..iterations {
            far_from(&mut next, &mut futures).into_iter().for_each(poll);
        }
        start.elapsed()
    })
}

/// Replaces waiters in turn.
fn leaves(number: usize) -> Run {
    let (pool, mut futures) = waiters(number);
    let mut next = 0_usize;
    Box::new(move |iterations| {
        let start = Instant::now();
        for _ in 0..iterations {
            if let Some(future) = far_from(&mut next, &mut futures) {
                *future = pool.acquire_async(1);
                poll(future);
            }
        }
        start.elapsed()
    })
}

/// Times an acquire while this thread has all slots.
fn refused(overflow: Overflow, slots: usize) -> Run {
    let pool = Pool::new(&config(overflow, slots));
    let held: Vec<_> = core::iter::from_fn(|| pool.acquire(1).ok()).collect();
    Box::new(move |iterations| {
        assert_eq!(held.len(), slots);
        let start = Instant::now();
        for _ in 0..iterations {
            assert!(black_box(pool.acquire(1)).is_err());
        }
        start.elapsed()
    })
}

/// Times the release of a buffer, far from the last one, an acquire and a refusal.
fn refused_in_between(slots: usize) -> Run {
    let pool = Pool::new(&config(Overflow::Fail, slots));
    let mut held: Vec<_> = core::iter::from_fn(|| pool.acquire(1).ok()).map(Some).collect();
    let mut next = 0_usize;
    Box::new(move |iterations| {
        assert_eq!(held.len(), slots);
        let start = Instant::now();
        for _ in 0..iterations {
            if let Some(buf) = far_from(&mut next, &mut held) {
                drop(buf.take());
                *buf = pool.acquire(1).ok();
                assert!(buf.is_some());
            }
            assert!(black_box(pool.acquire(1)).is_err());
        }
        start.elapsed()
    })
}

fn pools(number: usize) -> Vec<Pool> {
    let make = || {
        let pool = Pool::new(&config(Overflow::Fail, 8));
        drop(pool.acquire(1));
        pool
    };
    (0..number).map(|_| make()).collect()
}

fn pools_in_turn(number: usize) -> Run {
    let pools = pools(number);
    Box::new(move |iterations| {
        let mut turns = pools.iter().cycle();
        let start = Instant::now();
        for _ in 0..iterations {
            drop(black_box(turns.next().map(|pool| pool.acquire(1))));
        }
        start.elapsed()
    })
}

/// Times the drop of all pools, oldest first, once for each `number` of iterations.
fn drop_pools(number: usize) -> Run {
    Box::new(move |iterations| {
        let times = iterations.div_ceil(number as u64).max(1);
        let mut elapsed = Duration::ZERO;
        for _ in 0..times {
            let pools = pools(number);
            let start = Instant::now();
            drop(pools);
            elapsed = elapsed.saturating_add(start.elapsed());
        }
        // The time of one pool, for each iteration.
        elapsed.mul_f64(iterations as f64 / (times as f64 * number as f64))
    })
}
