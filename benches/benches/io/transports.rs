//! The sources of the bytes. Each function creates a run that reads a number of frames, and checks it once.

use core::hint::black_box;
use core::time::Duration;
use std::time::Instant;

use benches::harness::Run;
use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};

use crate::contender::{Async, Blocking};
use crate::content::Frames;
use crate::feed::{CHUNK, Feed};
use crate::memory::{self, Endless};

/// The columns of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Transport {
    /// A stream in memory that is always ready. It measures the cost of framing and decoding.
    Memory,
    /// The transport above, read asynchronously.
    AsyncMemory,
    /// The in-memory pipe of tokio with 64 KiB, and a task that writes to it, on one thread.
    Duplex,
    /// A loopback connection, and a thread that writes to it.
    Tcp,
    /// The transport above, read asynchronously.
    AsyncTcp,
}

impl Transport {
    pub(crate) const ALL: [Self; 5] =
        [Self::Memory, Self::AsyncMemory, Self::Duplex, Self::Tcp, Self::AsyncTcp];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::AsyncMemory => "memory, async",
            Self::Duplex => "duplex, async",
            Self::Tcp => "tcp",
            Self::AsyncTcp => "tcp, async",
        }
    }
}

/// Turns `read` into a run. `read` returns the sum of the numbers of the frames and the time. The run is checked with
/// more frames than the content has.
fn checked(
    frames: Frames,
    counts: bool,
    mut read: impl FnMut(u64) -> (u64, Duration) + 'static,
) -> Run {
    // Makes the next frames the first ones again.
    let all = 2 * u64::from(frames.count);
    let (sum, _) = read(all);
    assert_eq!(sum, if counts { 0 } else { frames.sum(all) }, "the sum of the frames' numbers");
    Box::new(move |count| {
        let (sum, elapsed) = read(count);
        black_box(sum);
        elapsed
    })
}

/// Reads `count` frames.
#[inline(never)]
fn read<C: Blocking, R: std::io::Read + 'static>(reader: &mut C::Reader<R>, count: u64) -> u64 {
    (0..count).fold(0, |sum, _| sum.wrapping_add(C::next(reader)))
}

async fn read_async<C: Async, R: tokio::io::AsyncRead + Unpin + 'static>(
    reader: &mut C::Reader<R>,
    count: u64,
) -> u64 {
    let mut sum = 0_u64;
    for _ in 0..count {
        sum = sum.wrapping_add(C::next(reader).await);
    }
    sum
}

pub(crate) fn memory<C: Blocking>(frames: Frames) -> Run {
    let mut reader = C::reader(Endless::new(frames));
    checked(frames, C::COUNTS, move |count| {
        let start = Instant::now();
        let sum = read::<C, Endless>(&mut reader, count);
        (sum, start.elapsed())
    })
}

pub(crate) fn async_memory<C: Async>(frames: Frames) -> Run {
    let mut reader = C::reader(Endless::new(frames));
    checked(frames, C::COUNTS, move |count| {
        let start = Instant::now();
        let sum = memory::run(read_async::<C, Endless>(&mut reader, count));
        (sum, start.elapsed())
    })
}

pub(crate) fn tcp<C: Blocking>(frames: Frames) -> Run {
    let (feed, near) = Feed::new(frames);
    let mut reader = C::reader(near);
    checked(frames, C::COUNTS, move |count| {
        let start = Instant::now();
        feed.send(count);
        let sum = read::<C, std::net::TcpStream>(&mut reader, count);
        (sum, start.elapsed())
    })
}

pub(crate) fn async_tcp<C: Async>(frames: Frames) -> Run {
    let runtime = one_thread();
    let (feed, near) = Feed::new(frames);
    near.set_nonblocking(true).expect("can be read asynchronously");
    let near = runtime.block_on(async { TcpStream::from_std(near).expect("has a reactor") });
    let mut reader = C::reader(near);
    checked(frames, C::COUNTS, move |count| {
        let start = Instant::now();
        feed.send(count);
        let sum = runtime.block_on(read_async::<C, TcpStream>(&mut reader, count));
        (sum, start.elapsed())
    })
}

pub(crate) fn duplex<C: Async>(frames: Frames) -> Run {
    let runtime = one_thread();
    let (near, far) = tokio::io::duplex(CHUNK);
    let mut reader = C::reader(near);
    let mut writer = Some((far, Endless::new(frames)));
    checked(frames, C::COUNTS, move |count| {
        let bytes = count * frames.frame_len() as u64;
        runtime.block_on(async {
            let start = Instant::now();
            let task = writer.take().map(|(far, source)| tokio::spawn(write(far, source, bytes)));
            let sum = read_async::<C, DuplexStream>(&mut reader, count).await;
            let elapsed = start.elapsed();
            writer = task.expect("the last run returned it").await.ok();
            (sum, elapsed)
        })
    })
}

/// Writes `left` bytes and returns the writer.
async fn write(
    mut far: DuplexStream,
    mut source: Endless,
    mut left: u64,
) -> (DuplexStream, Endless) {
    while left > 0 {
        let bytes = source.take(CHUNK.min(left.try_into().unwrap_or(usize::MAX)));
        far.write_all(bytes).await.expect("the reader is there");
        left -= bytes.len() as u64;
    }
    (far, source)
}

fn one_thread() -> Runtime {
    Builder::new_current_thread().enable_io().build().expect("starts")
}
