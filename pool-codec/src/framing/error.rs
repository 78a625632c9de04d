//! Why a frame was not delivered, held or sent.

use core::fmt;

use pool_core::AcquireError;

use crate::codec::error::{DecodeError, EncodeError};
use crate::frame::header::HeaderError;

/// Why a [`FrameDecoder`](crate::FrameDecoder) did not deliver the next frame. Offsets are those of
/// the frame's header, in bytes from the start of the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FrameError {
    /// The bytes are not a header. The stream is out of step and stays so: every later call gives
    /// this error again.
    Header {
        /// What the header type says.
        error: HeaderError,
        /// Where.
        offset: u64,
    },
    /// The payload is longer than the longest of its message. No memory was taken for it; the next
    /// call skips it and goes on with the frame behind it.
    TooLarge {
        /// The frame's id.
        id: u32,
        /// The message's name, unless the id is unknown.
        name: Option<&'static str>,
        /// The payload's length by the header, in bytes.
        len: usize,
        /// The longest payload of the message, in bytes.
        max: usize,
        /// Where.
        offset: u64,
    },
    /// The set has no such message, or it is none of [those declared](crate::FrameDecoder::only), and the decoder
    /// rejects unknown ids. The next call skips the frame and goes on with the one behind it.
    UnknownId {
        /// The frame's id.
        id: u32,
        /// The message's name, if the set has it.
        name: Option<&'static str>,
        /// The payload's length by the header, in bytes.
        len: usize,
        /// Where.
        offset: u64,
    },
    /// The pool had no slot. Nothing is lost: call again when buffers have come back.
    Acquire(AcquireError),
}

impl FrameError {
    /// Whether the stream is over: every later call gives the same error. After any other one the same call
    /// goes on.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Header { .. })
    }
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header { error, offset } => write!(f, "{error} (at stream byte {offset})"),
            Self::TooLarge { id, name, len, max, offset } => {
                match name {
                    Some(name) => write!(f, "`{name}`: ")?,
                    None => write!(f, "id {id:#x}: ")?,
                }
                write!(
                    f,
                    "the payload of {len} bytes exceeds the maximum of {max} (at stream byte {offset})"
                )
            }
            Self::UnknownId { id, name, len, offset } => {
                match name {
                    Some(name) => write!(f, "`{name}`, id {id:#x}, is not declared here")?,
                    None => write!(f, "no message of the set has id {id:#x}")?,
                }
                write!(f, " ({len} bytes of payload, at stream byte {offset})")
            }
            Self::Acquire(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for FrameError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Acquire(error) => error.source(),
            Self::Header { .. } | Self::TooLarge { .. } | Self::UnknownId { .. } => None,
        }
    }
}

impl From<AcquireError> for FrameError {
    fn from(error: AcquireError) -> Self {
        Self::Acquire(error)
    }
}

/// Why a frame was not held. It is still the decoder's current frame.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum HoldError {
    /// The payload is malformed, or another message's.
    Decode(DecodeError),
    /// The pool had no slot.
    Acquire(AcquireError),
}

impl fmt::Display for HoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => error.fmt(f),
            Self::Acquire(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for HoldError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            // Their texts are this one's, so their sources are too.
            Self::Decode(error) => error.source(),
            Self::Acquire(error) => error.source(),
        }
    }
}

impl From<DecodeError> for HoldError {
    fn from(error: DecodeError) -> Self {
        Self::Decode(error)
    }
}

impl From<AcquireError> for HoldError {
    fn from(error: AcquireError) -> Self {
        Self::Acquire(error)
    }
}

/// Why a frame could not be put into a buffer. Nothing of it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SendError {
    /// The value exceeds a bound, or the header cannot express its id or length.
    Encode(EncodeError),
    /// The pool had no slot.
    Acquire(AcquireError),
    /// The message is none of [those declared](crate::FrameEncoder::only).
    Undeclared {
        /// The frame's id.
        id: u32,
    },
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undeclared { id } => {
                write!(f, "the message with id {id:#x} is not declared to be sent here")
            }
            Self::Encode(error) => error.fmt(f),
            Self::Acquire(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for SendError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            // Their texts are this one's, so their sources are too.
            Self::Encode(error) => error.source(),
            Self::Acquire(error) => error.source(),
            Self::Undeclared { .. } => None,
        }
    }
}

impl From<EncodeError> for SendError {
    fn from(error: EncodeError) -> Self {
        Self::Encode(error)
    }
}

impl From<AcquireError> for SendError {
    fn from(error: AcquireError) -> Self {
        Self::Acquire(error)
    }
}
