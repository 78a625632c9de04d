//! Our `FrameReader`. A held message keeps its slot, and an owned one has its parts on the heap.

use pool_codec::prelude::*;
use pool_codec::{Bytes, FrameReader, Held, Pool, PoolConfig, SizeClass, Sv2Header};

use crate::contender::Contender;
use crate::contenders::{CAPACITY, LONG_CAPACITY};
use crate::stream::Repeat;

/// The message of the report, with a suffix of up to a megabyte.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Job {
    pub(crate) channel_id: u32,
    merkle_root: [u8; 32],
    suffix: Bytes<1_000_000>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Jobs {
    Job(Job),
}

const CONFIG: PoolConfig = Jobs::POOL_CONFIG
    .with_class(SizeClass::for_len(128), CAPACITY)
    .with_class(SizeClass::for_len(Job::MAX_SIZE), LONG_CAPACITY)
    // Windows of readers.
    .with_class(SizeClass::for_len(16 << 10), 64);

/// The pool of the writer. Each reader has a pool of its own.
pub(super) static POOL: Pool = Pool::new(&CONFIG);

/// A job with a suffix of `len` bytes.
pub(super) fn job(len: usize) -> Job {
    Job {
        channel_id: 788_152,
        merkle_root: [0xAB; 32],
        suffix: vec![0xCD; len].try_into().expect("is short"),
    }
}

fn reader(stream: Repeat) -> FrameReader<Repeat, Jobs> {
    FrameReader::new(stream, &*Box::leak(Box::new(Pool::new(&CONFIG))))
}

pub(crate) struct Holds(FrameReader<Repeat, Jobs>);

impl Contender for Holds {
    type Kept = Held<Job>;

    fn new(stream: Repeat) -> Self {
        Self(reader(stream))
    }

    #[inline(always)]
    fn next(&mut self) -> Held<Job> {
        self.0.read_held().expect("reads").expect("the stream has no end")
    }

    fn seen(kept: &mut Held<Job>) -> (u32, usize) {
        (kept.get().channel_id, kept.get().suffix.len())
    }
}

pub(crate) struct Owns(FrameReader<Repeat, Jobs>);

impl Contender for Owns {
    type Kept = Job;

    fn new(stream: Repeat) -> Self {
        Self(reader(stream))
    }

    #[inline(always)]
    fn next(&mut self) -> Job {
        self.0.read_message().expect("reads").expect("the stream has no end")
    }

    fn seen(kept: &mut Job) -> (u32, usize) {
        (kept.channel_id, kept.suffix.len())
    }
}
