//! Errors of decoding.

use core::fmt;

use super::fault::{Fault, Mark, located};
use super::too_long::TooLong;
use crate::codec::schema::Schema;

/// The reason why bytes did not decode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The input ends inside a value.
    UnexpectedEnd {
        /// The number of bytes that the value needs from here on.
        needed: usize,
        /// The number of bytes that are left.
        available: usize,
    },
    /// Bytes are left after the last field.
    TrailingBytes {
        /// The number of bytes that are left.
        count: usize,
    },
    /// A length or count prefix exceeds the type's bound.
    TooLong(TooLong),
    /// The encoding is longer than the message's `max_size`.
    TooLarge {
        /// The length of the encoding in bytes.
        size: usize,
        /// The bound of the message in bytes.
        max: usize,
    },
    /// The byte of a `bool` is neither 0 nor 1.
    InvalidBool {
        /// The byte.
        byte: u8,
    },
    /// The first byte of an `Option` is neither 0 nor 1.
    InvalidOption {
        /// The byte.
        byte: u8,
    },
    /// A tag does not belong to any variant.
    UnknownTag {
        /// The tag.
        tag: u64,
    },
    /// A text is not valid UTF-8. The offset of the error is that of the first invalid byte.
    InvalidUtf8,
    /// A rule of the type rejects the value.
    InvalidValue {
        /// The rule that the value breaks.
        reason: &'static str,
    },
    /// The frame carries a different message from the one that the caller asked for.
    WrongId {
        /// The id of the message that the caller asked for.
        expected: u32,
        /// The id of the frame.
        found: u32,
    },
    /// No message of the set has this id.
    UnknownId {
        /// The id of the frame.
        id: u32,
    },
}

impl DecodeErrorKind {
    /// Returns the name of the variant, as one word for logs and metrics.
    ///
    /// ```
    /// assert_eq!(pool_codec::error::DecodeErrorKind::InvalidUtf8.name(), "InvalidUtf8");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::UnexpectedEnd { .. } => "UnexpectedEnd",
            Self::TrailingBytes { .. } => "TrailingBytes",
            Self::TooLong(_) => "TooLong",
            Self::TooLarge { .. } => "TooLarge",
            Self::InvalidBool { .. } => "InvalidBool",
            Self::InvalidOption { .. } => "InvalidOption",
            Self::UnknownTag { .. } => "UnknownTag",
            Self::InvalidUtf8 => "InvalidUtf8",
            Self::InvalidValue { .. } => "InvalidValue",
            Self::WrongId { .. } => "WrongId",
            Self::UnknownId { .. } => "UnknownId",
        }
    }
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedEnd { needed, available } => {
                write!(f, "the input ends early: {needed} bytes needed, {available} left")
            }
            Self::TrailingBytes { count } => {
                write!(f, "{count} bytes are left after the last field")
            }
            Self::TooLong(error) => error.fmt(f),
            Self::TooLarge { size, max } => {
                write!(f, "the encoding of {size} bytes exceeds the message's maximum of {max}")
            }
            Self::InvalidBool { byte } => write!(f, "a bool is 0 or 1, found {byte}"),
            Self::InvalidOption { byte } => write!(f, "an option begins with 0 or 1, found {byte}"),
            Self::UnknownTag { tag } => write!(f, "no variant has the tag {tag}"),
            Self::InvalidUtf8 => f.write_str("the text is not UTF-8"),
            Self::InvalidValue { reason } => f.write_str(reason),
            Self::WrongId { expected, found } => {
                write!(f, "the frame has id {found:#x}, but the message has id {expected:#x}")
            }
            Self::UnknownId { id } => write!(f, "no message of the set has id {id:#x}"),
        }
    }
}

/// The reason why bytes did not decode, with the offset and the field where it happened.
///
/// ```
/// use pool_codec::error::DecodeErrorKind;
/// use pool_codec::{Decodable, Str};
///
/// let error = Str::<4>::decode(b"\x05hello").unwrap_err();
/// assert!(matches!(error.kind(), DecodeErrorKind::TooLong(_)));
/// assert_eq!(error.offset(), 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError {
    fault: Fault<DecodeErrorKind>,
    mark: Mark,
}

located!(DecodeError, DecodeErrorKind);

impl DecodeError {
    /// Creates an error at `offset`, in bytes from the start of the decoder's input.
    #[inline(always)]
    #[must_use]
    pub const fn new(kind: DecodeErrorKind, offset: usize) -> Self {
        Self { fault: Fault::new(kind, offset), mark: Mark::Error }
    }

    /// Creates the error for an input that ends at `offset`, where a value needs more bytes than are available.
    #[inline(always)]
    pub(crate) const fn unexpected_end(offset: usize, needed: usize, available: usize) -> Self {
        Self { fault: unexpected_end(offset, needed, available), mark: Mark::Error }
    }

    /// Creates the error for an input that ends in a run of fixed-size fields. It names the field that does not fit.
    #[inline(always)]
    pub(crate) fn short_run(
        offset: usize,
        available: usize,
        message: &'static Schema,
        variant: usize,
        index: usize,
    ) -> Self {
        Self { fault: short_run(offset, available, message, variant, index), mark: Mark::Error }
    }

    /// Returns the offset of the error, in bytes from the start of the decoder's input.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.fault.place.offset
    }

    pub(crate) const fn schema(&self) -> Option<&'static Schema> {
        self.fault.place.schema
    }
}

#[cold]
#[inline(never)]
const fn unexpected_end(offset: usize, needed: usize, available: usize) -> Fault<DecodeErrorKind> {
    Fault::new(DecodeErrorKind::UnexpectedEnd { needed, available }, offset)
}

/// Finds the field of a short run that does not fit, so that the error is the same as if each field were checked.
#[cold]
#[inline(never)]
fn short_run(
    offset: usize,
    available: usize,
    message: &'static Schema,
    variant: usize,
    index: usize,
) -> Fault<DecodeErrorKind> {
    let (mut offset, mut available) = (offset, available);
    for field in message.fields_of(variant).iter().skip(index) {
        let size = field.min_size();
        if size > available {
            return unexpected_end(offset, size, available).in_field(field.label(), message);
        }
        offset = offset.saturating_add(size);
        available = available.saturating_sub(size);
    }
    unexpected_end(offset, 1, available).in_message(message)
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { kind, place } = self.fault;
        write!(f, "{place}{kind} (at byte {})", place.offset)
    }
}
