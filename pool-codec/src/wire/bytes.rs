//! Byte strings: a length prefix and that many bytes (WIRE.md section 3).

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;

use alloc::vec::Vec;

use pool_core::__private::ByteCell;

use crate::codec::borrow::ArrayElement;
use crate::codec::prefix::{prefix, read_prefix, write_prefix};
use crate::codec::{
    Blank, Borrow, Covariant, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout,
    Schema, Sink, TooLong, ZeroCopy,
};

/// An owned byte string of at most `MAX` bytes.
///
/// The type is 32 bytes large. It stores up to 30 bytes of content inline, and longer content in one heap block of
/// exactly its size. The bound is checked when the value is created, so encoding never fails because of the length.
///
/// ```
/// use pool_codec::Bytes;
///
/// let token = Bytes::<255>::new(b"0123").unwrap();
/// assert_eq!(&*token, b"0123");
/// assert!(Bytes::<3>::new(b"0123").is_err());
/// assert_eq!(size_of::<Bytes<65_535>>(), 32);
/// ```
#[derive(Clone, Default)]
pub struct Bytes<const MAX: usize>(ByteCell);

impl<const MAX: usize> Bytes<MAX> {
    /// The largest length, in bytes.
    pub const MAX_LEN: usize = MAX;

    /// Copies `content`.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if `content` is longer than `MAX` bytes.
    #[inline]
    pub fn new(content: &[u8]) -> Result<Self, TooLong> {
        check_len::<MAX>(content.len())?;
        Ok(Self(ByteCell::new(content)))
    }

    /// Returns the content.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// Replaces the content, and reuses the heap block.
    #[inline]
    pub(super) fn refill(&mut self, content: BytesRef<'_, MAX>) {
        self.0.refill(content.0, content.0.len());
    }

    /// Returns the borrowed form, which points into `self`.
    #[inline]
    #[must_use]
    pub fn as_borrowed(&self) -> BytesRef<'_, MAX> {
        BytesRef(self.as_slice())
    }

    /// Returns whether the content is stored in the value itself and not on the heap.
    #[inline]
    #[must_use]
    pub fn is_inline(&self) -> bool {
        self.0.is_inline()
    }
}

/// The longest content of `Bytes` or `Str`, whatever their bound is: lengths of content have 32 bits.
const MAX_CONTENT: usize = u32::MAX as usize;

/// Reads the length of content. A prefix of 8 bytes can exceed what `Bytes` and `Str` hold.
#[inline(always)]
pub(crate) fn read_len<L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let start = decoder.offset();
    let len = read_prefix::<L, MAX>(decoder)?;
    if const { MAX > MAX_CONTENT } && len > MAX_CONTENT {
        let error = TooLong { len, max: MAX_CONTENT };
        return Err(DecodeError::new(DecodeErrorKind::TooLong(error), start));
    }
    Ok(len)
}

#[inline]
pub(crate) const fn check_len<const MAX: usize>(len: usize) -> Result<(), TooLong> {
    let max = if MAX < MAX_CONTENT { MAX } else { MAX_CONTENT };
    if len <= max { Ok(()) } else { Err(TooLong { len, max }) }
}

/// A byte string of at most `MAX` bytes in the decoder's input: the borrowed form of [`Bytes`].
///
/// ```
/// use pool_codec::{BytesRef, Decodable};
///
/// let suffix = BytesRef::<65_535>::decode(&[2, 0, 0xAB, 0xCD]).unwrap();
/// assert_eq!(suffix.as_slice(), &[0xAB, 0xCD]);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BytesRef<'decoder, const MAX: usize>(&'decoder [u8]);

impl<'decoder, const MAX: usize> BytesRef<'decoder, MAX> {
    /// Wraps `content` without copying it, so that a borrowed message can be encoded from it.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if `content` is longer than `MAX` bytes.
    #[inline]
    pub const fn new(content: &'decoder [u8]) -> Result<Self, TooLong> {
        match check_len::<MAX>(content.len()) {
            Ok(()) => Ok(Self(content)),
            Err(error) => Err(error),
        }
    }

    /// Returns the content, which lives as long as the input.
    #[inline]
    #[must_use]
    pub const fn as_slice(&self) -> &'decoder [u8] {
        self.0
    }
}

impl<L: Layout, const MAX: usize> Encode<L> for Bytes<MAX> {
    type Value = Self;
    const ENCODING: &'static Schema =
        &Schema::bytes(MAX, prefix::<L>(MAX)).in_cell(MAX, ByteCell::INLINE);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        encode_cell::<L, MAX, S>(&value.0, sink)
    }
}

/// Writes a cell with its prefix. Inline content is copied as one block of fixed size if the output has room for
/// it.
#[inline(always)]
pub(super) fn encode_cell<L: Layout, const MAX: usize, S: Sink>(
    cell: &ByteCell,
    sink: &mut S,
) -> Result<(), S::Error> {
    write_prefix::<L, MAX, S>(cell.len(), sink)?;
    match cell.inline_block() {
        Some(block) => sink.put_block(block, cell.len()),
        None => sink.put(cell.as_slice()),
    }
}

impl<L: Layout, const MAX: usize> Encode<L> for BytesRef<'_, MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::bytes(MAX, prefix::<L>(MAX));

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        write_prefix::<L, MAX, S>(value.0.len(), sink)?;
        sink.put(value.0)
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for Bytes<MAX> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self(ByteCell::empty())));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let len = read_len::<L, MAX>(decoder)?;
        let source = decoder.rest();
        decoder.take(len)?;
        Ok(Self(ByteCell::from_prefix(source, len)))
    }

    #[inline(always)]
    fn refill_from(value: &mut Self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let len = read_len::<L, MAX>(decoder)?;
        let source = decoder.rest();
        decoder.take(len)?;
        value.0.refill(source, len);
        Ok(())
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for BytesRef<'decoder, MAX> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let len = read_len::<L, MAX>(decoder)?;
        decoder.take(len).map(BytesRef)
    }
}

impl<L: Layout, const MAX: usize> Borrow<L> for Bytes<MAX> {
    type Ref<'decoder> = BytesRef<'decoder, MAX>;

    #[inline]
    fn own(borrowed: &BytesRef<'_, MAX>) -> Self {
        Self(ByteCell::new(borrowed.0))
    }

    #[inline]
    fn lend(value: &Self) -> BytesRef<'_, MAX> {
        BytesRef(value.as_slice())
    }
}

impl<const MAX: usize> ArrayElement for Bytes<MAX> {}

impl<const MAX: usize> From<BytesRef<'_, MAX>> for Bytes<MAX> {
    fn from(borrowed: BytesRef<'_, MAX>) -> Self {
        Self::from_borrowed(&borrowed)
    }
}

impl<const MAX: usize> TryFrom<&[u8]> for Bytes<MAX> {
    type Error = TooLong;

    fn try_from(content: &[u8]) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

impl<'a, const MAX: usize> TryFrom<&'a [u8]> for BytesRef<'a, MAX> {
    type Error = TooLong;

    fn try_from(content: &'a [u8]) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

impl<const MAX: usize> TryFrom<Vec<u8>> for Bytes<MAX> {
    type Error = TooLong;

    fn try_from(content: Vec<u8>) -> Result<Self, TooLong> {
        Self::new(&content)
    }
}

impl<const MAX: usize, const N: usize> From<[u8; N]> for Bytes<MAX> {
    /// Copies an array. An array that is longer than `MAX` does not compile.
    fn from(content: [u8; N]) -> Self {
        const { assert!(N <= MAX, "the array is longer than the byte string's bound") };
        Self(ByteCell::new(&content))
    }
}

/// Implements the traits of a byte string for both forms.
macro_rules! byte_string {
    ($ty:ty) => {
        impl<const MAX: usize> Deref for $ty {
            type Target = [u8];
            #[inline]
            fn deref(&self) -> &[u8] {
                self.as_slice()
            }
        }

        impl<const MAX: usize> AsRef<[u8]> for $ty {
            fn as_ref(&self) -> &[u8] {
                self
            }
        }

        impl<const MAX: usize> core::borrow::Borrow<[u8]> for $ty {
            fn borrow(&self) -> &[u8] {
                self
            }
        }

        impl<const MAX: usize> PartialEq<[u8]> for $ty {
            fn eq(&self, other: &[u8]) -> bool {
                self.as_slice() == other
            }
        }

        impl<const MAX: usize, const N: usize> PartialEq<[u8; N]> for $ty {
            fn eq(&self, other: &[u8; N]) -> bool {
                self.as_slice() == other
            }
        }

        /// Prints the bytes as lower-case hex, the usual form of hashes and scripts.
        impl<const MAX: usize> fmt::Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("0x")?;
                self.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
    };
}
byte_string!(Bytes<MAX>);
byte_string!(BytesRef<'_, MAX>);

impl<const MAX: usize> PartialEq for Bytes<MAX> {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<const MAX: usize> Eq for Bytes<MAX> {}

impl<const MAX: usize> PartialOrd for Bytes<MAX> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<const MAX: usize> Ord for Bytes<MAX> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}

impl<const MAX: usize> Hash for Bytes<MAX> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl<const MAX: usize> Covariant for Bytes<MAX> {
    #[inline]
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short BytesRef<'long, MAX>,
    ) -> &'short BytesRef<'short, MAX> {
        borrowed
    }
}
