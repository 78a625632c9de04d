//! Text of a fixed width, padded at the right (WIRE.md section 3).

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::FromStr;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Kind, Layout, Schema,
    Sink, TooLong,
};
use crate::wire::bytes::check_len;

/// Text of at most `N` bytes that always takes `N` bytes on the wire. The rest is filled with `PAD`, by default a space,
/// as in the alphanumeric fields of exchange protocols. `FixedStr<N, 0>` is filled with NUL, as an array of C is.
///
/// Padding at the end is not part of the text. The type is `Copy`, and its own borrowed form. The padding is ASCII: other
/// bytes would not be UTF-8.
///
/// ```compile_fail,E0080
/// let _ = pool_codec::FixedStr::<4, 0xFF>::default();
/// ```
///
/// ```
/// use pool_codec::{Decodable, Encodable, FixedStr};
///
/// let symbol = FixedStr::<8>::new("ACME").unwrap();
/// assert_eq!(symbol.encode_to_vec().unwrap(), b"ACME    ");
/// assert_eq!(FixedStr::<8>::decode(b"ACME    ").unwrap(), "ACME");
/// assert_eq!(FixedStr::<6, 0>::decode(b"ACME\0\0").unwrap(), "ACME");
/// assert!(FixedStr::<3>::new("ACME").is_err());
/// ```
#[derive(Clone, Copy)]
pub struct FixedStr<const N: usize, const PAD: u8 = b' '> {
    /// The text, in UTF-8, and the padding.
    bytes: [u8; N],
}

impl<const N: usize, const PAD: u8> FixedStr<N, PAD> {
    /// The largest length, in bytes.
    pub const MAX_LEN: usize = N;

    /// A text without content.
    const EMPTY: Self = {
        assert!(PAD.is_ascii(), "the padding must be ASCII");
        Self { bytes: [PAD; N] }
    };

    /// Copies `text`, without padding at its end.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if the text is longer than `N` bytes.
    pub fn new(text: &str) -> Result<Self, TooLong> {
        let Self { mut bytes } = Self::EMPTY;
        let text = text.trim_end_matches(char::from(PAD)).as_bytes();
        check_len::<N>(text.len())?;
        for (byte, source) in bytes.iter_mut().zip(text) {
            *byte = *source;
        }
        Ok(Self { bytes })
    }

    /// Returns the text without the padding.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // The bytes were checked when the value was made.
        trimmed(&self.bytes, PAD)
    }
}

/// The text in `bytes`, without the padding at its end.
pub(crate) fn trimmed(bytes: &[u8], pad: u8) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default().trim_end_matches(char::from(pad))
}

impl<L: Layout, const N: usize, const PAD: u8> Encode<L> for FixedStr<N, PAD> {
    type Value = Self;
    const ENCODING: &'static Schema = &{
        let _ = Self::EMPTY;
        Schema::new(Kind::FixedStr { len: N, pad: PAD }, N, N)
    };

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&value.bytes)
    }
}

impl<'decoder, L: Layout, const N: usize, const PAD: u8> Decode<'decoder, L> for FixedStr<N, PAD> {
    const FACTS: Facts = Facts::CHECKED;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self::EMPTY));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let start = decoder.offset();
        let bytes = *decoder.take_array()?;
        match core::str::from_utf8(&bytes) {
            Ok(_) => Ok(Self { bytes }),
            Err(error) => {
                let offset = start.saturating_add(error.valid_up_to());
                Err(DecodeError::new(DecodeErrorKind::InvalidUtf8, offset))
            }
        }
    }
}

own_borrowed_form!(generic [const N: usize, const PAD: u8] FixedStr<N, PAD>);
impl<const N: usize, const PAD: u8> ArrayElement for FixedStr<N, PAD> {}

impl<const N: usize, const PAD: u8> Default for FixedStr<N, PAD> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<const N: usize, const PAD: u8> Deref for FixedStr<N, PAD> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize, const PAD: u8> FromStr for FixedStr<N, PAD> {
    type Err = TooLong;

    fn from_str(text: &str) -> Result<Self, TooLong> {
        Self::new(text)
    }
}

impl<const N: usize, const PAD: u8> PartialEq for FixedStr<N, PAD> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<const N: usize, const PAD: u8> Eq for FixedStr<N, PAD> {}

impl<const N: usize, const PAD: u8> PartialEq<str> for FixedStr<N, PAD> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<const N: usize, const PAD: u8> PartialEq<&str> for FixedStr<N, PAD> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// Orders by the text, like `str`.
impl<const N: usize, const PAD: u8> Ord for FixedStr<N, PAD> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl<const N: usize, const PAD: u8> PartialOrd for FixedStr<N, PAD> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<const N: usize, const PAD: u8> Hash for FixedStr<N, PAD> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const N: usize, const PAD: u8> fmt::Debug for FixedStr<N, PAD> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<const N: usize, const PAD: u8> fmt::Display for FixedStr<N, PAD> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}
