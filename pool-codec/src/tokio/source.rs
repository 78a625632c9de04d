//! The I/O of a reader that is polled.

use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io;

use ::tokio::io::{AsyncRead, ReadBuf};
use pool_core::{AcquireError, Pool, PooledBuf};

use crate::framing::StreamDecoder;
use crate::io::ReadError;
use crate::io::pending::{PendingOn, as_progress};
use crate::io::progress::Progress;
use crate::io::slot_waiter::SlotWaiter;
use crate::io::source::{ReadInto, Source, fill_window};

/// The I/O of a reader, for one poll.
pub(super) struct PolledSource<'p, 'c, R> {
    pub(super) stream: &'p mut R,
    pub(super) waiter: &'p mut SlotWaiter,
    pub(super) context: &'p mut Context<'c>,
}

impl<R: AsyncRead + Unpin> Source for PolledSource<'_, '_, R> {
    type Pending = PendingOn;

    fn fill<D: StreamDecoder>(
        &mut self,
        decoder: &mut D,
    ) -> Progress<Result<usize, ReadError>, PendingOn> {
        fill_window(decoder, self)
    }

    fn acquire(
        &mut self,
        pool: &Pool,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, AcquireError>, PendingOn> {
        as_progress(self.waiter.poll_acquire(self.context, pool, error), PendingOn::Slot)
    }
}

impl<R: AsyncRead + Unpin> ReadInto for PolledSource<'_, '_, R> {
    fn read(&mut self, out: &mut [u8]) -> Progress<io::Result<usize>, PendingOn> {
        as_progress(poll_read(self.stream, self.context, out), PendingOn::Stream)
    }
}

/// Reads once to the front of `out` and returns the number of bytes.
fn poll_read(
    stream: &mut (impl AsyncRead + Unpin),
    context: &mut Context<'_>,
    out: &mut [u8],
) -> Poll<io::Result<usize>> {
    let front = out.as_ptr();
    let mut out = ReadBuf::new(out);
    ready!(Pin::new(stream).poll_read(context, &mut out))?;
    // The same check as in tokio's own adapters: with another buffer, `out` would contain bytes of an earlier frame.
    assert_eq!(out.filled().as_ptr(), front, "the stream has replaced the buffer by another one");
    Poll::Ready(Ok(out.filled().len()))
}
