//! Frames from an `AsyncRead`.

use core::future::{Future, poll_fn};
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::tokio::io::AsyncRead;

use crate::codec::Covariant;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, FrameError, FrameView, Held, StreamDecoder};
use crate::io::ReadError;
use crate::io::reader_methods::owning_reader_methods;
use crate::io::slot_waiter::SlotWaiter;
use crate::io::source::read_until;
use crate::io::take::{next_buffered, next_current, take_held, take_message};
use crate::tokio::source::PolledSource;

/// Reads the frames of a set from an `AsyncRead` into buffers of a pool.
///
/// Do not wrap the stream in a `BufReader`. The reader itself reads many small frames with one read, and reads a large
/// payload straight into its slot. Every call is cancel-safe, and while the stream has nothing to read, the reader
/// holds no slot of the pool. See the [module](super).
///
/// `D` is the decoder: for an encrypted stream a [`SealedDecoder`](crate::sealed::SealedDecoder), passed to
/// [`with_decoder`](Self::with_decoder).
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
pub struct FrameReader<R, S: FrameSet, D = FrameDecoder<S>> {
    stream: R,
    decoder: D,
    waiter: SlotWaiter,
    set: PhantomData<fn() -> S>,
}

owning_reader_methods!(FrameReader { waiter: SlotWaiter::default() });

impl<R: AsyncRead + Unpin, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Reads the next frame. Returns `None` if the stream ends between frames. Cancel-safe.
    ///
    /// # Errors
    ///
    /// See [`ReadError`]. [`is_fatal`](ReadError::is_fatal) tells whether the stream is unusable.
    ///
    /// # Panics
    ///
    /// Panics if the stream replaces the buffer that it is given.
    #[inline]
    pub fn read(&mut self) -> ReadFrame<'_, R, S, D> {
        ReadFrame { reader: Some(self) }
    }

    /// Returns the next frame if all of it has arrived. Never reads from the stream.
    ///
    /// Also returns `None` if the frame needs a slot that the pool does not have; [`read`](Self::read) then waits, or
    /// returns the error.
    ///
    /// It lets a program answer all frames that came with one read before it flushes the answers: see the example of
    /// [`FrameReader::read_buffered`](crate::FrameReader::read_buffered).
    ///
    /// # Errors
    ///
    /// Fails as [`read`](Self::read) does, except for errors of the stream.
    pub fn read_buffered(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
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
        if self.read().await?.is_none() {
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
        poll_fn(|context| self.poll_held(context)).await
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
    #[inline(never)] // So that `ReadFrame` can be inlined.
    pub fn poll_advance(&mut self, context: &mut Context<'_>) -> Poll<Result<bool, ReadError>> {
        if self.decoder.frames().is_unheld() {
            // The waiter is for the slot to hold the frame, which this call does not need.
            self.waiter.cancel();
        }
        self.poll_until(context, next_current)
    }

    pub(super) fn poll_held<F>(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Held<F>>, ReadError>>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let mut held = None;
        ready!(self.poll_until(context, |decoder| take_held(decoder, &mut held)))?;
        Poll::Ready(Ok(held))
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
        let (stream, waiter) = (&mut self.stream, &mut self.waiter);
        let mut source = PolledSource { stream, waiter, context };
        let progress = read_until(&mut self.decoder, &mut source, find);
        self.waiter.finish(progress)
    }
}

/// The future of [`FrameReader::read`].
///
/// # Panics
///
/// Panics if it is polled after it has completed.
#[derive(Debug)]
#[must_use = "futures do nothing unless they are polled"]
pub struct ReadFrame<'r, R, S: FrameSet, D = FrameDecoder<S>> {
    reader: Option<&'r mut FrameReader<R, S, D>>,
}

impl<'r, R, S, D> Future for ReadFrame<'r, R, S, D>
where
    R: AsyncRead + Unpin,
    S: FrameSet,
    D: StreamDecoder<Set = S>,
{
    type Output = Result<Option<FrameView<'r, S>>, ReadError>;

    // A call would take twice the time of a small frame: a `Poll<Result<Option<_>>>` is returned through memory.
    #[inline(always)]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let reader = self.reader.take().expect("polled after completion");
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
        Poll::Ready(Ok(reader.decoder.frames_mut().current()))
    }
}
