//! Frames to a stream of compio.

use core::fmt;
use core::future::poll_fn;
use core::marker::PhantomData;
use core::task::{Context, Poll, ready};
use std::io;

use compio_buf::BufResult;
use compio_io::AsyncWrite;
use pool_core::Pool;

use crate::compio::operation::Operation;
use crate::compio::unsent::Unsent;
use crate::frame::{Carries, EncodeFrame, Outgoing};
use crate::framing::{FrameEncoder, SendError, StreamEncoder};
use crate::io::WriteError;
use crate::io::slot_waiter::SlotWaiter;

/// Writes frames to an `AsyncWrite` of compio.
///
/// The writer collects small frames in a pooled buffer, its batch, and writes it when it is full, and on
/// [`flush`](Self::flush). It writes a large frame together with the frames before it, in one vectored write. The write in
/// flight owns the batch, so the next `send` waits for it.
///
/// The writer is typed by the set of messages to send, or by the header alone: see [`Outgoing`].
///
/// **Call [`flush`](Self::flush)** after the last frame for now, and [`shutdown`](Self::shutdown) at the end. Dropping
/// the writer discards unwritten bytes and counts them in
/// [`PoolStats::discarded`](crate::pool::PoolStats::discarded), also those of a write in flight, of which the peer may have
/// received some. Every call is cancel-safe. See the [module](super).
///
/// `E` is the encoder: for an encrypted stream a [`SealedEncoder`](crate::sealed::SealedEncoder), passed to
/// [`with_encoder`](Self::with_encoder).
pub struct FrameWriter<W, P: Outgoing, E = FrameEncoder<P>> {
    /// `None` while an operation is in flight.
    stream: Option<W>,
    /// `None` while a write is in flight.
    encoder: Option<E>,
    operation: Option<Operation<Input<W, E>, Output<W, E>>>,
    /// The number of bytes that the write in flight was given.
    writing: usize,
    waiter: SlotWaiter,
    outgoing: PhantomData<fn() -> P>,
}

type Input<W, E> = (W, Job<E>);

/// An operation on the stream.
enum Job<E> {
    Write(Unsent<E>),
    Flush,
    Shutdown,
}

struct Output<W, E> {
    stream: W,
    done: Done<E>,
}

enum Done<E> {
    Written(Unsent<E>, io::Result<usize>),
    Flushed(io::Result<()>),
    ShutDown(io::Result<()>),
}

/// The operation that has completed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Completed {
    Write,
    Flush,
    Shutdown,
}

impl<W, P: Outgoing> FrameWriter<W, P> {
    /// Creates a writer to `stream`. It allocates no memory yet.
    ///
    /// If it is typed by a set, and the pool lacks the classes of the set, the first send fails with
    /// [`SendError::Pool`](crate::error::SendError::Pool).
    pub fn new(stream: W, pool: &Pool) -> Self {
        Self::with_encoder(stream, FrameEncoder::new(pool))
    }
}

impl<W, P: Outgoing, E: StreamEncoder<Out = P>> FrameWriter<W, P, E> {
    /// Creates a writer that continues with the unsent bytes of `encoder`: of a
    /// [`SealedEncoder`](crate::sealed::SealedEncoder) if the stream is encrypted.
    pub fn with_encoder(stream: W, encoder: E) -> Self {
        Self {
            stream: Some(stream),
            encoder: Some(encoder),
            operation: None,
            writing: 0,
            waiter: SlotWaiter::default(),
            outgoing: PhantomData,
        }
    }

    /// Returns the number of bytes of frames that were sent but are not written yet. Bytes in flight are not written.
    pub fn unwritten(&self) -> usize {
        self.encoder.as_ref().map_or(self.writing, StreamEncoder::unsent_len)
    }

    /// Returns a reference to the stream, or `None` while an operation is in flight.
    pub fn get_ref(&self) -> Option<&W> {
        self.stream.as_ref()
    }

    /// Returns the stream. Unwritten bytes are lost, and counted as when the writer is dropped.
    ///
    /// # Errors
    ///
    /// Returns the writer itself while an operation is in flight.
    #[expect(clippy::result_large_err, reason = "the writer goes back to its owner")]
    pub fn into_inner(mut self) -> Result<W, Self> {
        self.stream.take().ok_or(self)
    }
}

impl<W: AsyncWrite + 'static, P: Outgoing, E: StreamEncoder<Out = P> + 'static>
    FrameWriter<W, P, E>
{
    /// Sends a message in either form, a set, or a raw frame. The frame may stay in the batch until
    /// [`flush`](Self::flush). Cancel-safe: the writer accepts the frame when the call completes, not before.
    ///
    /// # Errors
    ///
    /// Returns [`WriteError::Send`] if the frame cannot be encoded or the pool has no slot. No byte of it is sent, and
    /// the frames before it are kept.
    ///
    /// Returns [`WriteError::Io`] if the stream failed while the writer wrote the frames before this one, or in an
    /// operation that an earlier, cancelled call has started. The frame is not accepted.
    ///
    /// # Panics
    ///
    /// Panics if the stream has panicked in an earlier call.
    pub async fn send<F: EncodeFrame>(&mut self, frame: &F) -> Result<(), WriteError>
    where
        P: Carries<F::Message>,
    {
        poll_fn(|context| self.poll_push(context, |encoder| encoder.push(frame))).await
    }

    /// Like [`send`](Self::send), but `amend` sets fields of the header that the message does not determine, such as a
    /// correlation id: see the [`send_with`](crate::FrameWriter::send_with) of the blocking writer. `amend` may be called
    /// more than once, each time for a new header. Cancel-safe.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send). Also returns [`WriteError::Send`] if `amend` changes the id or the length, or sets a
    /// field to a value that its encoding cannot express.
    ///
    /// # Panics
    ///
    /// Panics as [`send`](Self::send) does.
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
    ///
    /// # Panics
    ///
    /// Panics as [`send`](Self::send) does.
    pub async fn flush(&mut self) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_finish(context, Completed::Flush)).await
    }

    /// Writes all frames that were sent, and shuts the stream down: the peer reads its end. Cancel-safe.
    ///
    /// # Errors
    ///
    /// Fails if the stream does. Unwritten bytes are kept for the next call.
    ///
    /// # Panics
    ///
    /// Panics as [`send`](Self::send) does.
    pub async fn shutdown(&mut self) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_finish(context, Completed::Shutdown)).await
    }

    fn poll_push(
        &mut self,
        context: &mut Context<'_>,
        mut push: impl FnMut(&mut E) -> Result<bool, SendError>,
    ) -> Poll<Result<(), WriteError>> {
        loop {
            let Some(encoder) = &mut self.encoder else {
                ready!(self.poll_operation(context))?;
                continue;
            };
            let error = match push(encoder) {
                Ok(true) => {
                    self.waiter.cancel();
                    return Poll::Ready(Ok(()));
                }
                Ok(false) => {
                    ready!(self.poll_write(context))?;
                    continue;
                }
                Err(SendError::Acquire(error)) => error,
                Err(error) => return Poll::Ready(Err(error.into())),
            };
            match self.waiter.poll_acquire(context, encoder.pool(), error) {
                Poll::Ready(Ok(slot)) => encoder.provide_slot(slot),
                Poll::Ready(Err(error)) => {
                    return Poll::Ready(Err(SendError::from(error).into()));
                }
                // The batch may occupy the slot that is needed.
                Poll::Pending if encoder.unsent_len() > 0 => ready!(self.poll_write(context))?,
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    /// Writes all unsent bytes, and then performs `last`.
    fn poll_finish(
        &mut self,
        context: &mut Context<'_>,
        last: Completed,
    ) -> Poll<Result<(), WriteError>> {
        // An earlier call that waits for a slot is not the next one.
        self.waiter.cancel();
        loop {
            // A flush that a cancelled call has started is enough if no frame was sent since.
            if self.stream.is_none()
                && ready!(self.poll_operation(context))? == last
                && self.unwritten() == 0
            {
                return Poll::Ready(Ok(()));
            }
            if self.unwritten() > 0 {
                ready!(self.poll_write(context))?;
                continue;
            }
            let job = if last == Completed::Shutdown { Job::Shutdown } else { Job::Flush };
            if let Some(stream) = self.stream.take() {
                self.start(stream, job);
            }
        }
    }

    /// Completes the operation in flight, and writes once.
    fn poll_write(&mut self, context: &mut Context<'_>) -> Poll<Result<(), WriteError>> {
        if self.stream.is_none() {
            ready!(self.poll_operation(context))?;
        }
        let Some(encoder) = self.encoder.take_if(|encoder| encoder.unsent_len() > 0) else {
            return Poll::Ready(Ok(()));
        };
        self.writing = encoder.unsent_len();
        if let Some(stream) = self.stream.take() {
            self.start(stream, Job::Write(Unsent(encoder)));
        }
        self.poll_operation(context).map_ok(|_| ())
    }

    fn start(&mut self, stream: W, job: Job<E>) {
        let operation = self.operation.get_or_insert_with(|| Operation::new(perform));
        operation.start((stream, job));
    }

    /// Waits for the operation in flight, and takes the stream and the encoder back.
    fn poll_operation(&mut self, context: &mut Context<'_>) -> Poll<Result<Completed, WriteError>> {
        let Some(operation) = &mut self.operation else { return Poll::Pending };
        let Output { stream, done } = ready!(operation.poll(context));
        self.stream = Some(stream);
        let result = match done {
            Done::Written(Unsent(mut encoder), result) => {
                let result = match result {
                    Ok(0) => Err(io::ErrorKind::WriteZero.into()),
                    // A stream that reports more bytes than it was given has at least accepted all of them.
                    Ok(count) => {
                        encoder.sent(count.min(encoder.unsent_len()));
                        Ok(Completed::Write)
                    }
                    Err(error) => Err(error),
                };
                self.encoder = Some(encoder);
                result
            }
            Done::Flushed(result) => result.map(|()| Completed::Flush),
            Done::ShutDown(result) => result.map(|()| Completed::Shutdown),
        };
        Poll::Ready(match result {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(Completed::Write),
            result => result.map_err(WriteError::from),
        })
    }
}

/// Performs one operation on a stream.
async fn perform<W: AsyncWrite, E: StreamEncoder + 'static>(
    (mut stream, job): Input<W, E>,
) -> Output<W, E> {
    let done = match job {
        Job::Write(unsent) => {
            let both = unsent.0.unsent().iter().all(|part| !part.is_empty());
            let BufResult(result, unsent) = match both {
                true => stream.write_vectored(unsent).await,
                false => stream.write(unsent).await,
            };
            Done::Written(unsent, result)
        }
        Job::Flush => Done::Flushed(stream.flush().await),
        Job::Shutdown => Done::ShutDown(stream.shutdown().await),
    };
    Output { stream, done }
}

impl<W, P, E> fmt::Debug for FrameWriter<W, P, E>
where
    W: fmt::Debug,
    P: Outgoing,
    E: StreamEncoder<Out = P> + fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameWriter")
            .field("stream", &self.stream)
            .field("encoder", &self.encoder)
            .finish_non_exhaustive()
    }
}
