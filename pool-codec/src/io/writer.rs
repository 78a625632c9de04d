//! Frames to a `std::io::Write`.

use core::convert::Infallible;
use core::marker::PhantomData;
use core::time::Duration;
use std::io::{self, IoSlice, Write};

use pool_core::{AcquireError, PooledBuf};

use crate::frame::{Carries, EncodeFrame, Outgoing};
use crate::framing::{FrameEncoder, SendError, StreamEncoder};
use crate::io::error::WriteError;
use crate::io::progress::Progress;
use crate::io::sink::{Sink, send, write_out};
use crate::io::writer_methods::writer_methods;

/// Writes frames to a byte stream.
///
/// The writer collects small frames in a pooled buffer, its batch. It writes the batch when it is full, and on
/// [`flush`](Self::flush). It writes a large frame together with the frames before it, in one vectored write. While
/// bytes are unwritten, it holds one slot of the pool for the batch and one for a large frame.
///
/// The writer is typed by the set of messages to send, as in `FrameWriter::<_, Replies>`, and the compiler refuses all
/// others. In a proxy, which forwards frames of any set, type it by the header alone: see
/// [`Outgoing`](crate::Outgoing).
///
/// Dropping the writer flushes it and ignores errors. To see them, call [`flush`](Self::flush) first. Bytes that could
/// not be written are counted in [`PoolStats::discarded`](crate::pool::PoolStats::discarded).
///
/// `E` is the encoder: for an encrypted stream a [`SealedEncoder`](crate::sealed::SealedEncoder), passed to
/// [`with_encoder`](Self::with_encoder).
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
pub struct FrameWriter<W: Write, P: Outgoing, E: StreamEncoder<Out = P> = FrameEncoder<P>> {
    stream: W,
    encoder: E,
    slot_timeout: Duration,
    /// The stream has panicked in a write or a flush, so the bytes that it has accepted are unknown.
    panicked: bool,
    outgoing: PhantomData<fn() -> P>,
}

writer_methods!(FrameWriter<W: Write> { slot_timeout: Duration::ZERO, panicked: false });

impl<W: Write, P: Outgoing, E: StreamEncoder<Out = P>> FrameWriter<W, P, E> {
    /// Sets how long [`send`](Self::send) waits for a slot under [`Overflow::Wait`](crate::Overflow::Wait), before it
    /// fails with [`SendError::Acquire`]. By default it does not wait.
    #[must_use]
    pub fn with_slot_timeout(mut self, timeout: Duration) -> Self {
        self.slot_timeout = timeout;
        self
    }

    /// Sends a message in either form, a set, or a raw frame. The frame may stay in the batch until
    /// [`flush`](Self::flush).
    ///
    /// # Errors
    ///
    /// Returns [`WriteError::Send`] if the frame cannot be encoded or the pool has no slot. No byte of it is sent, and
    /// the frames before it are kept.
    ///
    /// Returns [`WriteError::Io`] if the stream failed while the writer wrote the frames before this one. The frame is
    /// not accepted: send it again after a successful flush.
    pub fn send<F: EncodeFrame>(&mut self, frame: &F) -> Result<(), WriteError>
    where
        P: Carries<F::Message>,
    {
        let (encoder, mut sink) = self.split();
        let Ok(sent) = send(encoder, &mut sink, |encoder| encoder.push(frame));
        sent
    }

    /// Like [`send`](Self::send), but `amend` sets fields of the header that the message does not determine, such as a
    /// correlation id. It may be called more than once, each time for a new header.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use pool_codec::{Frame, FrameReader, FrameSet, FrameWriter, Header, Pool};
    ///
    /// #[derive(Debug, Clone, Copy, Frame, Header)]
    /// #[frame(endian = big)]
    /// struct RpcHeader {
    ///     #[header(len)]
    ///     len: u32,
    ///     #[header(id)]
    ///     method: u16,
    ///     #[header(correlation)]
    ///     call: u32,
    /// }
    ///
    /// #[derive(Debug, PartialEq, Frame)]
    /// #[frame(id = 7)]
    /// struct Echo { number: u8 }
    ///
    /// #[derive(Debug, PartialEq, FrameSet)]
    /// #[frames(header = RpcHeader)]
    /// enum Rpc { Echo(Echo) }
    ///
    /// static POOL: Pool = Pool::new(&Rpc::POOL_CONFIG);
    ///
    /// let request = [0, 0, 0, 1, 0, 7, 0, 0, 0, 3, 9];
    /// let mut reader = FrameReader::<_, Rpc>::new(&request[..], &POOL);
    /// let mut writer = FrameWriter::<_, Rpc>::new(Vec::new(), &POOL);
    /// let frame = reader.read()?.expect("a request");
    /// let (echo, header): (Echo, RpcHeader) = (frame.decode()?, frame.header());
    /// writer.send_with(&echo, |reply| reply.reply_to(&header))?;
    /// writer.flush()?;
    /// assert_eq!(*writer.get_ref(), request);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send). Also returns [`WriteError::Send`] if `amend` changes the id or the length, or sets a
    /// field to a value that its encoding cannot express.
    pub fn send_with<F: EncodeFrame>(
        &mut self,
        frame: &F,
        mut amend: impl FnMut(&mut P::FrameHeader),
    ) -> Result<(), WriteError>
    where
        P: Carries<F::Message>,
    {
        let (encoder, mut sink) = self.split();
        let Ok(sent) = send(encoder, &mut sink, |encoder| encoder.push_with(frame, &mut amend));
        sent
    }

    /// Writes all frames that were sent, and flushes the stream.
    ///
    /// # Errors
    ///
    /// Fails if the stream does. Unwritten bytes are kept for the next call.
    pub fn flush(&mut self) -> Result<(), WriteError> {
        let (encoder, mut sink) = self.split();
        let Ok(written) = write_out(encoder, &mut sink);
        written?;
        Ok(sink.guarded(W::flush)?)
    }

    fn split(&mut self) -> (&mut E, BlockingSink<'_, W>) {
        let Self { stream, encoder, slot_timeout, panicked, outgoing: _ } = self;
        (encoder, BlockingSink { stream, slot_timeout: *slot_timeout, panicked })
    }
}

/// The I/O of a writer that blocks.
struct BlockingSink<'w, W> {
    stream: &'w mut W,
    slot_timeout: Duration,
    panicked: &'w mut bool,
}

impl<W> BlockingSink<'_, W> {
    /// Calls the stream, and records a panic.
    fn guarded<T>(&mut self, call: impl FnOnce(&mut W) -> T) -> T {
        *self.panicked = true;
        let result = call(self.stream);
        *self.panicked = false;
        result
    }
}

impl<W: Write> Sink for BlockingSink<'_, W> {
    type Pending = Infallible;

    fn write(&mut self, bytes: &[u8]) -> Progress<io::Result<usize>, Infallible> {
        Ok(self.guarded(|stream| stream.write(bytes)))
    }

    fn write_both(&mut self, bytes: [&[u8]; 2]) -> Progress<io::Result<usize>, Infallible> {
        Ok(self.guarded(|stream| stream.write_vectored(&bytes.map(IoSlice::new))))
    }

    #[cold]
    fn acquire<E: StreamEncoder>(
        &mut self,
        encoder: &mut E,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, WriteError>, Infallible> {
        let AcquireError::Exhausted { len, .. } = error else { return Ok(Err(send_error(error))) };
        if self.slot_timeout.is_zero() {
            return Ok(Err(send_error(error)));
        }
        // The batch may occupy the slot that is needed.
        if let Err(error) = write_out(encoder, self)? {
            return Ok(Err(error.into()));
        }
        Ok(encoder.pool().acquire_timeout(len, self.slot_timeout).map_err(send_error))
    }
}

fn send_error(error: AcquireError) -> WriteError {
    SendError::from(error).into()
}

impl<W: Write, P: Outgoing, E: StreamEncoder<Out = P>> Drop for FrameWriter<W, P, E> {
    fn drop(&mut self) {
        // As `BufWriter` does: callers who need the error have flushed, and a stream that has panicked is not
        // written to again.
        if !self.panicked {
            let _ = self.flush();
        }
    }
}
