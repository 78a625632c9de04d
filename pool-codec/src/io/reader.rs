//! Frames from a `std::io::Read`.

use core::convert::Infallible;
use core::marker::PhantomData;
use core::time::Duration;
use std::io::{self, Read};

use pool_core::{AcquireError, Pool, PooledBuf};

use crate::codec::{Covariant, DecodeError};
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, FrameView, Held, StreamDecoder};
use crate::io::error::ReadError;
use crate::io::progress::Progress;
use crate::io::reader_methods::owning_reader_methods;
use crate::io::source::{ReadInto, Source, fill_window, read_until};
use crate::io::take::{next_buffered, next_current, take_held, take_message};

/// Reads the frames of a set from a byte stream into buffers of a pool.
///
/// Do not wrap the stream in a `BufReader`. The reader itself reads many small frames with one read, and reads a large
/// payload straight into its slot. While it reads, it holds one slot of the pool, its window.
///
/// A stream with a read time-out or a non-blocking stream loses nothing: repeat the call, and it continues at the same
/// position.
///
/// `D` is the decoder: for an encrypted stream a [`SealedDecoder`](crate::sealed::SealedDecoder), passed to
/// [`with_decoder`](Self::with_decoder).
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::{Frame, FrameReader, FrameSet, Pool, TlvHeader};
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
/// let stream = &[7, 0, 12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0][..];
/// let mut reader = FrameReader::<_, Market>::new(stream, &POOL);
/// while let Some(frame) = reader.read()? {
///     let tick = frame.borrow::<Tick>()?;
///     assert_eq!((tick.price, tick.size), (1, 2));
/// }
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FrameReader<R, S: FrameSet, D = FrameDecoder<S>> {
    stream: R,
    decoder: D,
    slot_timeout: Duration,
    set: PhantomData<fn() -> S>,
}

owning_reader_methods!(FrameReader { slot_timeout: Duration::ZERO });

impl<R, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Sets how long a read waits for a slot under [`Overflow::Wait`](crate::Overflow::Wait), before it fails with
    /// [`FrameError::Acquire`](crate::error::FrameError::Acquire). By default it does not wait.
    ///
    /// While it waits, it reads nothing from the stream.
    #[must_use]
    pub fn with_slot_timeout(mut self, timeout: Duration) -> Self {
        self.slot_timeout = timeout;
        self
    }
}

impl<R: Read, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Reads the next frame. Returns `None` if the stream ends between frames.
    ///
    /// # Errors
    ///
    /// See [`ReadError`]. [`is_fatal`](ReadError::is_fatal) tells whether the stream is unusable.
    ///
    /// # Panics
    ///
    /// Panics if the stream reports more bytes than the buffer has.
    #[inline(always)]
    pub fn read(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        let found = self.decoder.advance_in_window() || self.advance()?;
        Ok(if found { self.decoder.frames_mut().current() } else { None })
    }

    #[inline(never)]
    fn advance(&mut self) -> Result<bool, ReadError> {
        self.read_until(next_current)
    }

    /// Returns the next frame if all of it has arrived. Never reads from the stream.
    ///
    /// Also returns `None` if the frame needs a slot that the pool does not have; [`read`](Self::read) then waits, or
    /// returns the error.
    ///
    /// It lets a program answer all frames that came with one read before it flushes the answers:
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::{Frame, FrameReader, FrameSet, FrameWriter, Pool, TlvHeader};
    /// # #[derive(Debug, PartialEq, Frame)]
    /// # #[frame(id = 7)]
    /// # struct Tick { price: u16 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { Tick(Tick) }
    /// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
    /// # let stream = &[7, 0, 2, 0, 0, 0, 1, 0, 7, 0, 2, 0, 0, 0, 2, 0][..];
    /// # let mut reader = FrameReader::<_, Market>::new(stream, &POOL);
    /// # let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
    /// loop {
    ///     let mut next = reader.read_buffered();
    ///     if let Ok(None) = next {
    ///         writer.flush()?;
    ///         next = reader.read();
    ///     }
    ///     match next {
    ///         Ok(Some(frame)) => writer.send(&frame.decode::<Tick>()?)?,
    ///         Ok(None) => break,
    ///         Err(error) if error.is_fatal() => return Err(error.into()),
    ///         Err(error) => eprintln!("{error}"),
    ///     }
    /// }
    /// # assert_eq!(writer.get_ref(), stream);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`read`](Self::read) does, except for errors of the stream.
    pub fn read_buffered(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        let found = next_buffered(&mut self.decoder)?;
        Ok(if found { self.decoder.frames_mut().current() } else { None })
    }

    /// Reads the next frame and decodes an owned message, or the set itself. The frame ends.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    ///
    /// # Panics
    ///
    /// Panics as [`read`](Self::read) does.
    #[inline(always)]
    pub fn read_message<T>(&mut self) -> Result<Option<T>, ReadError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        let found = self.decoder.advance_in_window() || self.advance()?;
        if found { take_message(&mut self.decoder) } else { Ok(None) }
    }

    /// Reads the next frame and holds its message together with its slot. If the pool has no slot, the next call
    /// returns the same frame.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    ///
    /// # Panics
    ///
    /// Panics as [`read`](Self::read) does.
    #[inline(always)] // So that the message is decoded in its final place.
    pub fn read_held<F>(&mut self) -> Result<Option<Held<F>>, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        match self.decoder.hold_in_window() {
            Ok(Some(held)) => Ok(Some(held)),
            Ok(None) => self.wait_for_held(),
            Err(error) => Err(self.not_held(error)),
        }
    }

    #[cold]
    #[inline(never)]
    fn not_held(&self, error: DecodeError) -> ReadError {
        self.decoder.frames().count_undecoded(&error);
        ReadError::Decode { error, offset: self.decoder.offset() }
    }

    #[inline(never)]
    fn wait_for_held<F>(&mut self) -> Result<Option<Held<F>>, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let mut held = None;
        self.read_until(|decoder| take_held(decoder, &mut held))?;
        Ok(held)
    }

    /// Reads until `find` has found something. Returns `false` if the stream ends between frames.
    fn read_until(
        &mut self,
        find: impl FnMut(&mut D) -> Result<bool, ReadError>,
    ) -> Result<bool, ReadError> {
        let mut source =
            BlockingSource { stream: &mut self.stream, slot_timeout: self.slot_timeout };
        let Ok(found) = read_until(&mut self.decoder, &mut source, find);
        found
    }
}

/// The I/O of a reader that blocks.
pub(super) struct BlockingSource<'r, R> {
    pub(super) stream: &'r mut R,
    pub(super) slot_timeout: Duration,
}

impl<R: Read> Source for BlockingSource<'_, R> {
    type Pending = Infallible;

    fn fill<D: StreamDecoder>(
        &mut self,
        decoder: &mut D,
    ) -> Progress<Result<usize, ReadError>, Infallible> {
        fill_window(decoder, self)
    }

    fn acquire(
        &mut self,
        pool: &Pool,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, AcquireError>, Infallible> {
        Ok(match error {
            AcquireError::Exhausted { len, .. } if !self.slot_timeout.is_zero() => {
                pool.acquire_timeout(len, self.slot_timeout)
            }
            error => Err(error),
        })
    }
}

impl<R: Read> ReadInto for BlockingSource<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> Progress<io::Result<usize>, Infallible> {
        Ok(self.stream.read(out))
    }
}
