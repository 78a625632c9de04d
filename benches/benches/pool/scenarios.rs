//! The scenarios of the measurements. Each of them creates a run.

use core::fmt;
use core::hint::black_box;
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use benches::harness::Run;
use rtrb::{PushError, RingBuffer};

use crate::contender::{Bounded, Contender};
use crate::peer::{self, Start, spin};

/// The number of messages that the queue holds.
const QUEUE: usize = 64;

/// The columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scenario {
    /// One thread: acquire, touch, release.
    Pair,
    /// One thread: acquire and touch 8, then release 8.
    Burst8,
    /// One thread: acquire and touch 64, then release 64.
    Burst64,
    /// One thread acquires and touches, the other touches and releases.
    HandOver,
    /// Two threads, each as in `Pair`, on one pool.
    TwoThreads,
    /// An acquire while every slot is in use. If it returns a buffer, that is touched and released.
    Exhausted,
    /// As in `Pair`, while this number of buffers is in use.
    Holding(usize),
}

impl Scenario {
    /// The scenarios of the large table.
    pub(crate) const TABLE: [Self; 5] =
        [Self::Pair, Self::Burst8, Self::Burst64, Self::HandOver, Self::TwoThreads];

    /// The numbers around 8, which is the capacity of `buffer_sv2`, and 256, which is the capacity of ours.
    pub(crate) const HOLDING: [usize; 15] =
        [0, 1, 2, 4, 8, 16, 32, 64, 128, 255, 256, 257, 320, 512, 1000];

    /// The number of buffers in an iteration.
    pub(crate) fn buffers(self) -> u32 {
        match self {
            Self::Burst8 => 8,
            Self::Burst64 => 64,
            _ => 1,
        }
    }
}

/// The name for filters, tables and the plot.
impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pair => f.write_str("same thread"),
            Self::Burst8 => f.write_str("burst of 8"),
            Self::Burst64 => f.write_str("burst of 64"),
            Self::HandOver => f.write_str("hand-over"),
            Self::TwoThreads => f.write_str("two threads"),
            Self::Exhausted => f.write_str("exhausted"),
            Self::Holding(held) => write!(f, "{held} held"),
        }
    }
}

/// Times the pairs of one thread.
#[inline(always)]
fn time_pairs<C: Contender>(contender: &mut C, iterations: u64) -> Duration {
    let start = Instant::now();
    for _ in 0..iterations {
        let mut buf = contender.acquire();
        contender.touch(&mut buf);
        contender.release(buf);
    }
    start.elapsed()
}

pub(crate) fn pair<C: Contender + 'static>(make: impl Fn() -> C) -> Run {
    let mut contender = black_box(make());
    Box::new(move |iterations| time_pairs(&mut contender, iterations))
}

/// Releases buffers in the order in which they were acquired.
pub(crate) fn burst<const HELD: usize, C: Contender + 'static>(make: impl Fn() -> C) -> Run {
    let mut contender = black_box(make());
    let mut held = Vec::with_capacity(HELD);
    Box::new(move |iterations| {
        let start = Instant::now();
        for _ in 0..iterations {
            held.extend((0..HELD).map(|_| {
                let mut buf = contender.acquire();
                contender.touch(&mut buf);
                buf
            }));
            held.drain(..).for_each(|buf| contender.release(buf));
        }
        start.elapsed()
    })
}

/// Times the work from the first acquire on one thread to the last release on the other.
pub(crate) fn hand_over<C>(make: impl Fn() -> C + 'static) -> Run
where
    C: Contender<Buf: Send> + Send + 'static,
{
    Box::new(move |iterations| {
        let (mut sender, mut receiver) = RingBuffer::new(QUEUE);
        let (mut producer, mut consumer) = (black_box(make()), black_box(make()));
        let start = Arc::new(Start::new());
        let end = peer::spawn({
            let start = Arc::clone(&start);
            move || {
                start.wait();
                for _ in 0..iterations {
                    let mut buf = spin(|| receiver.pop().ok());
                    consumer.touch(&mut buf);
                    consumer.release(buf);
                }
                Instant::now()
            }
        });
        start.wait();
        let start = Instant::now();
        for _ in 0..iterations {
            let mut buf = producer.acquire();
            producer.touch(&mut buf);
            let mut unsent = Some(buf);
            spin(|| match sender.push(unsent.take()?) {
                Ok(()) => Some(()),
                Err(PushError::Full(buf)) => {
                    unsent = Some(buf);
                    None
                }
            });
        }
        end.recv().expect("the second thread ends").duration_since(start)
    })
}

/// Measures the time of the slower thread.
pub(crate) fn two_threads<C>(make: impl Fn() -> C + 'static) -> Run
where
    C: Contender + Send + 'static,
{
    /// The iterations before the start. They create the state of a contender at the first acquire of a thread.
    const WARM_UP: u64 = 64;

    Box::new(move |iterations| {
        let (mut here, mut there) = (black_box(make()), black_box(make()));
        let start = Arc::new(Start::new());
        let other = peer::spawn({
            let start = Arc::clone(&start);
            move || {
                time_pairs(&mut there, WARM_UP);
                start.wait();
                time_pairs(&mut there, iterations)
            }
        });
        time_pairs(&mut here, WARM_UP);
        start.wait();
        let own = time_pairs(&mut here, iterations);
        own.max(other.recv().expect("the second thread ends"))
    })
}

/// Times an acquire while all `slots` buffers are in use.
pub(crate) fn exhausted<C: Bounded + 'static>(make: impl Fn() -> C, slots: usize) -> Run {
    let mut contender = black_box(make());
    Box::new(move |iterations| {
        let held: Vec<_> = (0..slots).map(|_| contender.acquire()).collect();
        let start = Instant::now();
        for _ in 0..iterations {
            if let Some(mut buf) = black_box(contender.try_acquire()) {
                contender.touch(&mut buf);
                contender.release(buf);
            }
        }
        let elapsed = start.elapsed();
        held.into_iter().for_each(|buf| contender.release(buf));
        elapsed
    })
}

/// Times pairs while `held` buffers are in use.
pub(crate) fn holding<C: Contender + 'static>(make: impl Fn() -> C, held: usize) -> Run {
    let mut contender = black_box(make());
    Box::new(move |iterations| {
        let held: Vec<_> = (0..held).map(|_| contender.acquire()).collect();
        let elapsed = time_pairs(&mut contender, iterations);
        held.into_iter().for_each(|buf| contender.release(buf));
        elapsed
    })
}
