//! Frames into a `std::io::Write`.

use core::fmt;
use core::time::Duration;
use std::io::{self, IoSlice, Write};

use pool_core::Pool;

use crate::frame::EncodeFrame;
use crate::frame::header::Header;
use crate::framing::{FrameEncoder, SendError};
use crate::io::error::WriteError;

/// Writes frames to a byte stream. Small ones are gathered in a pooled buffer and leave in one write,
/// when it is full or on [`flush`](Self::flush); a large one leaves with those before it in one vectored
/// write. While something is unwritten it holds one slot of the pool for the small frames, and one for a large
/// one.
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
    encoder: FrameEncoder<H>,
    slot_timeout: Duration,
    /// The stream panicked in a write or a flush, so what it has taken is not known.
    panicked: bool,
}

impl<W: Write, H: Header> FrameWriter<W, H> {
    /// A writer to `stream`. Takes no memory yet.
    pub fn new(stream: W, pool: &Pool) -> Self {
        Self::with_encoder(stream, FrameEncoder::new(pool))
    }

    /// A writer of what `encoder` has.
    pub fn with_encoder(stream: W, encoder: FrameEncoder<H>) -> Self {
        Self { stream, encoder, slot_timeout: Duration::ZERO, panicked: false }
    }

    /// Sets how long [`send`](Self::send) waits for a slot where the pool's policy is
    /// [`Overflow::Wait`](crate::Overflow::Wait), before it fails with [`SendError::Acquire`]. Without this, it
    /// does not wait.
    #[must_use]
    pub fn with_slot_timeout(mut self, timeout: Duration) -> Self {
        self.slot_timeout = timeout;
        self
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

    /// Sends a message in either form, a set, or a raw frame. It may stay in the batch until
    /// [`flush`](Self::flush).
    ///
    /// # Errors
    ///
    /// [`WriteError::Send`] if the frame cannot be encoded: nothing of it is sent, frames before it are
    /// kept. [`WriteError::Io`] if the stream failed while frames before it had to be written: this
    /// frame is not taken over, send it again after the flush succeeds.
    pub fn send(&mut self, frame: &impl EncodeFrame) -> Result<(), WriteError> {
        loop {
            match self.encoder.push(frame) {
                Ok(true) => return Ok(()),
                Ok(false) => self.write_out()?,
                Err(error) => self.wait_for_slot(error)?,
            }
        }
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
        loop {
            let [batch, large] = self.encoder.unsent();
            if batch.is_empty() && large.is_empty() {
                return Ok(());
            }
            self.panicked = true;
            let written = match (batch, large) {
                (one, []) | ([], one) => self.stream.write(one),
                (batch, large) => {
                    self.stream.write_vectored(&[IoSlice::new(batch), IoSlice::new(large)])
                }
            };
            self.panicked = false;
            match written {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                // A stream that claims more than it was given has at least not refused any of it.
                Ok(count) => self.encoder.sent(count.min(self.encoder.unsent_len())),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    #[cold]
    fn wait_for_slot(&mut self, error: SendError) -> Result<(), WriteError> {
        match self.encoder.needed_slot() {
            Some(len) if error.is_exhausted() && !self.slot_timeout.is_zero() => {
                // The batch may be in the slot that is lacking.
                self.write_out()?;
                let slot = self.encoder.pool().acquire_timeout(len, self.slot_timeout);
                self.encoder.provide_slot(slot.map_err(SendError::from)?);
                Ok(())
            }
            _ => Err(error.into()),
        }
    }
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
            .field("encoder", &self.encoder)
            .finish_non_exhaustive()
    }
}
