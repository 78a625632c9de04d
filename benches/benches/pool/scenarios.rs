//! What is done with the buffers. Each scenario makes a run.

use core::fmt;
use core::hint::black_box;
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use benches::harness::Run;
use rtrb::{PushError, RingBuffer};

use crate::contender::{Bounded, Contender};
use crate::peer::{self, Start, spin};

/// Messages that the queue holds.
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
    /// An acquire when every slot is out; what it returns, if anything, is touched and released.
    Exhausted,
    /// As in `Pair`, while so many buffers are out.
    Holding(usize),
}

impl Scenario {
    /// Those of the large table.
    pub(crate) const TABLE: [Self; 5] =
        [Self::Pair, Self::Burst8, Self::Burst64, Self::HandOver, Self::TwoThreads];

    /// Around 8, all that `buffer_sv2` has, and 256, all that ours has there.
    pub(crate) const HOLDING: [usize; 15] =
        [0, 1, 2, 4, 8, 16, 32, 64, 128, 255, 256, 257, 320, 512, 1000];

    /// Buffers in an iteration.
    pub(crate) fn buffers(self) -> u32 {
        match self {
            Self::Burst8 => 8,
            Self::Burst64 => 64,
            _ => 1,
        }
    }
}

/// What a filter is compared with, and what the tables and the plot print.
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

/// Times one thread's pairs.
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

/// Buffers go back in the order they came.
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

/// From the first acquire on one thread to the last release on the other.
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

/// The time of the slower thread.
pub(crate) fn two_threads<C>(make: impl Fn() -> C + 'static) -> Run
where
    C: Contender + Send + 'static,
{
    /// Before the start: what a contender builds at a thread's first acquire.
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

/// With `slots` buffers out, which is all there are.
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

/// As `pair`, with `held` buffers out.
pub(crate) fn holding<C: Contender + 'static>(make: impl Fn() -> C, held: usize) -> Run {
    let mut contender = black_box(make());
    Box::new(move |iterations| {
        let held: Vec<_> = (0..held).map(|_| contender.acquire()).collect();
        let elapsed = time_pairs(&mut contender, iterations);
        held.into_iter().for_each(|buf| contender.release(buf));
        elapsed
    })
}
