//! Frames from a stream of compio.

use core::fmt;
use core::future::poll_fn;
use core::marker::PhantomData;
use core::task::{Context, Poll, ready};

use compio_io::AsyncRead;

use crate::codec::Covariant;
use crate::compio::source::{OwningSource, Reads};
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, FrameError, FrameView, Held, StreamDecoder};
use crate::io::ReadError;
use crate::io::reader_methods::reader_methods;
use crate::io::slot_waiter::SlotWaiter;
use crate::io::source::{Source, at_end, read_until};
use crate::io::take::{next_buffered, next_current, take_held, take_message};

/// Reads the frames of a set from an `AsyncRead` of compio into buffers of a pool.
///
/// The read in flight owns the reader's window, or the slot of a large payload. It belongs to the reader: every call is
/// cancel-safe, and the next call gets the bytes of a read that completes after a cancellation. See the
/// [module](super), also for the memory of idle connections.
///
/// `D` is the decoder: for an encrypted stream a [`SealedDecoder`](crate::sealed::SealedDecoder), passed to
/// [`with_decoder`](Self::with_decoder).
pub struct FrameReader<R, S: FrameSet, D = FrameDecoder<S>> {
    reads: Reads<R>,
    decoder: D,
    waiter: SlotWaiter,
    set: PhantomData<fn() -> S>,
}

reader_methods!(FrameReader);

impl<R, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Creates a reader that continues at the position of `decoder`: of a
    /// [`SealedDecoder`](crate::sealed::SealedDecoder) if the stream is encrypted.
    pub fn with_decoder(stream: R, decoder: D) -> Self {
        let reads = Reads::new(stream);
        Self { reads, decoder, waiter: SlotWaiter::default(), set: PhantomData }
    }

    /// Returns the number of bytes, as far as is known, that the frame in progress still needs. Zero means that the
    /// reader is between frames. The bytes of a read in flight count once a call has taken them.
    pub fn missing(&self) -> usize {
        self.reads.missing().unwrap_or_else(|| self.decoder.missing())
    }

    /// Returns a reference to the stream, or `None` while a read is in flight.
    pub fn get_ref(&self) -> Option<&R> {
        self.reads.stream.as_ref()
    }

    /// Returns the stream, and the decoder with the bytes that were read ahead.
    ///
    /// # Errors
    ///
    /// Returns the reader itself while a read is in flight, because its bytes would be lost.
    #[expect(clippy::result_large_err, reason = "the reader goes back to its owner")]
    pub fn into_parts(self) -> Result<(R, D), Self> {
        let Self { reads, decoder, waiter, set } = self;
        let Reads { stream: Some(stream), .. } = reads else {
            return Err(Self { reads, decoder, waiter, set });
        };
        Ok((stream, decoder))
    }
}

impl<R: AsyncRead + 'static, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Reads the next frame. Returns `None` if the stream ends between frames. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`]. [`is_fatal`](ReadError::is_fatal) tells whether the stream is unusable.
    ///
    /// # Panics
    ///
    /// Panics if the stream has panicked in an earlier call.
    pub async fn read(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        let found = self.advance().await?;
        Ok(if found { self.decoder.frames_mut().current() } else { None })
    }

    /// Returns the next frame if all of it has arrived. Never reads from the stream, and does not look at a read in
    /// flight: see [`read_buffered`](crate::FrameReader::read_buffered) of the blocking reader.
    ///
    /// # Errors
    ///
    /// Fails as [`read`](Self::read) does, except for errors of the stream.
    pub fn read_buffered(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        if self.reads.is_in_flight() {
            return Ok(None);
        }
        let found = next_buffered(&mut self.decoder);
        if matches!(found, Ok(true)) || self.decoder.frames().needed_slot().is_none() {
            self.waiter.cancel();
        }
        Ok(if found? { self.decoder.frames_mut().current() } else { None })
    }

    /// Reads the next frame and decodes an owned message, or the set itself. The frame ends. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    ///
    /// # Panics
    ///
    /// Panics as [`read`](Self::read) does.
    pub async fn read_message<T>(&mut self) -> Result<Option<T>, ReadError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        if !self.advance().await? {
            return Ok(None);
        }
        take_message(&mut self.decoder)
    }

    /// Reads the next frame and holds its message together with its slot. If the pool has no slot, the next call
    /// returns the same frame. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    ///
    /// # Panics
    ///
    /// Panics as [`read`](Self::read) does.
    pub async fn read_held<F>(&mut self) -> Result<Option<Held<F>>, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let mut held = None;
        poll_fn(|context| self.poll_until(context, |decoder| take_held(decoder, &mut held)))
            .await?;
        Ok(held)
    }

    /// Moves to the next frame, which is then [`current`](Self::current). Returns `false` if the stream ends between
    /// frames.
    ///
    /// Use it in hand-written futures. [`read`](Self::read) calls it, then `current`.
    ///
    /// # Errors
    ///
    /// Fails as [`read`](Self::read) does.
    ///
    /// # Panics
    ///
    /// Panics as [`read`](Self::read) does.
    pub fn poll_advance(&mut self, context: &mut Context<'_>) -> Poll<Result<bool, ReadError>> {
        if self.decoder.frames().is_unheld() {
            // The waiter is for the slot to hold the frame, which this call does not need.
            self.waiter.cancel();
        }
        self.poll_until(context, next_current)
    }

    async fn advance(&mut self) -> Result<bool, ReadError> {
        if self.decoder.advance_in_window() {
            return Ok(true);
        }
        poll_fn(|context| self.poll_advance(context)).await
    }

    /// Reads until `find` has found something. Returns `false` if the stream ends between frames.
    fn poll_until(
        &mut self,
        context: &mut Context<'_>,
        find: impl FnMut(&mut D) -> Result<bool, ReadError>,
    ) -> Poll<Result<bool, ReadError>> {
        // A call that was cancelled, or is polled again, still needs the same slot.
        if let Some(slot) = ready!(self.waiter.poll(context)) {
            self.decoder.frames_mut().provide_slot(slot.map_err(FrameError::from)?);
        }
        let in_flight = self.reads.is_in_flight();
        let (reads, waiter) = (&mut self.reads, &mut self.waiter);
        let mut source = OwningSource { reads, waiter, context };
        if in_flight {
            match source.fill(&mut self.decoder) {
                Ok(Ok(0)) => return Poll::Ready(at_end(&mut self.decoder).map(|()| false)),
                Ok(Ok(_)) => {}
                Ok(Err(error)) => return Poll::Ready(Err(error)),
                Err(_) => return Poll::Pending,
            }
        }
        let progress = read_until(&mut self.decoder, &mut source, find);
        self.waiter.finish(progress)
    }
}

impl<R, S, D> fmt::Debug for FrameReader<R, S, D>
where
    R: fmt::Debug,
    S: FrameSet,
    D: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameReader")
            .field("stream", &self.reads.stream)
            .field("decoder", &self.decoder)
            .finish_non_exhaustive()
    }
}
