//! A stream that is always ready and never ends.

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, Read};

use pool_dev::executor::once;
use tokio::io::{AsyncRead, ReadBuf};

use crate::content::Frames;

/// A stream that repeats the same frames. A read returns as many bytes as fit, up to the end of the frames.
#[derive(Debug)]
pub(crate) struct Endless {
    bytes: &'static [u8],
    rest: &'static [u8],
}

impl Endless {
    pub(crate) fn new(frames: Frames) -> Self {
        Self { bytes: frames.bytes, rest: frames.bytes }
    }

    /// Returns the next `room` bytes, or fewer if the frames start again.
    #[inline]
    pub(crate) fn take(&mut self, room: usize) -> &'static [u8] {
        let (taken, rest) = self.rest.split_at(room.min(self.rest.len()));
        self.rest = if rest.is_empty() { self.bytes } else { rest };
        taken
    }
}

impl Read for Endless {
    #[inline]
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let taken = self.take(buf.len());
        buf[..taken.len()].copy_from_slice(taken);
        Ok(taken.len())
    }
}

impl AsyncRead for Endless {
    #[inline]
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        buf.put_slice(self.get_mut().take(buf.remaining()));
        Poll::Ready(Ok(()))
    }
}

/// Runs a future that never waits.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    match once(future) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the stream in memory is always ready"),
    }
}
