//! Why a stream gave or took no frame.

use core::fmt;
use std::io;

use pool_core::AcquireError;

use crate::codec::error::DecodeError;
use crate::framing::{FrameError, HoldError, SendError};

/// Why a reader gave no frame.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The stream's error. Nothing is lost: after `WouldBlock` or a time-out, read again.
    Io(io::Error),
    /// What came is not a frame of the set; [`FrameError`] says where the stream stands.
    Frame(FrameError),
    /// The frame is complete, but its payload is not a message of its id. The next call goes on with the
    /// frame behind it.
    ///
    /// From what reads and decodes in one step; [`FrameReader::read`](crate::FrameReader::read) does not.
    Decode {
        /// What the message type says.
        error: DecodeError,
        /// Where the frame begins, in bytes from the start of the stream.
        offset: u64,
    },
    /// The stream ended inside a frame.
    UnexpectedEof {
        /// Where the frame begins, in bytes from the start of the stream.
        offset: u64,
        /// Bytes it lacks, as far as is known.
        missing: usize,
    },
}

impl ReadError {
    /// Whether the stream is over: every later call would fail too. After other errors the same call goes
    /// on, with the frame behind a bad one or where it was.
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
            Self::Io(error) => !is_passing(error),
            Self::Frame(error) => error.is_fatal(),
            Self::Decode { .. } => false,
            Self::UnexpectedEof { .. } => true,
        }
    }

    /// Whether the stream had nothing in time: it would have blocked, or timed out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Io(error) if is_passing(error))
    }

    /// Whether the pool had no slot. The same call goes on where it was, and fails at once again until a slot
    /// comes back: do not just call it again.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        matches!(self, Self::Frame(FrameError::Acquire(AcquireError::Exhausted { .. })))
    }

    /// For a frame at `offset` that could not be held.
    pub(crate) fn of_hold(error: HoldError, offset: u64) -> Self {
        match error {
            HoldError::Decode(error) => Self::Decode { error, offset },
            HoldError::Acquire(error) => Self::Frame(error.into()),
        }
    }
}

impl SendError {
    /// Whether it is for want of a slot, which may come back.
    pub(crate) fn is_exhausted(&self) -> bool {
        matches!(self, Self::Acquire(AcquireError::Exhausted { .. }))
    }
}

/// Whether the same call may succeed later.
pub(crate) fn is_passing(error: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(error.kind(), WouldBlock | TimedOut | Interrupted)
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Frame(error) => error.fmt(f),
            Self::Decode { error, offset } => {
                write!(f, "{error} of the payload of the frame at stream byte {offset}")
            }
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
            Self::Decode { error, .. } => error.source(),
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

/// Why a writer did not write.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The stream's error. What was not written yet is kept: after `WouldBlock` or a time-out, flush again.
    Io(io::Error),
    /// The frame cannot be encoded, or the pool had no slot. Nothing of it was sent.
    Send(SendError),
}

impl WriteError {
    /// Whether the stream takes no more. After other errors what is unwritten is kept; a frame that could not be
    /// encoded never can.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Io(error) if !is_passing(error))
    }

    /// Whether the stream took nothing in time: it would have blocked, or timed out. Flush, or send again.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Io(error) if is_passing(error))
    }

    /// Whether the pool had no slot for the frame.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        matches!(self, Self::Send(error) if error.is_exhausted())
    }
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

/// For functions that return [`io::Error`]: the stream's own as it is, others as
/// [`InvalidData`](io::ErrorKind::InvalidData), [`UnexpectedEof`](io::ErrorKind::UnexpectedEof) and
/// [`OutOfMemory`](io::ErrorKind::OutOfMemory).
impl From<ReadError> for io::Error {
    fn from(error: ReadError) -> Self {
        let kind = match error {
            ReadError::Io(error) => return error,
            ReadError::Frame(FrameError::Acquire(_)) => io::ErrorKind::OutOfMemory,
            ReadError::Frame(_) | ReadError::Decode { .. } => io::ErrorKind::InvalidData,
            ReadError::UnexpectedEof { .. } => io::ErrorKind::UnexpectedEof,
        };
        Self::new(kind, error)
    }
}

/// For functions that return [`io::Error`]: the stream's own as it is, others as
/// [`InvalidInput`](io::ErrorKind::InvalidInput) and [`OutOfMemory`](io::ErrorKind::OutOfMemory).
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
