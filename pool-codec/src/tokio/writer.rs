//! Frames to an `AsyncWrite`.

use core::future::poll_fn;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io::{self, IoSlice};

use ::tokio::io::AsyncWrite;
use pool_core::{AcquireError, PooledBuf};

use crate::frame::{Carries, EncodeFrame, Outgoing};
use crate::framing::{FrameEncoder, SendError, StreamEncoder};
use crate::io::WriteError;
use crate::io::pending::{PendingOn, as_progress};
use crate::io::progress::Progress;
use crate::io::sink::{Sink, send, write_out};
use crate::io::slot_waiter::SlotWaiter;
use crate::io::writer_methods::writer_methods;

/// Writes frames to an `AsyncWrite`.
///
/// The writer collects small frames in a pooled buffer, its batch. It writes the batch when it is full, and on
/// [`flush`](Self::flush). It writes a large frame together with the frames before it, in one vectored write if the
/// stream supports that. While bytes are unwritten, it holds one slot of the pool for the batch and one for a large
/// frame.
///
/// The writer is typed by the set of messages to send, or by the header alone: see [`Outgoing`].
///
/// **Call [`flush`](Self::flush)** after the last frame for now, and [`shutdown`](Self::shutdown) at the end. Dropping
/// the writer cannot wait, so it discards unwritten bytes and counts them in
/// [`PoolStats::discarded`](crate::pool::PoolStats::discarded). Every call is cancel-safe. See the [module](super).
///
/// `E` is the encoder: for an encrypted stream a [`SealedEncoder`](crate::sealed::SealedEncoder), passed to
/// [`with_encoder`](Self::with_encoder).
///
/// ```
/// use pool_codec::tokio::FrameWriter;
/// use pool_codec::{Pool, PoolConfig, RawFrame, TlvHeader};
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
/// writer.send(&RawFrame { id: 7, payload: vec![1, 2, 3] }).await?;
/// writer.flush().await?;
/// assert_eq!(writer.get_ref(), &[7, 0, 3, 0, 0, 0, 1, 2, 3]);
/// # Ok::<(), pool_codec::WriteError>(())
/// # }).unwrap();
/// ```
pub struct FrameWriter<W, P: Outgoing, E = FrameEncoder<P>> {
    stream: W,
    encoder: E,
    waiter: SlotWaiter,
    outgoing: PhantomData<fn() -> P>,
}

writer_methods!(FrameWriter<W> { waiter: SlotWaiter::default() });

impl<W, P: Outgoing, E> FrameWriter<W, P, E> {
    /// Returns the stream. Unwritten bytes are lost, and counted as when the writer is dropped.
    pub fn into_inner(self) -> W {
        self.stream
    }
}

impl<W: AsyncWrite + Unpin, P: Outgoing, E: StreamEncoder<Out = P>> FrameWriter<W, P, E> {
    /// Sends a message in either form, a set, or a raw frame. The frame may stay in the batch until
    /// [`flush`](Self::flush). Cancel-safe: the writer accepts the frame when the call completes, not before.
    ///
    /// # Errors
    ///
    /// Returns [`WriteError::Send`] if the frame cannot be encoded or the pool has no slot. No byte of it is sent, and
    /// the frames before it are kept.
    ///
    /// Returns [`WriteError::Io`] if the stream failed while the writer wrote the frames before this one. The frame is
    /// not accepted.
    pub async fn send<F: EncodeFrame>(&mut self, frame: &F) -> Result<(), WriteError>
    where
        P: Carries<F::Message>,
    {
        poll_fn(|context| self.poll_send(context, frame)).await
    }

    /// Like [`send`](Self::send), but `amend` sets fields of the header that the message does not determine, such as a
    /// correlation id: see the [`send_with`](crate::FrameWriter::send_with) of the blocking writer. `amend` may be called
    /// more than once, each time for a new header. Cancel-safe.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send). Also returns [`WriteError::Send`] if `amend` changes the id or the length, or sets a
    /// field to a value that its encoding cannot express.
    pub async fn send_with<F: EncodeFrame>(
        &mut self,
        frame: &F,
        mut amend: impl FnMut(&mut P::FrameHeader),
    ) -> Result<(), WriteError>
    where
        P: Carries<F::Message>,
    {
        poll_fn(|context| self.poll_push(context, |encoder| encoder.push_with(frame, &mut amend)))
            .await
    }

    /// Writes all frames that were sent, and flushes the stream. Cancel-safe.
    ///
    /// # Errors
    ///
    /// Fails if the stream does. Unwritten bytes are kept for the next call.
    pub async fn flush(&mut self) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_flush(context)).await
    }

    /// Writes all frames that were sent, and shuts the stream down: the peer reads its end. Cancel-safe.
    ///
    /// # Errors
    ///
    /// Fails if the stream does. Unwritten bytes are kept for the next call.
    pub async fn shutdown(&mut self) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_shutdown(context)).await
    }

    /// Polls [`send`](Self::send), for hand-written futures.
    ///
    /// # Errors
    ///
    /// Fails as [`send`](Self::send) does.
    pub fn poll_send<F: EncodeFrame>(
        &mut self,
        context: &mut Context<'_>,
        frame: &F,
    ) -> Poll<Result<(), WriteError>>
    where
        P: Carries<F::Message>,
    {
        self.poll_push(context, |encoder| encoder.push(frame))
    }

    fn poll_push(
        &mut self,
        context: &mut Context<'_>,
        push: impl FnMut(&mut E) -> Result<bool, SendError>,
    ) -> Poll<Result<(), WriteError>> {
        let (stream, waiter) = (&mut self.stream, &mut self.waiter);
        let mut sink = PolledSink { stream, waiter, context };
        let progress = send(&mut self.encoder, &mut sink, push);
        self.waiter.finish(progress)
    }

    /// Polls [`flush`](Self::flush), for hand-written futures.
    ///
    /// # Errors
    ///
    /// Fails as [`flush`](Self::flush) does.
    pub fn poll_flush(&mut self, context: &mut Context<'_>) -> Poll<Result<(), WriteError>> {
        ready!(self.poll_write_out(context))?;
        Pin::new(&mut self.stream).poll_flush(context).map_err(WriteError::from)
    }

    /// Polls [`shutdown`](Self::shutdown), for hand-written futures.
    ///
    /// # Errors
    ///
    /// Fails as [`shutdown`](Self::shutdown) does.
    pub fn poll_shutdown(&mut self, context: &mut Context<'_>) -> Poll<Result<(), WriteError>> {
        ready!(self.poll_write_out(context))?;
        // By the contract of `AsyncWrite` this flushes, too.
        Pin::new(&mut self.stream).poll_shutdown(context).map_err(WriteError::from)
    }

    fn poll_write_out(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let (stream, waiter) = (&mut self.stream, &mut self.waiter);
        let mut sink = PolledSink { stream, waiter, context };
        let progress = write_out(&mut self.encoder, &mut sink);
        self.waiter.finish(progress)
    }
}

/// The I/O of a writer, for one poll.
struct PolledSink<'p, 'c, W> {
    stream: &'p mut W,
    waiter: &'p mut SlotWaiter,
    context: &'p mut Context<'c>,
}

impl<W: AsyncWrite + Unpin> Sink for PolledSink<'_, '_, W> {
    type Pending = PendingOn;

    fn write(&mut self, bytes: &[u8]) -> Progress<io::Result<usize>, PendingOn> {
        let written = Pin::new(&mut *self.stream).poll_write(self.context, bytes);
        as_progress(written, PendingOn::Stream)
    }

    fn write_both(&mut self, bytes: [&[u8]; 2]) -> Progress<io::Result<usize>, PendingOn> {
        let bytes = bytes.map(IoSlice::new);
        let written = Pin::new(&mut *self.stream).poll_write_vectored(self.context, &bytes);
        as_progress(written, PendingOn::Stream)
    }

    fn acquire<E: StreamEncoder>(
        &mut self,
        encoder: &mut E,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, WriteError>, PendingOn> {
        let slot = self.waiter.poll_acquire(self.context, encoder.pool(), error);
        if let Poll::Ready(slot) = slot {
            return Ok(slot.map_err(|error| SendError::from(error).into()));
        }
        match write_out(encoder, self) {
            Ok(Err(error)) => Ok(Err(error.into())),
            Ok(Ok(())) | Err(_) => Err(PendingOn::Slot),
        }
    }
}
