//! More threads than cores: the time of a pair, and how long the slowest acquires take.

#![expect(clippy::arithmetic_side_effects, reason = "the counts are small")]

use core::time::Duration;
use std::alloc::System;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Instant;

use benches::chart::Ns;
use benches::harness::Harness;
use mimalloc::MiMalloc;
use pool_core::PoolConfig;
#[cfg(feature = "allocators")]
use {snmalloc_rs::SnMalloc, tikv_jemallocator::Jemalloc};

use crate::contender::Contender;
use crate::contenders::OURS;
use crate::contenders::allocators::Heap;
use crate::contenders::ours::Ours;
#[cfg(feature = "allocators")]
use crate::contenders::snmalloc;
use crate::contenders::zeropool::Zero;

const THREADS: [usize; 2] = [8, 32];
const LEN: usize = 1024;
/// The buffers that a thread holds at a time.
const HELD: usize = 8;
/// The slots of our pool, more than all threads hold.
const SLOTS: usize = 1024;

/// The results of one round.
struct Round {
    /// The time of the whole crowd per pair.
    pair: f64,
    /// The 99.9th percentile of the time of an acquire, which includes reading the clock.
    tail: f64,
}

type Measure = Box<dyn Fn(usize) -> Round>;

fn contenders() -> Vec<(&'static str, Measure)> {
    vec![
        (OURS, crowd(Ours::pool(PoolConfig::new(), LEN, SLOTS))),
        ("glibc", crowd(|| Heap::new(&System, LEN))),
        #[cfg(feature = "allocators")]
        ("jemalloc", crowd(|| Heap::new(&Jemalloc, LEN))),
        ("mimalloc", crowd(|| Heap::new(&MiMalloc, LEN))),
        #[cfg(feature = "allocators")]
        (snmalloc(), crowd(|| Heap::new(&SnMalloc, LEN))),
        ("zeropool", crowd(Zero::pool(LEN, SLOTS))),
    ]
}

/// Prints one row for each contender. `filter` is that of the run.
pub(crate) fn print(harness: Harness, filter: Option<&str>) {
    if filter.is_some_and(|filter| !"crowd".contains(filter)) {
        return;
    }
    let contenders = contenders();
    println!(
        "| {LEN} B, {HELD} at a time | 8 threads: a pair / p99.9 of an acquire | 32 threads |\n|---|---|---|"
    );
    let mut rounds: Vec<_> = contenders.iter().map(|_| THREADS.map(|_| Vec::new())).collect();
    for _ in 0..harness.rounds {
        for ((_, measure), rounds) in contenders.iter().zip(&mut rounds) {
            for (threads, rounds) in THREADS.into_iter().zip(rounds) {
                rounds.push(measure(threads));
            }
        }
    }
    for ((name, _), rounds) in contenders.iter().zip(rounds) {
        let cells = rounds.map(|rounds| {
            let pair = median(rounds.iter().map(|round| round.pair));
            let tail = median(rounds.iter().map(|round| round.tail));
            format!("{} / {}", Ns(pair), Ns(tail))
        });
        println!("| {name} | {} |", cells.join(" | "));
    }
    println!();
}

fn median(samples: impl Iterator<Item = f64>) -> f64 {
    let mut samples: Vec<_> = samples.collect();
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Returns the measurement of a contender, whose threads live for one round.
fn crowd<C>(make: impl Fn() -> C + Send + Sync + Copy + 'static) -> Measure
where
    C: Contender + 'static,
{
    Box::new(move |threads| {
        let (untimed, timed) = (run(threads, make, false), run(threads, make, true));
        let pairs = untimed.0.as_nanos() as f64;
        let mut acquires = timed.1;
        acquires.sort_unstable();
        let tail = acquires.get(acquires.len().saturating_mul(999) / 1000).copied();
        Round {
            pair: pairs / (threads * ROUNDS * HELD) as f64,
            tail: tail.map_or(f64::NAN, f64::from),
        }
    })
}

/// The rounds of a thread, in each of which it acquires and releases [`HELD`] buffers.
const ROUNDS: usize = 4000;

/// Runs all threads, and returns their time and, if `timed`, that of each acquire in nanoseconds.
fn run<C: Contender + 'static>(
    threads: usize,
    make: impl Fn() -> C + Send + Sync + Copy + 'static,
    timed: bool,
) -> (Duration, Vec<u32>) {
    let barrier = Arc::new(Barrier::new(threads));
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            let barrier = Arc::clone(&barrier);
            thread::spawn(move || {
                let mut contender = make();
                let mut held = Vec::with_capacity(HELD);
                let mut acquires = Vec::with_capacity(if timed { ROUNDS * HELD } else { 0 });
                barrier.wait();
                let start = Instant::now();
                for _ in 0..ROUNDS {
                    for _ in 0..HELD {
                        let mut buf = if timed {
                            let start = Instant::now();
                            let buf = contender.acquire();
                            let elapsed = start.elapsed().as_nanos();
                            acquires.push(u32::try_from(elapsed).unwrap_or(u32::MAX));
                            buf
                        } else {
                            contender.acquire()
                        };
                        contender.touch(&mut buf);
                        held.push(buf);
                    }
                    held.drain(..).for_each(|buf| contender.release(buf));
                }
                (start..Instant::now(), acquires)
            })
        })
        .collect();
    let workers = workers.into_iter().map(|worker| worker.join().expect("a worker ends"));
    let (spans, acquires): (Vec<_>, Vec<_>) = workers.unzip();
    // From the first start to the last end, because some threads wait for a core.
    let start = spans.iter().map(|span| span.start).min();
    let end = spans.iter().map(|span| span.end).max();
    let elapsed = end.zip(start).map_or(Duration::ZERO, |(end, start)| end - start);
    (elapsed, acquires.into_iter().flatten().collect())
}
