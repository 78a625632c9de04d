//! The errors of reading and writing frames.

use std::io;

use pool_core::AcquireError;
use thiserror::Error;

use crate::codec::DecodeError;
use crate::framing::{FrameError, HoldError, SendError};
use crate::opening::OpeningError;

/// The reason why a reader returned no frame.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The stream failed. After `WouldBlock` or a time-out nothing is lost: read again.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The bytes are not a frame of the set. [`FrameError`] states how the next call continues.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The frame is complete, but its payload is not a message of its id. The next call continues with the frame
    /// behind it.
    ///
    /// Methods that read and decode in one step return this error.
    /// [`FrameReader::read`](crate::FrameReader::read) does not.
    #[error("{error} of the payload of the frame at stream byte {offset}")]
    Decode {
        /// The error of the message type.
        error: DecodeError,
        /// The number of bytes from the start of the stream to the frame.
        offset: u64,
    },
    /// The stream ended inside a frame.
    #[error("the stream ends inside the frame at byte {offset}: {missing} bytes are missing")]
    UnexpectedEof {
        /// The number of bytes from the start of the stream to the frame.
        offset: u64,
        /// The number of missing bytes, as far as is known.
        missing: usize,
    },
}

impl ReadError {
    /// Returns whether the stream is unusable: every later call would fail, too. After other errors the next call
    /// continues, at the same position or behind a bad frame.
    ///
    /// ```
    /// use std::io;
    /// use pool_codec::ReadError;
    ///
    /// enum Then { Close, Idle, WaitForSlot, NextFrame }
    ///
    /// fn after(error: &ReadError) -> Then {
    ///     match error {
    ///         _ if error.is_fatal() => Then::Close,
    ///         _ if error.is_timeout() => Then::Idle,
    ///         _ if error.is_exhausted() => Then::WaitForSlot,
    ///         // The frame was bad: unknown, too long, or malformed.
    ///         _ => Then::NextFrame,
    ///     }
    /// }
    /// # let idle = ReadError::Io(io::ErrorKind::WouldBlock.into());
    /// # assert!(matches!(after(&idle), Then::Idle));
    /// # assert!(matches!(after(&ReadError::Io(io::ErrorKind::ConnectionReset.into())), Then::Close));
    /// ```
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        match self {
            Self::Io(error) => !is_transient(error),
            Self::Frame(error) => error.is_fatal(),
            Self::Decode { .. } => false,
            Self::UnexpectedEof { .. } => true,
        }
    }

    /// Returns whether the stream had no bytes in time: the read would have blocked, or timed out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Io(error) if is_transient(error))
    }

    /// Returns whether the pool had no slot. The next call continues at the same position, but fails at once until a
    /// slot is released: do not repeat the call in a loop.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        matches!(self, Self::Frame(error) if error.is_exhausted())
    }

    /// Creates the error for a frame at `offset` that could not be held.
    pub(crate) fn from_hold(error: HoldError, offset: u64) -> Self {
        match error {
            HoldError::Decode(error) => Self::Decode { error, offset },
            HoldError::Acquire(error) => Self::Frame(error.into()),
        }
    }
}

/// The reason why the opening of a connection failed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The stream failed. After `WouldBlock` or a time-out nothing is lost: call again with the same opening.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The peer sent something else than an opening.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// The stream ended inside the peer's opening.
    #[error("the peer closed the connection in its opening: {missing} bytes are missing")]
    Closed {
        /// The number of missing bytes, as far as is known.
        missing: usize,
    },
}

/// The reason why a writer did not write.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The stream failed. Unwritten bytes are kept: after `WouldBlock` or a time-out, flush again.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The frame cannot be encoded, or the pool had no slot. No byte of it was sent.
    #[error(transparent)]
    Send(#[from] SendError),
}

impl WriteError {
    /// Returns whether the stream is unusable. After other errors unwritten bytes are kept. A frame that could not
    /// be encoded fails again.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Io(error) if !is_transient(error))
    }

    /// Returns whether the stream accepted no bytes in time: the write would have blocked, or timed out. Flush, or
    /// send again.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Io(error) if is_transient(error))
    }

    /// Returns whether the pool had no slot for the frame.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        matches!(self, Self::Send(error) if error.is_exhausted())
    }
}

impl FrameError {
    /// Whether a slot may be released that the call lacked.
    pub(crate) fn is_exhausted(&self) -> bool {
        matches!(self, Self::Acquire(AcquireError::Exhausted { .. }))
    }
}

impl SendError {
    /// Whether a slot may be released that the call lacked.
    pub(crate) fn is_exhausted(&self) -> bool {
        matches!(self, Self::Acquire(AcquireError::Exhausted { .. }))
    }
}

/// Whether the same call may succeed later.
fn is_transient(error: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(error.kind(), WouldBlock | TimedOut | Interrupted)
}

/// For functions that return [`io::Error`]. An error of the stream stays as it is. Others become
/// [`InvalidData`](io::ErrorKind::InvalidData), [`UnexpectedEof`](io::ErrorKind::UnexpectedEof),
/// [`OutOfMemory`](io::ErrorKind::OutOfMemory), or for the wrong pool [`InvalidInput`](io::ErrorKind::InvalidInput).
impl From<ReadError> for io::Error {
    fn from(error: ReadError) -> Self {
        let kind = match error {
            ReadError::Io(error) => return error,
            ReadError::Frame(FrameError::Acquire(_)) => io::ErrorKind::OutOfMemory,
            ReadError::Frame(FrameError::Pool(_)) => io::ErrorKind::InvalidInput,
            ReadError::Frame(_) | ReadError::Decode { .. } => io::ErrorKind::InvalidData,
            ReadError::UnexpectedEof { .. } => io::ErrorKind::UnexpectedEof,
        };
        Self::new(kind, error)
    }
}

/// For functions that return [`io::Error`]. An error of the stream stays as it is. Others become
/// [`InvalidInput`](io::ErrorKind::InvalidInput) or [`OutOfMemory`](io::ErrorKind::OutOfMemory).
impl From<WriteError> for io::Error {
    fn from(error: WriteError) -> Self {
        let kind = match error {
            WriteError::Io(error) => return error,
            WriteError::Send(SendError::Acquire(_)) => io::ErrorKind::OutOfMemory,
            WriteError::Send(_) => io::ErrorKind::InvalidInput,
        };
        Self::new(kind, error)
    }
}
