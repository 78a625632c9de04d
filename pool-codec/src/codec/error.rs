//! Why a decode or an encode failed. Building an error is cold code and allocates nothing.

use core::fmt;

use crate::Schema;

mod place;

use place::Place;

/// A value is longer than its type allows. Units: bytes for text and byte strings, elements for
/// sequences.
///
/// ```
/// let error = pool_codec::Str::<4>::new("hello").unwrap_err();
/// assert_eq!((error.len, error.max), (5, 4));
/// assert_eq!(error.to_string(), "length 5 exceeds the maximum of 4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TooLong {
    /// The value's length.
    pub len: usize,
    /// The largest length its type allows.
    pub max: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "length {} exceeds the maximum of {}", self.len, self.max)
    }
}

impl core::error::Error for TooLong {}

/// What was wrong with the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The input ends inside a value.
    UnexpectedEnd {
        /// Bytes the value needs from here.
        needed: usize,
        /// Bytes that are left.
        available: usize,
    },
    /// Bytes are left after the last field.
    TrailingBytes {
        /// How many.
        count: usize,
    },
    /// A length or count prefix exceeds the type's bound.
    TooLong(TooLong),
    /// The encoding is longer than the message's `max_size`.
    TooLarge {
        /// The encoding's length in bytes.
        size: usize,
        /// The message's bound in bytes.
        max: usize,
    },
    /// A `bool` that is neither 0 nor 1.
    InvalidBool {
        /// The byte.
        byte: u8,
    },
    /// An `Option` whose first byte is neither 0 nor 1.
    InvalidOption {
        /// The byte.
        byte: u8,
    },
    /// A tag that names no variant.
    UnknownTag {
        /// The tag.
        tag: u64,
    },
    /// Text that is not UTF-8; the error's offset is that of the first wrong byte.
    InvalidUtf8,
    /// A value that the type's own rules reject.
    InvalidValue {
        /// The rule.
        reason: &'static str,
    },
    /// The frame carries another message than the one asked for.
    WrongId {
        /// The id of the message asked for.
        expected: u32,
        /// The frame's id.
        found: u32,
    },
    /// No message of the set has this id.
    UnknownId {
        /// The frame's id.
        id: u32,
    },
}

impl DecodeErrorKind {
    /// The kind as one word, as the variant is called.
    ///
    /// ```
    /// assert_eq!(pool_codec::DecodeErrorKind::InvalidUtf8.name(), "InvalidUtf8");
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
                write!(f, "the frame has id {found:#x}, the message {expected:#x}")
            }
            Self::UnknownId { id } => write!(f, "no message of the set has id {id:#x}"),
        }
    }
}

/// Why bytes did not decode: what was wrong, where, and in which field.
///
/// ```
/// use pool_codec::{Decodable, DecodeErrorKind, Str};
///
/// let error = Str::<4>::decode(b"\x05hello").unwrap_err();
/// assert!(matches!(error.kind(), DecodeErrorKind::TooLong(_)));
/// assert_eq!(error.offset(), 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError {
    kind: DecodeErrorKind,
    offset: usize,
    place: Place,
}

impl DecodeError {
    /// An error at `offset`, in bytes from the start of the decoder's input.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub const fn new(kind: DecodeErrorKind, offset: usize) -> Self {
        Self { kind, offset, place: Place::UNKNOWN }
    }

    /// Names the field and the message around it. An inner field that was named before stays.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub const fn in_field(mut self, field: &'static str, message: &'static Schema) -> Self {
        self.place = self.place.in_field(field).in_message(message);
        self
    }

    /// Names the message.
    #[cold]
    #[must_use]
    pub const fn in_message(mut self, message: &'static Schema) -> Self {
        self.place = self.place.in_message(message);
        self
    }

    /// What was wrong.
    #[must_use]
    pub const fn kind(&self) -> DecodeErrorKind {
        self.kind
    }

    /// Where: bytes from the start of the decoder's input.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// The innermost named field the error is in: of the message, or of a part in it.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        self.place.field
    }

    /// The outermost message, by name.
    #[must_use]
    pub const fn message(&self) -> Option<&'static str> {
        self.place.message()
    }

    pub(crate) const fn schema(&self) -> Option<&'static Schema> {
        self.place.schema
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{} (at byte {})", self.place, self.kind, self.offset)
    }
}

impl core::error::Error for DecodeError {}

/// What kept a value from being encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EncodeErrorKind {
    /// The output has no room for the value.
    BufferTooSmall {
        /// Bytes the value needs from here.
        needed: usize,
        /// Bytes that are left.
        available: usize,
    },
    /// A `String` or `Vec` exceeds its field's `max_len`.
    TooLong(TooLong),
    /// The encoding exceeds the message's `max_size`, or what a frame header can express.
    TooLarge {
        /// The encoding's length in bytes.
        size: usize,
        /// The bound in bytes.
        max: usize,
    },
    /// The payload that was written has another length than the frame declared: a hand-written
    /// `payload_len` or `encoded_len` is not exact.
    WrongLength {
        /// The length declared, in bytes.
        declared: usize,
        /// The length written, in bytes.
        written: usize,
    },
    /// The header cannot express the id.
    InvalidId {
        /// The id.
        id: u32,
        /// The largest id the header can express.
        max: u32,
    },
    /// A value that the field's own rules reject.
    InvalidValue {
        /// The rule.
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

/// Why a value was not encoded, and in which field.
///
/// ```
/// use pool_codec::Encodable;
///
/// let error = 7_u32.encode(&mut [0; 3]).unwrap_err();
/// assert_eq!(error.to_string(), "the output is too small: 4 bytes needed, 3 left");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EncodeError {
    kind: EncodeErrorKind,
    place: Place,
}

impl EncodeError {
    /// An error that names no field yet.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub const fn new(kind: EncodeErrorKind) -> Self {
        Self { kind, place: Place::UNKNOWN }
    }

    /// Names the field and the message around it. An inner field that was named before stays.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub const fn in_field(mut self, field: &'static str, message: &'static Schema) -> Self {
        self.place = self.place.in_field(field).in_message(message);
        self
    }

    /// Names the message.
    #[cold]
    #[must_use]
    pub const fn in_message(mut self, message: &'static Schema) -> Self {
        self.place = self.place.in_message(message);
        self
    }

    /// What was wrong.
    #[must_use]
    pub const fn kind(&self) -> EncodeErrorKind {
        self.kind
    }

    /// The innermost named field the error is in: of the message, or of a part in it.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        self.place.field
    }

    /// The outermost message, by name.
    #[must_use]
    pub const fn message(&self) -> Option<&'static str> {
        self.place.message()
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.place, self.kind)
    }
}

impl core::error::Error for EncodeError {}
