//! The I/O of a reader whose reads own their buffer.

use core::ops::Range;
use core::task::{Context, Poll};
use std::io;

use compio_buf::{BufResult, IntoInner, IoBuf, Slice};
use compio_io::AsyncRead;
use pool_core::{AcquireError, Pool, PooledBuf};

use crate::compio::operation::Operation;
use crate::framing::StreamDecoder;
use crate::io::ReadError;
use crate::io::pending::{PendingOn, as_progress};
use crate::io::progress::Progress;
use crate::io::slot_waiter::SlotWaiter;
use crate::io::source::Source;

/// A stream, and the read of it that may be in flight.
pub(super) struct Reads<R> {
    /// `None` while a read is in flight.
    pub(super) stream: Option<R>,
    operation: Option<Operation<Input<R>, Output<R>>>,
    /// The number of bytes that the read in flight may deliver.
    room: usize,
    /// What [`StreamDecoder::missing`] returned before its window was lent.
    missing: usize,
}

type Input<R> = (R, Slice<PooledBuf>);
type Output<R> = (R, BufResult<usize, Slice<PooledBuf>>);

impl<R> Reads<R> {
    pub(super) fn new(stream: R) -> Self {
        Self { stream: Some(stream), operation: None, room: 0, missing: 0 }
    }
}

impl<R: 'static> Reads<R> {
    pub(super) fn is_in_flight(&self) -> bool {
        self.operation.as_ref().is_some_and(Operation::is_in_flight)
    }
}

impl<R> Reads<R> {
    /// The number of bytes that the frame in progress needs if a read is in flight.
    pub(super) fn missing(&self) -> Option<usize> {
        self.stream.is_none().then_some(self.missing)
    }
}

impl<R: AsyncRead + 'static> Reads<R> {
    /// Starts a read into `range` of `buf`, unless one is in flight.
    fn start(&mut self, stream: R, (buf, range): (PooledBuf, Range<usize>), missing: usize) {
        let operation = self.operation.get_or_insert_with(|| {
            Operation::new(async |(mut stream, buf): Input<R>| {
                let result = stream.read(buf).await;
                (stream, result)
            })
        });
        self.room = range.len();
        self.missing = missing;
        operation.start((stream, buf.slice(range)));
    }

    /// Waits for the read in flight and takes the stream back.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<(io::Result<usize>, PooledBuf)> {
        let Some(operation) = &mut self.operation else { return Poll::Pending };
        operation.poll(context).map(|(stream, BufResult(result, buf))| {
            self.stream = Some(stream);
            let room = self.room;
            let result =
                result.and_then(|count| if count <= room { Ok(count) } else { Err(overrun()) });
            (result, buf.into_inner())
        })
    }
}

#[cold]
fn overrun() -> io::Error {
    io::Error::other("the stream reports more bytes than the read had room for")
}

/// The I/O of a reader, for one poll.
pub(super) struct OwningSource<'p, 'c, R> {
    pub(super) reads: &'p mut Reads<R>,
    pub(super) waiter: &'p mut SlotWaiter,
    pub(super) context: &'p mut Context<'c>,
}

impl<R: AsyncRead + 'static> Source for OwningSource<'_, '_, R> {
    type Pending = PendingOn;

    fn fill<D: StreamDecoder>(
        &mut self,
        decoder: &mut D,
    ) -> Progress<Result<usize, ReadError>, PendingOn> {
        loop {
            if let Some(stream) = self.reads.stream.take() {
                let missing = decoder.missing();
                match decoder.lend() {
                    Ok(lent) => self.reads.start(stream, lent, missing),
                    Err(error) => {
                        self.reads.stream = Some(stream);
                        return Ok(Err(error.into()));
                    }
                }
            }
            let (result, buf) = as_progress(self.reads.poll(self.context), PendingOn::Stream)?;
            decoder.restore(buf);
            match result {
                Ok(count) => {
                    decoder.commit(count);
                    return Ok(Ok(count));
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    decoder.frames_mut().release();
                    return Ok(Err(error.into()));
                }
            }
        }
    }

    fn acquire(
        &mut self,
        pool: &Pool,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, AcquireError>, PendingOn> {
        as_progress(self.waiter.poll_acquire(self.context, pool, error), PendingOn::Slot)
    }
}
