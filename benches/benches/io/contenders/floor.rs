//! The lower bound for every reader: a loop that reads into one buffer, steps from header to header, and counts.

use std::io::Read;

use tokio::io::{AsyncRead, AsyncReadExt};

use crate::contender::{Async, Blocking, Contender};
use crate::contenders::ours;
use crate::content::{Frames, Size};

/// The size of a header, in bytes.
const HEADER: usize = 6;

/// A counter with a buffer of `BUFFER` bytes.
pub(crate) struct Floor<const BUFFER: usize>;

/// The state of a counter.
pub(crate) struct Counter<R> {
    stream: R,
    buffer: Vec<u8>,
    /// The unread bytes of the buffer are `start..end`.
    start: usize,
    end: usize,
    /// The number of bytes from `start` to the next header.
    skip: usize,
}

impl<R> Counter<R> {
    fn new<const BUFFER: usize>(stream: R) -> Self {
        Self { stream, buffer: vec![0; BUFFER], start: 0, end: 0, skip: 0 }
    }

    /// Skips one frame if it is complete. Otherwise skips the bytes of it that have arrived.
    #[inline(always)]
    fn advance(&mut self) -> bool {
        let unread = &self.buffer[self.start..self.end];
        if self.skip == 0 {
            let Some(&[_, _, _, low, middle, high]) = unread.first_chunk() else { return false };
            self.skip = HEADER + u32::from_le_bytes([low, middle, high, 0]) as usize;
        }
        let skipped = self.skip.min(unread.len());
        self.start += skipped;
        self.skip -= skipped;
        self.skip == 0
    }

    /// Makes room after the unread bytes, which are less than a header.
    #[inline(always)]
    fn make_room(&mut self) {
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
    }
}

impl<const BUFFER: usize> Contender for Floor<BUFFER> {
    const COUNTS: bool = true;

    fn frames(size: Size) -> Frames {
        ours::frames(size)
    }
}

impl<const BUFFER: usize> Blocking for Floor<BUFFER> {
    type Reader<R: Read + 'static> = Counter<R>;

    fn reader<R: Read + 'static>(stream: R) -> Counter<R> {
        Counter::new::<BUFFER>(stream)
    }

    #[inline(always)]
    fn next<R: Read + 'static>(reader: &mut Counter<R>) -> u64 {
        while !reader.advance() {
            reader.make_room();
            let window = &mut reader.buffer[reader.end..];
            reader.end += reader.stream.read(window).expect("reads");
        }
        0
    }
}

impl<const BUFFER: usize> Async for Floor<BUFFER> {
    type Reader<R: AsyncRead + Unpin + 'static> = Counter<R>;

    fn reader<R: AsyncRead + Unpin + 'static>(stream: R) -> Counter<R> {
        Counter::new::<BUFFER>(stream)
    }

    #[inline(always)]
    async fn next<R: AsyncRead + Unpin + 'static>(reader: &mut Counter<R>) -> u64 {
        while !reader.advance() {
            reader.make_room();
            let window = &mut reader.buffer[reader.end..];
            reader.end += reader.stream.read(window).await.expect("reads");
        }
        0
    }
}
