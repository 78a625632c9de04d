//! The scenarios. Each of them creates a run.

use core::fmt;
use core::hint::black_box;
use std::time::Instant;

use benches::harness::{Run, timed};

use crate::contender::{Contender, Suffix};
use crate::stream::Repeat;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scenario {
    /// One message, which is dropped at once, while this number of messages is kept.
    While(usize),
    /// This number of messages, which are kept until all of them have arrived.
    Batch(usize),
    /// One message, which takes the place of the oldest of this number of messages.
    Sustained(usize),
}

impl Scenario {
    /// The numbers around 8, which is the capacity of `codec_sv2`, and around [`CAPACITY`](crate::contenders::CAPACITY).
    const WHILE: [usize; 18] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 32, 64, 255, 256, 257];
    /// The batches of the report in which `codec_sv2` was measured first.
    const BATCHES: [usize; 10] = [1, 4, 8, 9, 16, 32, 64, 100, 200, 1000];
    /// With a megabyte each, more messages than this are not kept.
    const LONG: usize = 100;

    pub(crate) fn all(suffix: Suffix) -> Vec<Self> {
        let fits = move |count: &usize| suffix == Suffix::Short || *count <= Self::LONG;
        let held = Self::WHILE.into_iter().filter(fits).map(Self::While);
        let batches = Self::BATCHES.into_iter().filter(fits).map(Self::Batch);
        held.chain(batches).chain([Self::Sustained(Self::LONG)]).collect()
    }

    /// The number of messages in an iteration.
    pub(crate) fn messages(self) -> u32 {
        match self {
            Self::Batch(count) => count.try_into().unwrap_or(u32::MAX),
            Self::While(_) | Self::Sustained(_) => 1,
        }
    }

    /// Returns the run of a contender.
    pub(crate) fn run<C: Contender>(self, stream: &Repeat, expected: (u32, usize)) -> Run {
        // Never dropped: the pool of `codec_sv2` waits for its buffers then, and some of them are kept.
        let reader = Box::leak(Box::new(C::new(stream.clone())));
        assert_eq!(C::seen(&mut reader.next()), expected, "the message is what was sent");
        match self {
            Self::While(count) => {
                let kept: Vec<_> = (0..count).map(|_| reader.next()).collect();
                timed(move || {
                    black_box(&reader.next());
                    black_box(&kept);
                })
            }
            Self::Batch(count) => {
                let mut kept = Vec::with_capacity(count);
                timed(move || {
                    kept.extend((0..count).map(|_| reader.next()));
                    black_box(&kept);
                    kept.clear();
                })
            }
            Self::Sustained(count) => {
                let mut kept: Vec<_> = (0..count).map(|_| reader.next()).collect();
                let mut oldest = 0;
                Box::new(move |iterations| {
                    let start = Instant::now();
                    for _ in 0..iterations {
                        kept[oldest] = reader.next();
                        oldest = if oldest + 1 == count { 0 } else { oldest + 1 };
                    }
                    black_box(&kept);
                    start.elapsed()
                })
            }
        }
    }
}

/// The name for filters and tables.
impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::While(count) => write!(f, "while {count} kept"),
            Self::Batch(count) => write!(f, "batch of {count}"),
            Self::Sustained(count) => write!(f, "sustained {count}"),
        }
    }
}
