//! Text: a length prefix and that many bytes of UTF-8 (WIRE.md section 3).

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::FromStr;

use alloc::string::String;

use pool_core::__private::{ByteCell, StrCell, Text};

use crate::codec::borrow::ArrayElement;
use crate::codec::prefix::{prefix, write_prefix};
use crate::codec::{
    Blank, Borrow, Covariant, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout,
    Schema, Sink, TooLong, ZeroCopy,
};
use crate::wire::bytes::{check_len, encode_cell, read_len};

/// Reads a prefix and the text after it.
#[inline(always)]
pub(crate) fn read_text<'decoder, L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<Text<'decoder>, DecodeError> {
    let len = read_len::<L, MAX>(decoder)?;
    let ahead = decoder.rest();
    decoder.take(len)?;
    match Text::check(ahead, len) {
        Ok(text) => Ok(text),
        Err(valid) => {
            let offset = decoder.offset().saturating_sub(len).saturating_add(valid);
            Err(DecodeError::new(DecodeErrorKind::InvalidUtf8, offset))
        }
    }
}

/// An owned text of at most `MAX` bytes.
///
/// The type is 32 bytes large. It stores up to 30 bytes of content inline, and longer content in one heap block of
/// exactly its size. The bound is checked when the value is created, so encoding never fails because of the length.
/// `Display` prints the content as it is. Print text of a peer with `Debug`, which escapes what a terminal could act on.
///
/// ```
/// use pool_codec::Str;
///
/// let host = Str::<255>::new("pool.example.org").unwrap();
/// assert_eq!(host, "pool.example.org");
/// assert!(host.starts_with("pool"));
/// assert_eq!("ab".parse::<Str<1>>().unwrap_err().max, 1);
/// ```
#[derive(Clone, Default)]
pub struct Str<const MAX: usize>(StrCell);

impl<const MAX: usize> Str<MAX> {
    /// The largest length, in bytes.
    pub const MAX_LEN: usize = MAX;

    /// Copies `content`.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if `content` is longer than `MAX` bytes.
    #[inline]
    pub fn new(content: &str) -> Result<Self, TooLong> {
        check_len::<MAX>(content.len())?;
        Ok(Self(StrCell::new(content)))
    }

    /// Returns the content.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns the borrowed form, which points into `self`.
    #[inline]
    #[must_use]
    pub fn as_borrowed(&self) -> StrRef<'_, MAX> {
        StrRef(self.as_str())
    }

    /// Returns whether the content is stored in the value itself and not on the heap.
    #[inline]
    #[must_use]
    pub fn is_inline(&self) -> bool {
        self.0.as_bytes().is_inline()
    }
}

/// A text of at most `MAX` bytes in the decoder's input: the borrowed form of [`Str`].
///
/// ```
/// use pool_codec::{Decodable, StrRef};
///
/// let vendor = StrRef::<255>::decode(b"\x04acme").unwrap();
/// assert_eq!(vendor.as_str(), "acme");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StrRef<'decoder, const MAX: usize>(&'decoder str);

impl<'decoder, const MAX: usize> StrRef<'decoder, MAX> {
    /// Wraps `content` without copying it, so that a borrowed message can be encoded from it.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if `content` is longer than `MAX` bytes.
    #[inline]
    pub const fn new(content: &'decoder str) -> Result<Self, TooLong> {
        match check_len::<MAX>(content.len()) {
            Ok(()) => Ok(Self(content)),
            Err(error) => Err(error),
        }
    }

    /// Returns the content, which lives as long as the input.
    #[inline]
    #[must_use]
    pub const fn as_str(&self) -> &'decoder str {
        self.0
    }
}

impl<L: Layout, const MAX: usize> Encode<L> for Str<MAX> {
    type Value = Self;
    const ENCODING: &'static Schema =
        &Schema::text(MAX, prefix::<L>(MAX)).in_cell(MAX, ByteCell::INLINE);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        encode_cell::<L, MAX, S>(value.0.as_bytes(), sink)
    }
}

impl<L: Layout, const MAX: usize> Encode<L> for StrRef<'_, MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::text(MAX, prefix::<L>(MAX));

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        write_prefix::<L, MAX, S>(value.0.len(), sink)?;
        sink.put(value.0.as_bytes())
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for Str<MAX> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self(StrCell::empty())));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        Ok(Self(StrCell::from_text(read_text::<L, MAX>(decoder)?)))
    }

    #[inline(always)]
    fn refill_from(value: &mut Self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        value.0.refill_text(read_text::<L, MAX>(decoder)?);
        Ok(())
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for StrRef<'decoder, MAX> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        Ok(StrRef(read_text::<L, MAX>(decoder)?.as_str()))
    }
}

impl<L: Layout, const MAX: usize> Borrow<L> for Str<MAX> {
    type Ref<'decoder> = StrRef<'decoder, MAX>;

    #[inline]
    fn own(borrowed: &StrRef<'_, MAX>) -> Self {
        Self(StrCell::new(borrowed.0))
    }

    #[inline]
    fn lend(value: &Self) -> StrRef<'_, MAX> {
        StrRef(value.as_str())
    }
}

impl<const MAX: usize> ArrayElement for Str<MAX> {}

impl<const MAX: usize> From<StrRef<'_, MAX>> for Str<MAX> {
    fn from(borrowed: StrRef<'_, MAX>) -> Self {
        Self::from_borrowed(&borrowed)
    }
}

impl<const MAX: usize> TryFrom<&str> for Str<MAX> {
    type Error = TooLong;

    fn try_from(content: &str) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

impl<'a, const MAX: usize> TryFrom<&'a str> for StrRef<'a, MAX> {
    type Error = TooLong;

    fn try_from(content: &'a str) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

impl<const MAX: usize> TryFrom<String> for Str<MAX> {
    type Error = TooLong;

    fn try_from(content: String) -> Result<Self, TooLong> {
        Self::new(&content)
    }
}

impl<const MAX: usize> FromStr for Str<MAX> {
    type Err = TooLong;

    fn from_str(content: &str) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

/// Implements the traits of a text for both forms.
macro_rules! text {
    ($ty:ty) => {
        impl<const MAX: usize> Deref for $ty {
            type Target = str;
            #[inline]
            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        impl<const MAX: usize> AsRef<str> for $ty {
            fn as_ref(&self) -> &str {
                self
            }
        }

        impl<const MAX: usize> core::borrow::Borrow<str> for $ty {
            fn borrow(&self) -> &str {
                self
            }
        }

        impl<const MAX: usize> PartialEq<str> for $ty {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl<const MAX: usize> PartialEq<&str> for $ty {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl<const MAX: usize> fmt::Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.as_str().fmt(f)
            }
        }

        impl<const MAX: usize> fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self)
            }
        }
    };
}
text!(Str<MAX>);
text!(StrRef<'_, MAX>);

impl<const MAX: usize> PartialEq for Str<MAX> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<const MAX: usize> Eq for Str<MAX> {}

impl<const MAX: usize> PartialOrd for Str<MAX> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<const MAX: usize> Ord for Str<MAX> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl<const MAX: usize> Hash for Str<MAX> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const MAX: usize> Covariant for Str<MAX> {
    #[inline]
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short StrRef<'long, MAX>,
    ) -> &'short StrRef<'short, MAX> {
        borrowed
    }
}
