//! Frames into an `AsyncWrite`.

use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io::{self, IoSlice};

use ::tokio::io::AsyncWrite;
use pool_core::Pool;

use super::turn::Turn;
use crate::frame::EncodeFrame;
use crate::frame::header::Header;
use crate::framing::{FrameEncoder, SendError};
use crate::io::error::WriteError;

/// Writes frames to an `AsyncWrite`. Small ones are gathered in a pooled buffer and leave in one write, when it is
/// full or on [`flush`](Self::flush); a large one leaves with those before it in one vectored write, where the
/// stream has such. While something is unwritten it holds one slot of the pool for the small frames, and one for
/// a large one.
///
/// **Flush** when nothing more is to be sent for now, and [`shutdown`](Self::shutdown) at the end: dropping the
/// writer cannot wait, so it drops what is not written yet. Every call is cancel-safe; see the
/// [module](super).
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
pub struct FrameWriter<W, H: Header> {
    stream: W,
    encoder: FrameEncoder<H>,
    turn: Turn,
}

impl<W, H: Header> FrameWriter<W, H> {
    /// A writer to `stream`. Takes no memory yet.
    pub fn new(stream: W, pool: &Pool) -> Self {
        Self::with_encoder(stream, FrameEncoder::new(pool))
    }

    /// A writer of what `encoder` has.
    pub fn with_encoder(stream: W, encoder: FrameEncoder<H>) -> Self {
        Self { stream, encoder, turn: Turn::default() }
    }

    /// Bytes of frames that were sent and are not written yet.
    pub fn unwritten(&self) -> usize {
        self.encoder.unsent_len()
    }

    /// The stream.
    pub fn get_ref(&self) -> &W {
        &self.stream
    }

    /// The stream. What is written past the writer comes before what it has not written yet.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.stream
    }

    /// The stream. What is not written yet is lost.
    pub fn into_inner(self) -> W {
        self.stream
    }
}

impl<W: AsyncWrite + Unpin, H: Header> FrameWriter<W, H> {
    /// Sends a message in either form, a set, or a raw frame. It may stay in the batch until
    /// [`flush`](Self::flush). Cancel-safe: a frame is taken over when this is ready, not before.
    ///
    /// # Errors
    ///
    /// [`WriteError::Send`] if the frame cannot be encoded: nothing of it is sent, frames before it are
    /// kept. [`WriteError::Io`] if the stream failed while frames before it had to be written: this
    /// frame is not taken over.
    pub async fn send(&mut self, frame: &impl EncodeFrame) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_send(context, frame)).await
    }

    /// Writes everything that was sent and flushes the stream. Cancel-safe.
    ///
    /// # Errors
    ///
    /// The stream's error; what is not written yet stays for the next call.
    pub async fn flush(&mut self) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_flush(context)).await
    }

    /// Writes everything that was sent and ends the stream: the peer reads its end. Cancel-safe.
    ///
    /// # Errors
    ///
    /// The stream's error; what is not written yet stays for the next call.
    pub async fn shutdown(&mut self) -> Result<(), WriteError> {
        poll_fn(|context| self.poll_shutdown(context)).await
    }

    /// [`send`](Self::send), for futures written by hand.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub fn poll_send(
        &mut self,
        context: &mut Context<'_>,
        frame: &impl EncodeFrame,
    ) -> Poll<Result<(), WriteError>> {
        let sent = loop {
            let lack = match self.encoder.push(frame) {
                Ok(true) => break Poll::Ready(Ok(())),
                Ok(false) => match self.poll_write_out(context) {
                    Poll::Ready(Ok(())) => continue,
                    waits => break waits.map_err(WriteError::from),
                },
                Err(SendError::Acquire(lack)) => lack,
                Err(error) => break Poll::Ready(Err(error.into())),
            };
            match self.turn.poll_slot(context, self.encoder.pool(), lack) {
                Poll::Ready(Ok(slot)) => self.encoder.provide_slot(slot),
                Poll::Ready(Err(lack)) => break Poll::Ready(Err(SendError::from(lack).into())),
                Poll::Pending => match self.poll_write_out(context) {
                    // What is before the frame does not wait for its slot.
                    Poll::Ready(Err(error)) => break Poll::Ready(Err(error.into())),
                    _ => return Poll::Pending,
                },
            }
        };
        // Not for a slot.
        self.turn.leave();
        sent
    }

    /// [`flush`](Self::flush), for futures written by hand.
    ///
    /// # Errors
    ///
    /// As [`flush`](Self::flush).
    pub fn poll_flush(&mut self, context: &mut Context<'_>) -> Poll<Result<(), WriteError>> {
        self.turn.leave();
        ready!(self.poll_write_out(context))?;
        Pin::new(&mut self.stream).poll_flush(context).map_err(WriteError::from)
    }

    /// [`shutdown`](Self::shutdown), for futures written by hand.
    ///
    /// # Errors
    ///
    /// As [`shutdown`](Self::shutdown).
    pub fn poll_shutdown(&mut self, context: &mut Context<'_>) -> Poll<Result<(), WriteError>> {
        self.turn.leave();
        ready!(self.poll_write_out(context))?;
        // By the contract of `AsyncWrite` this flushes too.
        Pin::new(&mut self.stream).poll_shutdown(context).map_err(WriteError::from)
    }

    fn poll_write_out(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            let stream = Pin::new(&mut self.stream);
            let written = match self.encoder.unsent() {
                [[], []] => return Poll::Ready(Ok(())),
                [one, []] | [[], one] => stream.poll_write(context, one),
                [batch, large] => {
                    let both = [IoSlice::new(batch), IoSlice::new(large)];
                    stream.poll_write_vectored(context, &both)
                }
            };
            match ready!(written) {
                Ok(0) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                // A stream that claims more than it was given has at least not refused any of it.
                Ok(count) => self.encoder.sent(count.min(self.encoder.unsent_len())),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

impl<W: fmt::Debug, H: Header> fmt::Debug for FrameWriter<W, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameWriter")
            .field("stream", &self.stream)
            .field("encoder", &self.encoder)
            .finish_non_exhaustive()
    }
}
