//! Text that may have bytes which are not UTF-8 (WIRE.md section 3).

use core::fmt::{self, Write as _};
use core::ops::Deref;
use core::str::{FromStr, Utf8Error};

use crate::codec::borrow::ArrayElement;
use crate::codec::prefix::prefix;
use crate::codec::{
    Blank, Borrow, Covariant, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
    TooLong,
};
use crate::wire::bytes::{Bytes, BytesRef};
use crate::wire::str::{Str, StrRef};

/// An owned text of at most `MAX` bytes that keeps any bytes, for peers that are not bound to UTF-8.
///
/// It has the bytes of [`Bytes<MAX>`](Bytes), and is stored like them. `Display` and `Debug` escape what is not UTF-8 as
/// `\xE9`, and what a terminal could act on as Rust does: control characters, and those that change the direction of
/// writing. Only `Debug` has quotes.
///
/// ```
/// use pool_codec::{ByteStr, Encodable};
///
/// let user = ByteStr::<255>::new(b"caf\xE9\x1B[2J").unwrap();
/// assert_eq!(user.to_string(), r"caf\xE9\u{1b}[2J");
/// assert_eq!(user.encode_to_vec().unwrap(), b"\x08caf\xE9\x1B[2J");
/// assert!(user.to_str().is_err());
/// assert_eq!("miner.1".parse::<ByteStr<255>>().unwrap().to_str(), Ok("miner.1"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteStr<const MAX: usize>(Bytes<MAX>);

impl<const MAX: usize> ByteStr<MAX> {
    /// The largest length, in bytes.
    pub const MAX_LEN: usize = MAX;

    /// Copies `content`.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if `content` is longer than `MAX` bytes.
    #[inline]
    pub fn new(content: &[u8]) -> Result<Self, TooLong> {
        Bytes::new(content).map(Self)
    }

    /// Returns the content.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// Returns the borrowed form, which points into `self`.
    #[inline]
    #[must_use]
    pub fn as_borrowed(&self) -> ByteStrRef<'_, MAX> {
        ByteStrRef(self.0.as_borrowed())
    }

    /// Returns the content as text.
    ///
    /// # Errors
    ///
    /// Returns an error if it is not UTF-8.
    pub fn to_str(&self) -> Result<&str, Utf8Error> {
        core::str::from_utf8(self)
    }
}

/// A text of at most `MAX` bytes in the decoder's input that may have any bytes: the borrowed form of [`ByteStr`].
///
/// ```
/// use pool_codec::{ByteStrRef, Decodable};
///
/// let user = ByteStrRef::<255>::decode(b"\x04caf\xE9").unwrap();
/// assert_eq!(format!("{user:?}"), r#""caf\xE9""#);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteStrRef<'decoder, const MAX: usize>(BytesRef<'decoder, MAX>);

impl<'decoder, const MAX: usize> ByteStrRef<'decoder, MAX> {
    /// Wraps `content` without copying it, so that a borrowed message can be encoded from it.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if `content` is longer than `MAX` bytes.
    #[inline]
    pub const fn new(content: &'decoder [u8]) -> Result<Self, TooLong> {
        match BytesRef::new(content) {
            Ok(content) => Ok(Self(content)),
            Err(error) => Err(error),
        }
    }

    /// Returns the content, which lives as long as the input.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &'decoder [u8] {
        self.0.as_slice()
    }

    /// Returns the content as text, which lives as long as the input.
    ///
    /// # Errors
    ///
    /// Returns an error if it is not UTF-8.
    pub const fn to_str(&self) -> Result<&'decoder str, Utf8Error> {
        core::str::from_utf8(self.as_bytes())
    }
}

/// Writes text with everything escaped that is not UTF-8 or that a terminal could act on. Double quotes are escaped if they
/// are `quoted`.
pub(crate) fn escape(content: &[u8], quoted: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for chunk in content.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\'' => f.write_char(c)?,
                '"' if !quoted => f.write_char(c)?,
                c => write!(f, "{}", c.escape_debug())?,
            }
        }
        for byte in chunk.invalid() {
            write!(f, "\\x{byte:02X}")?;
        }
    }
    Ok(())
}

impl<L: Layout, const MAX: usize> Encode<L> for ByteStr<MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &<Bytes<MAX> as Encode<L>>::ENCODING.shown_as_text();

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <Bytes<MAX> as Encode<L>>::encode_to(&value.0, sink)
    }
}

impl<L: Layout, const MAX: usize> Encode<L> for ByteStrRef<'_, MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::bytes(MAX, prefix::<L>(MAX)).shown_as_text();

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <BytesRef<'_, MAX> as Encode<L>>::encode_to(&value.0, sink)
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for ByteStr<MAX> {
    const FACTS: Facts = <Bytes<MAX> as Decode<'decoder, L>>::FACTS;
    const BLANK: Option<Blank<Self>> = match <Bytes<MAX> as Decode<'decoder, L>>::BLANK {
        Some(blank) => Some(Blank::new(Self(blank.value()))),
        None => None,
    };

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        <Bytes<MAX> as Decode<'decoder, L>>::decode_from(decoder).map(Self)
    }

    #[inline(always)]
    fn refill_from(value: &mut Self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        <Bytes<MAX> as Decode<'decoder, L>>::refill_from(&mut value.0, decoder)
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for ByteStrRef<'decoder, MAX> {
    const FACTS: Facts = <BytesRef<'decoder, MAX> as Decode<'decoder, L>>::FACTS;

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        <BytesRef<'decoder, MAX> as Decode<'decoder, L>>::decode_from(decoder).map(Self)
    }
}

impl<L: Layout, const MAX: usize> Borrow<L> for ByteStr<MAX> {
    type Ref<'decoder> = ByteStrRef<'decoder, MAX>;

    #[inline]
    fn own(borrowed: &ByteStrRef<'_, MAX>) -> Self {
        Self(borrowed.0.into())
    }

    #[inline]
    fn lend(value: &Self) -> ByteStrRef<'_, MAX> {
        value.as_borrowed()
    }
}

impl<const MAX: usize> ArrayElement for ByteStr<MAX> {}

impl<const MAX: usize> Covariant for ByteStr<MAX> {
    #[inline]
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short ByteStrRef<'long, MAX>,
    ) -> &'short ByteStrRef<'short, MAX> {
        borrowed
    }
}

impl<const MAX: usize> From<ByteStrRef<'_, MAX>> for ByteStr<MAX> {
    fn from(borrowed: ByteStrRef<'_, MAX>) -> Self {
        Self(borrowed.0.into())
    }
}

impl<const MAX: usize> From<Str<MAX>> for ByteStr<MAX> {
    fn from(text: Str<MAX>) -> Self {
        Self::from(ByteStrRef::from(text.as_borrowed()))
    }
}

impl<'a, const MAX: usize> From<StrRef<'a, MAX>> for ByteStrRef<'a, MAX> {
    fn from(text: StrRef<'a, MAX>) -> Self {
        // The bounds are the same.
        Self::new(text.as_str().as_bytes()).unwrap_or_default()
    }
}

impl<const MAX: usize> TryFrom<&[u8]> for ByteStr<MAX> {
    type Error = TooLong;

    fn try_from(content: &[u8]) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

impl<'a, const MAX: usize> TryFrom<&'a [u8]> for ByteStrRef<'a, MAX> {
    type Error = TooLong;

    fn try_from(content: &'a [u8]) -> Result<Self, TooLong> {
        Self::new(content)
    }
}

impl<const MAX: usize> FromStr for ByteStr<MAX> {
    type Err = TooLong;

    fn from_str(content: &str) -> Result<Self, TooLong> {
        Self::new(content.as_bytes())
    }
}

/// Implements the traits of a text for both forms.
macro_rules! byte_str {
    ($ty:ty) => {
        impl<const MAX: usize> Deref for $ty {
            type Target = [u8];
            #[inline]
            fn deref(&self) -> &[u8] {
                self.as_bytes()
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
                self.as_bytes() == other
            }
        }

        impl<const MAX: usize> PartialEq<str> for $ty {
            fn eq(&self, other: &str) -> bool {
                self.as_bytes() == other.as_bytes()
            }
        }

        impl<const MAX: usize> PartialEq<&str> for $ty {
            fn eq(&self, other: &&str) -> bool {
                self == *other
            }
        }

        impl<const MAX: usize> fmt::Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_char('"')?;
                escape(self, true, f)?;
                f.write_char('"')
            }
        }

        impl<const MAX: usize> fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                escape(self, false, f)
            }
        }
    };
}
byte_str!(ByteStr<MAX>);
byte_str!(ByteStrRef<'_, MAX>);
