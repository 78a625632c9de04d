//! Text: a length prefix and that many bytes of UTF-8 (WIRE.md section 3).
//!
//! Checking each short string of a message alone is most of the cost of decoding it. The first string
//! sweeps the input ahead: if all of it is ASCII, which it is in a message of strings, lengths below
//! 128 and small numbers, the strings that follow are already checked. After a sweep that met other
//! bytes, strings are checked one by one.

use core::borrow::Borrow;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::FromStr;

use alloc::string::String;

use pool_core::{ByteCell, StrCell, ascii_str};

use crate::Schema;
use crate::decode::{Decodable, Decoder, TextSweep};
use crate::encode::{Encodable, Encoder};
use crate::error::{DecodeError, DecodeErrorKind, EncodeError, TooLong};
use crate::private::ArrayElement;
use crate::wire::bytes::{check_len, encode_cell};
use crate::wire::prefix::{prefix_size, read_prefix, write_prefix};
use crate::wire::{Wire, ZeroCopy};

/// How far ahead a sweep looks, in bytes.
const SWEEP: usize = 256;

/// The first `len` bytes of `source` are a decoded string; the text behind them is slack for copies
/// of fixed size.
pub(super) struct Text<'decoder> {
    source: &'decoder str,
    len: usize,
}

impl<'decoder> Text<'decoder> {
    #[inline(always)]
    pub(super) fn as_str(&self) -> &'decoder str {
        self.source.get(..self.len).unwrap_or_default()
    }
}

/// Reads a prefix and the text behind it.
#[inline(always)]
pub(super) fn read_text<'decoder, const MAX: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<Text<'decoder>, DecodeError> {
    let len = read_prefix::<MAX>(decoder)?;
    let ahead = decoder.rest();
    decoder.take(len)?;
    if let TextSweep::Text { region, floor } = decoder.text {
        if decoder.rest().len() >= floor {
            let start = region.len().saturating_sub(ahead.len().saturating_sub(floor));
            if let Some(source) = region.get(start..) {
                return Ok(Text { source, len });
            }
        }
    }
    sweep(decoder, ahead, len)
}

/// Checks the text at the front of `ahead` and, with it, what lies behind.
#[inline(never)]
fn sweep<'decoder>(
    decoder: &mut Decoder<'decoder>,
    ahead: &'decoder [u8],
    len: usize,
) -> Result<Text<'decoder>, DecodeError> {
    if !matches!(decoder.text, TextSweep::Mixed) && len <= SWEEP {
        let window = ahead.get(..SWEEP).unwrap_or(ahead);
        if let Some(region) = ascii_str(window) {
            let floor = ahead.len().saturating_sub(window.len());
            decoder.text = TextSweep::Text { region, floor };
            return Ok(Text { source: region, len });
        }
        decoder.text = TextSweep::Mixed;
    }
    let bytes = ahead.get(..len).unwrap_or_default();
    if let Some(source) = ascii_str(bytes) {
        return Ok(Text { source, len });
    }
    match core::str::from_utf8(bytes) {
        Ok(source) => Ok(Text { source, len }),
        Err(error) => {
            let start = decoder.offset().saturating_sub(len);
            Err(DecodeError::new(
                DecodeErrorKind::InvalidUtf8,
                start.saturating_add(error.valid_up_to()),
            ))
        }
    }
}

/// Owned text of at most `MAX` bytes, in 32 bytes: up to 30 bytes of content inline, more in one heap
/// block of exactly its size.
///
/// The bound is checked when the value is made, so encoding cannot fail on length.
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
    /// If `content` is longer than `MAX` bytes.
    #[inline]
    pub fn new(content: &str) -> Result<Self, TooLong> {
        check_len::<MAX>(content.len())?;
        Ok(Self(StrCell::new(content)))
    }

    /// The content.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The borrowed form, pointing into `self`.
    #[inline]
    #[must_use]
    pub fn as_borrowed(&self) -> StrRef<'_, MAX> {
        StrRef(self.as_str())
    }

    /// Whether the content lies in the value itself rather than on the heap.
    #[inline]
    #[must_use]
    pub fn is_inline(&self) -> bool {
        self.0.as_bytes().is_inline()
    }
}

/// Text of at most `MAX` bytes in the decoder's input: the borrowed form of [`Str`].
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
    /// Wraps `content`, so that a borrowed message can be encoded without copying it first.
    ///
    /// # Errors
    ///
    /// If `content` is longer than `MAX` bytes.
    #[inline]
    pub const fn new(content: &'decoder str) -> Result<Self, TooLong> {
        match check_len::<MAX>(content.len()) {
            Ok(()) => Ok(Self(content)),
            Err(error) => Err(error),
        }
    }

    /// The content, for as long as the input lives.
    #[inline]
    #[must_use]
    pub const fn as_str(&self) -> &'decoder str {
        self.0
    }
}

/// The constants shared by both forms.
macro_rules! wire {
    ($ty:ty, $heap:expr) => {
        impl<const MAX: usize> Wire for $ty {
            const MIN_SIZE: usize = prefix_size(MAX);
            const MAX_SIZE: usize = prefix_size(MAX).saturating_add(MAX);
            const MAX_HEAP: usize = $heap;
            const SCHEMA: &'static Schema = &Schema::Str { max: MAX };
        }
    };
}
wire!(Str<MAX>, if MAX > ByteCell::INLINE { MAX } else { 0 });
wire!(StrRef<'_, MAX>, 0);

impl<const MAX: usize> Encodable for Str<MAX> {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        Self::MIN_SIZE.saturating_add(self.0.as_bytes().len())
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        encode_cell::<MAX>(self.0.as_bytes(), encoder)
    }
}

impl<const MAX: usize> Encodable for StrRef<'_, MAX> {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        Self::MIN_SIZE.saturating_add(self.0.len())
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        write_prefix::<MAX>(self.0.len(), encoder)?;
        encoder.put(self.0.as_bytes())
    }
}

impl<'decoder, const MAX: usize> Decodable<'decoder> for Str<MAX> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let text = read_text::<MAX>(decoder)?;
        Ok(Self(StrCell::from_prefix(text.source, text.len)))
    }

    #[inline(always)]
    fn refill_from(&mut self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let text = read_text::<MAX>(decoder)?;
        self.0.refill(text.source, text.len);
        Ok(())
    }
}

impl<'decoder, const MAX: usize> Decodable<'decoder> for StrRef<'decoder, MAX> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        Ok(Self(read_text::<MAX>(decoder)?.as_str()))
    }
}

impl<const MAX: usize> ZeroCopy for Str<MAX> {
    type Ref<'decoder> = StrRef<'decoder, MAX>;

    #[inline]
    fn from_borrowed(borrowed: &StrRef<'_, MAX>) -> Self {
        Self(StrCell::new(borrowed.0))
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

/// What both forms have in common as text.
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

        impl<const MAX: usize> Borrow<str> for $ty {
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
