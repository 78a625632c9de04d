//! Frames out of a `std::io::Read`.

use core::fmt;
use core::time::Duration;
use std::io::{self, Read};

use pool_core::Pool;

use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, FrameError, FrameView, Held, UnknownFrames};
use crate::io::error::ReadError;
use crate::io::next::at_end;
use crate::wire::Covariant;

/// Reads the frames of a set from a byte stream, into buffers of a pool.
///
/// Do not wrap the stream in a `BufReader`: the reader takes many small frames with one read by itself
/// and reads a large payload straight into its slot. While it reads it holds one slot of the pool, its
/// window.
///
/// A stream with a read time-out, or a non-blocking one, loses nothing: the same call goes on where it was.
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
pub struct FrameReader<R, S: FrameSet> {
    stream: R,
    decoder: FrameDecoder<S>,
    slot_timeout: Duration,
}

impl<R, S: FrameSet> FrameReader<R, S> {
    /// A reader at the start of `stream`. The pool is to have the classes of the set's
    /// [`POOL_CONFIG`](FrameSet::POOL_CONFIG): what none of its classes can hold comes from the heap.
    pub fn new(stream: R, pool: &Pool) -> Self {
        Self::with_decoder(stream, FrameDecoder::new(pool))
    }

    /// A reader that goes on where `decoder` is.
    pub fn with_decoder(stream: R, decoder: FrameDecoder<S>) -> Self {
        Self { stream, decoder, slot_timeout: Duration::ZERO }
    }

    /// Sets what happens to frames of unknown id. Without this they are kept if the set has a variant for them, else
    /// rejected.
    #[must_use]
    pub fn with_unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.decoder = self.decoder.with_unknown_frames(unknown);
        self
    }

    /// Sets how long a read waits for a slot where the pool's policy is
    /// [`Overflow::Wait`](crate::Overflow::Wait), before it fails with [`FrameError::Acquire`]. Nothing is read
    /// from the stream meanwhile. Without this, it does not wait.
    #[must_use]
    pub fn with_slot_timeout(mut self, timeout: Duration) -> Self {
        self.slot_timeout = timeout;
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

impl<R: Read, S: FrameSet> FrameReader<R, S> {
    /// The next frame, or `None` where the stream ends between frames.
    ///
    /// # Errors
    ///
    /// See [`ReadError`]: [`is_fatal`](ReadError::is_fatal) tells whether the stream is over.
    ///
    /// # Panics
    ///
    /// If the stream says that it has read more bytes than there was room for.
    #[inline(always)]
    pub fn read(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        let found = self.decoder.advance_in_window() || self.advance()?;
        Ok(if found { self.decoder.current() } else { None })
    }

    /// Goes to the next frame; false where the stream ends between frames.
    #[inline(never)]
    fn advance(&mut self) -> Result<bool, ReadError> {
        Ok(self.run(FrameDecoder::next_current)?.is_some())
    }

    /// The next frame, if all of it is here already: never reads from the stream. `None` also if a slot is
    /// wanted; [`read`](Self::read) then waits, or says so.
    ///
    /// To answer all that came with one read before the answers are flushed:
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
    /// As [`read`](Self::read), for what is here.
    pub fn read_buffered(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        match self.decoder.next_current() {
            Ok(Some(())) => Ok(self.decoder.current()),
            Ok(None) => Ok(None),
            Err(error) if error.is_exhausted() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The next message, owned: of one type, or the set itself. Its frame is given up.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    ///
    /// # Panics
    ///
    /// As [`read`](Self::read).
    #[inline(always)]
    pub fn read_message<T>(&mut self) -> Result<Option<T>, ReadError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        let Some(frame) = self.read()? else { return Ok(None) };
        let offset = frame.offset();
        match frame.decode() {
            Ok(message) => {
                self.decoder.finish_current();
                Ok(Some(message))
            }
            Err(error) => Err(ReadError::Decode { error, offset }),
        }
    }

    /// The next message with its slot. If the pool has none, the frame is still the next one.
    ///
    /// # Errors
    ///
    /// See [`ReadError`].
    ///
    /// # Panics
    ///
    /// As [`read`](Self::read).
    pub fn read_held<F>(&mut self) -> Result<Option<Held<F>>, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        self.run(FrameDecoder::take_held)
    }

    /// Reads until `step` has what it looks for; `None` where the stream ends between frames.
    fn run<T>(
        &mut self,
        mut step: impl FnMut(&mut FrameDecoder<S>) -> Result<Option<T>, ReadError>,
    ) -> Result<Option<T>, ReadError> {
        loop {
            let error = match step(&mut self.decoder) {
                Ok(Some(found)) => return Ok(Some(found)),
                Ok(None) => match self.fill() {
                    Ok(0) => return at_end(&mut self.decoder),
                    Ok(_) => continue,
                    Err(error) => error,
                },
                Err(error) => error,
            };
            self.wait_for_slot(error)?;
        }
    }

    /// Reads once; 0 is the end of the stream.
    fn fill(&mut self) -> Result<usize, ReadError> {
        loop {
            match self.stream.read(self.decoder.window()?) {
                Ok(count) => {
                    self.decoder.commit(count);
                    return Ok(count);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.decoder.release();
                    return Err(error.into());
                }
            }
        }
    }

    #[cold]
    fn wait_for_slot(&mut self, error: ReadError) -> Result<(), ReadError> {
        match self.decoder.needed_slot() {
            Some(len) if error.is_exhausted() && !self.slot_timeout.is_zero() => {
                let slot = self.decoder.pool().acquire_timeout(len, self.slot_timeout);
                self.decoder.provide_slot(slot.map_err(FrameError::from)?);
                Ok(())
            }
            _ => Err(error),
        }
    }
}

impl<R: fmt::Debug, S: FrameSet> fmt::Debug for FrameReader<R, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameReader")
            .field("stream", &self.stream)
            .field("decoder", &self.decoder)
            .finish()
    }
}
