//! The encoding of the integers in front of values: lengths, counts and tags.

use crate::codec::varint::Varint;

/// The encoding of a length, a count or a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum IntEncoding {
    /// A fixed width, with the least significant byte first.
    LittleEndian,
    /// A fixed width, with the most significant byte first.
    BigEndian,
    /// A variable width. The width in a [`Kind`](crate::schema::Kind) is then the largest one.
    Varint {
        /// The encoding.
        varint: Varint,
        /// Whether it may be longer than necessary.
        lenient: bool,
    },
    /// No bytes: the number is that of the bytes up to the end of the payload, or of the value that contains this one. It
    /// is the tag of an enum whose variant is known by its size.
    Remaining,
}

impl IntEncoding {
    /// A fixed width in either byte order.
    pub(crate) const fn fixed(big_endian: bool) -> Self {
        if big_endian { Self::BigEndian } else { Self::LittleEndian }
    }

    /// Returns the length of the encoding of `number`, if those of a fixed width have `width` bytes.
    pub(super) const fn len(self, number: u64, width: usize) -> usize {
        match self {
            Self::LittleEndian | Self::BigEndian => width,
            Self::Varint { varint, .. } => varint.len(number as u128),
            Self::Remaining => 0,
        }
    }
}
