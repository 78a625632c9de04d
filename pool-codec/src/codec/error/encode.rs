//! Errors of encoding.

use core::fmt;

use super::fault::{Fault, Mark, located};
use super::too_long::TooLong;
use crate::codec::schema::Schema;

/// The reason why a value was not encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
// With a wider tag, a `Result` would use the tag instead of the `Mark` to tell errors from values.
#[repr(u8)]
pub enum EncodeErrorKind {
    /// The output has no room for the value.
    BufferTooSmall {
        /// The number of bytes that the value needs from here on.
        needed: usize,
        /// The number of bytes that are left.
        available: usize,
    },
    /// A `String` or `Vec` exceeds the `max_len` of its field.
    TooLong(TooLong),
    /// The encoding exceeds the `max_size` of the message, the `MAX_SIZE` of a hand-written type, or the largest length
    /// that a frame header can express.
    TooLarge {
        /// The length of the encoding in bytes.
        size: usize,
        /// The bound in bytes.
        max: usize,
    },
    /// The payload does not have the length that the frame declared. The cause is a hand-written `payload_len`
    /// or `encoded_len` that is not exact.
    WrongLength {
        /// The length that the frame declared, in bytes.
        declared: usize,
        /// The number of bytes that were written.
        written: usize,
    },
    /// The header cannot express the id.
    InvalidId {
        /// The id.
        id: u32,
        /// The largest id that the header can express.
        max: u32,
    },
    /// A rule of the field rejects the value.
    InvalidValue {
        /// The rule that the value breaks.
        reason: &'static str,
    },
}

impl fmt::Display for EncodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BufferTooSmall { needed, available } => {
                write!(f, "the output is too small: {needed} bytes needed, {available} left")
            }
            Self::TooLong(error) => error.fmt(f),
            Self::TooLarge { size, max } => {
                write!(f, "the encoding of {size} bytes exceeds the maximum of {max}")
            }
            Self::WrongLength { declared, written } => {
                write!(f, "the payload has {written} bytes, but its frame declares {declared}")
            }
            Self::InvalidId { id, max } => {
                write!(f, "the id {id:#x} exceeds the header's maximum of {max:#x}")
            }
            Self::InvalidValue { reason } => f.write_str(reason),
        }
    }
}

/// The reason why a value was not encoded, with the field where it happened.
///
/// ```
/// use pool_codec::Encodable;
///
/// let error = 7_u32.encode(&mut [0; 3]).unwrap_err();
/// assert_eq!(error.to_string(), "the output is too small: 4 bytes needed, 3 left");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EncodeError {
    fault: Fault<EncodeErrorKind>,
    mark: Mark,
}

located!(EncodeError, EncodeErrorKind);

impl EncodeError {
    /// Creates an error that does not name a field yet.
    #[inline(always)]
    #[must_use]
    pub const fn new(kind: EncodeErrorKind) -> Self {
        Self { fault: Fault::new(kind, 0), mark: Mark::Error }
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.fault.place, self.fault.kind)
    }
}
