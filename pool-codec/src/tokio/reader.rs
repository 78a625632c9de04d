//! Frames out of an `AsyncRead`.

use core::fmt;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io;

use ::tokio::io::{AsyncRead, ReadBuf};
use pool_core::Pool;

use super::turn::Turn;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, FrameError, FrameView, Held, UnknownFrames};
use crate::io::error::ReadError;
use crate::io::next::at_end;
use crate::wire::Covariant;

/// Reads the frames of a set from an `AsyncRead`, into buffers of a pool.
///
/// Do not wrap the stream in a `BufReader`: the reader takes many small frames with one read by itself and reads
/// a large payload straight into its slot. Every call is cancel-safe, and while the stream has nothing to read
/// the reader holds no memory of the pool; see the [module](super).
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::tokio::{FrameReader, FrameWriter};
/// use pool_codec::{Frame, FrameSet, Pool, TlvHeader};
///
/// #[derive(Debug, PartialEq, Frame)]
/// #[frame(id = 7, borrow)]
/// struct Tick { price: u64, size: u32 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader, borrow)]
/// enum Market { Tick(Tick) }
///
/// static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let (near, far) = tokio::io::duplex(1024);
/// let publisher = async {
///     let mut writer = FrameWriter::<_, TlvHeader>::new(far, &POOL);
///     writer.send(&Tick { price: 1, size: 2 }).await?;
///     writer.shutdown().await
/// };
/// let subscriber = async {
///     let mut reader = FrameReader::<_, Market>::new(near, &POOL);
///     while let Some(frame) = reader.read().await? {
///         let tick = frame.borrow::<Tick>().expect("a tick");
///         assert_eq!((tick.price, tick.size), (1, 2));
///     }
///     Ok::<(), pool_codec::ReadError>(())
/// };
/// let (sent, received) = tokio::join!(publisher, subscriber);
/// # sent.unwrap(); received.unwrap();
/// # });
/// # }
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct FrameReader<R, S: FrameSet> {
    stream: R,
    decoder: FrameDecoder<S>,
    turn: Turn,
}

impl<R, S: FrameSet> FrameReader<R, S> {
    /// A reader at the start of `stream`. The pool is to have the classes of the set's
    /// [`POOL_CONFIG`](FrameSet::POOL_CONFIG): what none of its classes can hold comes from the heap.
    pub fn new(stream: R, pool: &Pool) -> Self {
        Self::with_decoder(stream, FrameDecoder::new(pool))
    }

    /// A reader that goes on where `decoder` is.
    pub fn with_decoder(stream: R, decoder: FrameDecoder<S>) -> Self {
        Self { stream, decoder, turn: Turn::default() }
    }

    /// Sets what happens to frames of unknown id. Without this they are kept if the set has a variant for them, else
    /// rejected.
    #[must_use]
    pub fn with_unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.decoder = self.decoder.with_unknown_frames(unknown);
        self
    }

    /// The frame that [`read`](Self::read) gave, or that another call could not decode. One with a slot of its own
    /// is gone once it is held.
    pub fn current(&mut self) -> Option<FrameView<'_, S>> {
        self.decoder.current()
    }

    /// Bytes from the start of the stream to the current or the next frame.
    pub fn offset(&self) -> u64 {
        self.decoder.offset()
    }

    /// Bytes that the frame under way still needs, as far as is known: none between frames. So a peer that is silent
    /// can be told from one that has stopped in the middle of a frame, whose slot others may wait for.
    pub fn missing(&self) -> usize {
        self.decoder.missing()
    }

    /// The stream.
    pub fn get_ref(&self) -> &R {
        &self.stream
    }

    /// The stream. To read from it past the reader loses frames.
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.stream
    }

    /// The stream, and the decoder with what was read ahead.
    pub fn into_parts(self) -> (R, FrameDecoder<S>) {
        (self.stream, self.decoder)
    }
}

impl<R: AsyncRead + Unpin, S: FrameSet> FrameReader<R, S> {
    /// The next frame, or `None` where the stream ends between frames. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`]: [`is_fatal`](ReadError::is_fatal) tells whether the stream is over.
    #[inline]
    pub fn read(&mut self) -> Read<'_, R, S> {
        Read { reader: Some(self) }
    }

    /// The next frame, if all of it is here already: never reads from the stream. `None` also if a slot is
    /// wanted; [`read`](Self::read) then waits, or says so.
    ///
    /// To answer all that came with one read before the answers are flushed: see the example of
    /// [`FrameReader::read_buffered`](crate::FrameReader::read_buffered).
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read), for what is here.
    pub fn read_buffered(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        match self.decoder.next_current() {
            Ok(Some(())) => {
                self.turn.leave();
                Ok(self.decoder.current())
            }
            Ok(None) => {
                if self.decoder.needed_slot().is_none() {
                    self.turn.leave();
                }
                Ok(None)
            }
            Err(error) if error.is_exhausted() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The next message, owned: of one type, or the set itself. Its frame is given up. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    pub async fn read_message<T>(&mut self) -> Result<Option<T>, ReadError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        let Some(frame) = self.read().await? else { return Ok(None) };
        let offset = frame.offset();
        match frame.decode() {
            Ok(message) => {
                self.decoder.finish_current();
                Ok(Some(message))
            }
            Err(error) => Err(ReadError::Decode { error, offset }),
        }
    }

    /// The next message with its slot. If the pool has none, the frame is still the next one. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    pub async fn read_held<F>(&mut self) -> Result<Option<Held<F>>, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        poll_fn(|context| self.poll_held(context)).await
    }

    /// Goes to the next frame, for [`current`](Self::current); false where the stream ends between frames.
    ///
    /// For futures written by hand: [`read`](Self::read) is this and `current`.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    #[inline(never)] // For `Read` to be inline.
    pub fn poll_advance(&mut self, context: &mut Context<'_>) -> Poll<Result<bool, ReadError>> {
        if self.decoder.is_unheld() {
            // It was to be held, which takes a slot.
            self.turn.leave();
        }
        let found = ready!(self.poll_run(context, FrameDecoder::next_current))?;
        Poll::Ready(Ok(found.is_some()))
    }

    pub(super) fn poll_held<F>(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Held<F>>, ReadError>>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        self.poll_run(context, FrameDecoder::take_held)
    }

    /// Reads until `step` has what it looks for; `None` where the stream ends between frames.
    fn poll_run<T>(
        &mut self,
        context: &mut Context<'_>,
        mut step: impl FnMut(&mut FrameDecoder<S>) -> Result<Option<T>, ReadError>,
    ) -> Poll<Result<Option<T>, ReadError>> {
        // A call that was cancelled, or is polled again: it lacks the same slot.
        if let Some(slot) = ready!(self.turn.poll(context)) {
            self.decoder.provide_slot(slot.map_err(FrameError::from)?);
        }
        let found = loop {
            let error = match step(&mut self.decoder) {
                Ok(Some(found)) => break Poll::Ready(Ok(Some(found))),
                Ok(None) => match self.poll_fill(context) {
                    Poll::Pending => break Poll::Pending,
                    Poll::Ready(Ok(0)) => break Poll::Ready(at_end(&mut self.decoder)),
                    Poll::Ready(Ok(_)) => continue,
                    Poll::Ready(Err(error)) => error,
                },
                Err(error) => error,
            };
            let ReadError::Frame(FrameError::Acquire(lack)) = error else {
                break Poll::Ready(Err(error));
            };
            match ready!(self.turn.poll_slot(context, self.decoder.pool(), lack)) {
                Ok(slot) => self.decoder.provide_slot(slot),
                Err(lack) => break Poll::Ready(Err(FrameError::from(lack).into())),
            }
        };
        // Not for a slot.
        self.turn.leave();
        found
    }

    /// Reads once; 0 is the end of the stream.
    fn poll_fill(&mut self, context: &mut Context<'_>) -> Poll<Result<usize, ReadError>> {
        loop {
            match poll_read(&mut self.stream, context, self.decoder.window()?) {
                Poll::Ready(Ok(count)) => {
                    self.decoder.commit(count);
                    return Poll::Ready(Ok(count));
                }
                Poll::Ready(Err(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Poll::Ready(Err(error)) => {
                    self.decoder.release();
                    return Poll::Ready(Err(error.into()));
                }
                Poll::Pending => {
                    self.decoder.release();
                    return Poll::Pending;
                }
            }
        }
    }
}

/// Reads once to the front of `out`, and returns how many bytes.
pub(super) fn poll_read(
    stream: &mut (impl AsyncRead + Unpin),
    context: &mut Context<'_>,
    out: &mut [u8],
) -> Poll<io::Result<usize>> {
    let front = out.as_ptr();
    let mut out = ReadBuf::new(out);
    ready!(Pin::new(stream).poll_read(context, &mut out))?;
    // As tokio's own adapters do: what is in `out` would else be an earlier frame's.
    assert_eq!(
        out.filled().as_ptr(),
        front,
        "the stream has put another buffer in place of its own"
    );
    Poll::Ready(Ok(out.filled().len()))
}

/// The future of [`FrameReader::read`].
///
/// # Panics
///
/// If it is polled after it was ready.
#[derive(Debug)]
#[must_use = "futures do nothing unless they are polled"]
pub struct Read<'r, R, S: FrameSet> {
    reader: Option<&'r mut FrameReader<R, S>>,
}

impl<'r, R: AsyncRead + Unpin, S: FrameSet> Future for Read<'r, R, S> {
    type Output = Result<Option<FrameView<'r, S>>, ReadError>;

    // Called, it takes twice the time of a small frame: a `Poll<Result<Option<_>>>` goes through memory.
    #[inline(always)]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let reader = self.reader.take().expect("polled after it was ready");
        if !reader.decoder.advance_in_window() {
            match reader.poll_advance(context) {
                Poll::Ready(Ok(true)) => {}
                Poll::Ready(Ok(false)) => return Poll::Ready(Ok(None)),
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => {
                    self.reader = Some(reader);
                    return Poll::Pending;
                }
            }
        }
        Poll::Ready(Ok(reader.decoder.current()))
    }
}

impl<R: fmt::Debug, S: FrameSet> fmt::Debug for FrameReader<R, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameReader")
            .field("stream", &self.stream)
            .field("decoder", &self.decoder)
            .finish_non_exhaustive()
    }
}
