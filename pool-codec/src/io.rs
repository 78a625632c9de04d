//! Frames over `std::io`: thin adapters around [`FrameDecoder`] and [`encode_frame`].

use core::fmt;
use core::marker::PhantomData;
use std::io::{self, Read, Write};

use pool_core::{Pool, PooledBuf};

use crate::frame::{EncodeFrame, FrameSet};
use crate::framing::{
    FrameDecoder, FrameError, FrameView, SendError, UnknownFrames, encode_frame, header_of, window,
    write_payload,
};
use crate::header::{Header, header_size};

/// Why [`FrameReader::read`] gave no frame.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The stream's error. Nothing is lost: after `WouldBlock` or a time-out, read again.
    Io(io::Error),
    /// What came is not a frame of the set; [`FrameError`] says where the stream stands.
    Frame(FrameError),
    /// The stream ended inside a frame.
    UnexpectedEof {
        /// Where the frame begins, in bytes from the start of the stream.
        offset: u64,
        /// Bytes it lacks, as far as is known.
        missing: usize,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Frame(error) => error.fmt(f),
            Self::UnexpectedEof { offset, missing } => {
                write!(
                    f,
                    "the stream ends inside the frame at byte {offset}: {missing} bytes are missing"
                )
            }
        }
    }
}

impl core::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            // Their texts are this one's, so their sources are too.
            Self::Io(error) => error.source(),
            Self::Frame(error) => error.source(),
            Self::UnexpectedEof { .. } => None,
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<FrameError> for ReadError {
    fn from(error: FrameError) -> Self {
        Self::Frame(error)
    }
}

/// Reads the frames of a set from a byte stream, into buffers of a pool.
///
/// Do not wrap the stream in a `BufReader`: the reader takes many small frames with one read by itself
/// and reads a large payload straight into its slot. It holds one slot of the pool, its window: the
/// largest class up to 4 KiB that there is. A set of small messages has none so large; give its pool
/// one for each reader and writer: `Set::POOL_CONFIG.with(SizeClass::for_len(4096), connections * 2)`.
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
}

impl<R, S: FrameSet> FrameReader<R, S> {
    /// A reader at the start of `stream`.
    pub fn new(stream: R, pool: &Pool) -> Self {
        Self { stream, decoder: FrameDecoder::new(pool) }
    }

    /// Sets what happens to frames of unknown id.
    #[must_use]
    pub fn unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.decoder = self.decoder.unknown_frames(unknown);
        self
    }

    /// The frame last read, unless it is held.
    pub fn current(&mut self) -> Option<FrameView<'_, S>> {
        self.decoder.current()
    }

    /// Bytes from the start of the stream to the current or the next frame.
    pub fn offset(&self) -> u64 {
        self.decoder.offset()
    }

    /// The stream.
    pub fn get_ref(&self) -> &R {
        &self.stream
    }

    /// The stream. What was read ahead of the current frame is lost.
    pub fn into_inner(self) -> R {
        self.stream
    }
}

impl<R: Read, S: FrameSet> FrameReader<R, S> {
    /// The next frame, or `None` where the stream ends between frames.
    ///
    /// # Errors
    ///
    /// See [`ReadError`]. After every error but a broken header the reader goes on with the next call.
    ///
    /// # Panics
    ///
    /// If the stream says that it has read more bytes than there was room for.
    pub fn read(&mut self) -> Result<Option<FrameView<'_, S>>, ReadError> {
        while !self.decoder.advance()? {
            match self.stream.read(self.decoder.window()?) {
                Ok(0) => {
                    return match self.decoder.missing() {
                        0 => Ok(None),
                        missing => {
                            Err(ReadError::UnexpectedEof { offset: self.decoder.offset(), missing })
                        }
                    };
                }
                Ok(count) => self.decoder.commit(count),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(self.decoder.current())
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

/// Why [`FrameWriter`] did not write.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The stream's error. What was not written yet is kept: after `WouldBlock`,
    /// [`flush`](FrameWriter::flush) again.
    Io(io::Error),
    /// The frame cannot be encoded, or the pool had no slot. Nothing of it was sent.
    Send(SendError),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Send(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            // Their texts are this one's, so their sources are too.
            Self::Io(error) => error.source(),
            Self::Send(error) => error.source(),
        }
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<SendError> for WriteError {
    fn from(error: SendError) -> Self {
        Self::Send(error)
    }
}

/// Writes frames to a byte stream. Small ones are gathered in a pooled buffer and leave in one write,
/// when it is full or on [`flush`](Self::flush); a large one leaves alone, header and payload in one
/// write. It holds one slot of the pool: the largest class up to 4 KiB that there is.
///
/// It is typed by the header, not by a set: what may be sent to the peer is the caller's to say.
///
/// Dropping the writer flushes and ignores errors; flush to see them.
///
/// ```
/// use pool_codec::{FrameWriter, Pool, PoolConfig, RawFrame, TlvHeader};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
/// writer.send(&RawFrame { id: 7, payload: vec![1, 2, 3] })?;
/// writer.flush()?;
/// assert_eq!(writer.get_ref(), &[7, 0, 3, 0, 0, 0, 1, 2, 3]);
/// # Ok::<(), pool_codec::WriteError>(())
/// ```
pub struct FrameWriter<W: Write, H: Header> {
    stream: W,
    pool: Pool,
    /// Frames of which nothing or a part is written yet.
    batch: Option<PooledBuf>,
    /// The unwritten bytes of the batch are `sent..len`.
    sent: usize,
    len: usize,
    /// The stream panicked in a write or a flush, so what it has taken is not known.
    panicked: bool,
    /// A large frame and how much of it, header included, is written; behind the batch.
    large: Option<(PooledBuf, usize)>,
    header: PhantomData<fn() -> H>,
}

impl<W: Write, H: Header> FrameWriter<W, H> {
    /// A writer to `stream`. Takes no memory yet.
    pub fn new(stream: W, pool: &Pool) -> Self {
        Self {
            stream,
            pool: pool.clone(),
            batch: None,
            sent: 0,
            len: 0,
            panicked: false,
            large: None,
            header: PhantomData,
        }
    }

    /// The stream.
    pub fn get_ref(&self) -> &W {
        &self.stream
    }

    /// Sends a message in either form, a set, or a raw frame. It may stay in the batch until
    /// [`flush`](Self::flush).
    ///
    /// # Errors
    ///
    /// [`WriteError::Send`] if the frame cannot be encoded: nothing of it is sent, frames before it are
    /// kept. [`WriteError::Io`] if the stream failed while frames before it had to be written: this
    /// frame is not taken over, send it again after the flush succeeds.
    pub fn send(&mut self, frame: &impl EncodeFrame) -> Result<(), WriteError> {
        let header: H = header_of(frame).map_err(SendError::from)?;
        let total = header_size::<H>().saturating_add(header.payload_len());
        if self.batch.is_none() {
            self.batch = Some(window::acquire(&self.pool).map_err(SendError::from)?);
        }
        let room = self.batch.as_ref().map_or(0, |batch| batch.len());
        if total > room.saturating_sub(self.len) || self.large.is_some() {
            self.write_out()?;
        }
        if total > room {
            self.large = Some((encode_frame::<H>(&self.pool, frame)?, 0));
            return Ok(());
        }
        let end = self.len.saturating_add(total);
        if let Some(out) = self.batch.as_mut().and_then(|batch| batch.get_mut(self.len..end)) {
            let (head, payload) = out.split_at_mut(header_size::<H>());
            write_payload(frame, payload).map_err(SendError::from)?;
            header.encode(head);
            self.len = end;
        }
        Ok(())
    }

    /// Writes everything that was sent and flushes the stream.
    ///
    /// # Errors
    ///
    /// The stream's error; what is not written yet stays for the next call.
    pub fn flush(&mut self) -> Result<(), WriteError> {
        self.write_out()?;
        self.panicked = true;
        let flushed = self.stream.flush();
        self.panicked = false;
        Ok(flushed?)
    }

    fn write_out(&mut self) -> io::Result<()> {
        self.panicked = true;
        let written = self.write_unsent();
        self.panicked = false;
        written
    }

    fn write_unsent(&mut self) -> io::Result<()> {
        if let Some(batch) = &self.batch {
            write_rest(
                &mut self.stream,
                batch.get(..self.len).unwrap_or_default(),
                &mut self.sent,
            )?;
            (self.sent, self.len) = (0, 0);
        }
        if let Some((buf, sent)) = &mut self.large {
            write_rest(&mut self.stream, buf.with_header(header_size::<H>()), sent)?;
            self.large = None;
        }
        Ok(())
    }
}

/// Writes `bytes[*sent..]`, counting in `sent` what is done.
fn write_rest(stream: &mut impl Write, bytes: &[u8], sent: &mut usize) -> io::Result<()> {
    while let Some(rest) = bytes.get(*sent..).filter(|rest| !rest.is_empty()) {
        match stream.write(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => *sent = sent.saturating_add(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

impl<W: Write, H: Header> Drop for FrameWriter<W, H> {
    fn drop(&mut self) {
        // As `BufWriter` does: whoever cares for errors has flushed, and a stream that panicked is not
        // written to again.
        if !self.panicked {
            let _ = self.flush();
        }
    }
}

impl<W: Write + fmt::Debug, H: Header> fmt::Debug for FrameWriter<W, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameWriter")
            .field("stream", &self.stream)
            .field("unwritten", &self.len.saturating_sub(self.sent))
            .finish_non_exhaustive()
    }
}
