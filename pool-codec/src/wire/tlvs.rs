//! Types, lengths and values behind a message (WIRE.md section 13).

use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;

use alloc::vec::Vec;

use crate::codec::borrow::ArrayElement;
use crate::codec::schema::{TLV_HEAD, TLV_LONGEST};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Schema,
    Sink, TooLong,
};
use crate::wire::bytes::{Bytes, BytesRef};

/// A value that an extension adds to a message, and its type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tlv<'a> {
    /// The number of the extension.
    pub extension: u16,
    /// The number of the field in the extension.
    pub field: u8,
    /// The value, at most 65,535 bytes.
    pub value: &'a [u8],
}

/// Zero or more [`Tlv`]s of at most `MAX` bytes together, which take the rest of the payload: the extensions of Stratum V2
/// behind a message. It is the last field of the message, and has no bytes if there is no TLV.
///
/// Each TLV is the extension as a `u16`, the field as a `u8`, the length of the value as a `u16`, and the value. Numbers are
/// little-endian, as the published roles of Stratum V2 write them. In a field with `endian = big` they are big-endian, as in
/// the example of the specification. Which of the two a peer sends is not in the bytes, so a type accepts one of them.
///
/// All TLVs are kept and sent on unchanged, in their order, whether or not the program knows them.
///
/// ```
/// use pool_codec::{Encodable, Decodable, Tlv, Tlvs};
///
/// let mut tlvs = Tlvs::<64>::default();
/// assert_eq!(tlvs.encode_to_vec()?, []);
/// tlvs.push(Tlv { extension: 2, field: 1, value: b"worker.1" })?;
/// let bytes = tlvs.encode_to_vec()?;
/// assert_eq!(bytes, b"\x02\0\x01\x08\0worker.1");
/// assert_eq!(Tlvs::<64>::decode(&bytes)?.get(2, 1), Some(&b"worker.1"[..]));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct Tlvs<const MAX: usize> {
    /// The encodings one after another.
    bytes: Bytes<MAX>,
    /// The order of the bytes of the numbers in them.
    big_endian: bool,
}

/// Zero or more [`Tlv`]s in the decoder's input: the borrowed form of [`Tlvs`]. They are checked once, when they are decoded,
/// and read again by the iterator.
///
/// ```
/// use pool_codec::{Decodable, Tlv, TlvsRef};
///
/// let tlvs = TlvsRef::<64>::decode(b"\x02\0\x01\x02\0w1\x07\0\x09\0\0").unwrap();
/// let last = Tlv { extension: 7, field: 9, value: b"" };
/// assert_eq!((tlvs.iter().count(), tlvs.iter().last()), (2, Some(last)));
/// ```
#[derive(Clone, Copy, Default)]
pub struct TlvsRef<'decoder, const MAX: usize> {
    bytes: BytesRef<'decoder, MAX>,
    big_endian: bool,
}

impl<const MAX: usize> Tlvs<MAX> {
    /// Copies TLVs. Any number of them may have the same type.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if a value has more than 65,535 bytes, or if the TLVs have more than `MAX` bytes together.
    pub fn new<'a>(tlvs: impl IntoIterator<Item = Tlv<'a>>) -> Result<Self, TooLong> {
        let mut bytes = Vec::new();
        for tlv in tlvs {
            let len = bytes.len().saturating_add(TLV_HEAD).saturating_add(tlv.value.len());
            // The length is checked before memory is taken.
            if len > MAX {
                return Err(TooLong { len, max: MAX });
            }
            bytes.extend_from_slice(&tlv.head(false)?);
            bytes.extend_from_slice(tlv.value);
        }
        Ok(Self { bytes: Bytes::new(&bytes)?, big_endian: false })
    }

    /// Adds a TLV after the others. To add many, make a new list of them.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new). The list is then unchanged.
    pub fn push(&mut self, tlv: Tlv<'_>) -> Result<(), TooLong> {
        *self = Self::new(self.iter().chain([tlv]))?;
        Ok(())
    }

    /// Returns the borrowed form, which points into `self`.
    #[inline]
    #[must_use]
    pub fn as_borrowed(&self) -> TlvsRef<'_, MAX> {
        TlvsRef { bytes: self.bytes.as_borrowed(), big_endian: self.big_endian }
    }

    /// Returns an iterator over the TLVs.
    #[inline]
    #[must_use]
    pub fn iter(&self) -> TlvIter<'_> {
        self.as_borrowed().iter()
    }

    /// Returns the value of the first TLV of a type.
    #[must_use]
    pub fn get(&self, extension: u16, field: u8) -> Option<&[u8]> {
        self.as_borrowed().get(extension, field)
    }

    /// Returns whether there is no TLV.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<'decoder, const MAX: usize> TlvsRef<'decoder, MAX> {
    /// Returns an iterator over the TLVs.
    #[inline]
    #[must_use]
    pub const fn iter(&self) -> TlvIter<'decoder> {
        TlvIter { rest: Decoder::new(self.bytes.as_slice()), big_endian: self.big_endian }
    }

    /// Returns the value of the first TLV of a type.
    #[must_use]
    pub fn get(&self, extension: u16, field: u8) -> Option<&'decoder [u8]> {
        let found = |tlv: &Tlv<'_>| (tlv.extension, tlv.field) == (extension, field);
        self.iter().find(found).map(|tlv| tlv.value)
    }

    /// Returns whether there is no TLV.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<'a> Tlv<'a> {
    /// The bytes before the value.
    fn head(&self, big_endian: bool) -> Result<[u8; TLV_HEAD], TooLong> {
        let len = self.value.len();
        let short = u16::try_from(len).map_err(|_| TooLong { len, max: TLV_LONGEST })?;
        let bytes =
            |number: u16| if big_endian { number.to_be_bytes() } else { number.to_le_bytes() };
        let ([first, second], [third, fourth]) = (bytes(self.extension), bytes(short));
        Ok([first, second, self.field, third, fourth])
    }

    /// Reads one TLV.
    fn read(decoder: &mut Decoder<'a>, big_endian: bool) -> Result<Self, DecodeError> {
        let [first, second, field, third, fourth] = *decoder.take_array::<TLV_HEAD>()?;
        let number = |bytes| match big_endian {
            true => u16::from_be_bytes(bytes),
            false => u16::from_le_bytes(bytes),
        };
        let value = decoder.take(number([third, fourth]).into())?;
        Ok(Self { extension: number([first, second]), field, value })
    }
}

/// Prints the value as hex.
impl fmt::Debug for Tlv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = BytesRef::<TLV_LONGEST>::new(self.value).unwrap_or_default();
        f.debug_struct("Tlv")
            .field("extension", &self.extension)
            .field("field", &self.field)
            .field("value", &value)
            .finish()
    }
}

/// An iterator over the TLVs of a [`Tlvs`] or [`TlvsRef`].
#[derive(Debug, Clone)]
pub struct TlvIter<'a> {
    rest: Decoder<'a>,
    big_endian: bool,
}

impl<'a> Iterator for TlvIter<'a> {
    type Item = Tlv<'a>;

    #[inline]
    fn next(&mut self) -> Option<Tlv<'a>> {
        // They were checked when they were decoded, so only the end is no TLV.
        Tlv::read(&mut self.rest, self.big_endian).ok()
    }
}

impl FusedIterator for TlvIter<'_> {}

impl<L: Layout, const MAX: usize> Encode<L> for Tlvs<MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::tlvs::<L, MAX>()
        .with_content(<Bytes<MAX> as Encode<crate::codec::Own>>::ENCODING.max_heap())
        .replaced();

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <TlvsRef<'_, MAX> as Encode<L>>::encode_to(&value.as_borrowed(), sink)
    }
}

impl<L: Layout, const MAX: usize> Encode<L> for TlvsRef<'_, MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::tlvs::<L, MAX>();

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        if value.big_endian == L::BIG_ENDIAN || sink.count(0) {
            return sink.put(&value.bytes);
        }
        for tlv in value.iter() {
            // The length of the value was read from such a head.
            sink.put_array(&tlv.head(L::BIG_ENDIAN).unwrap_or_default())?;
            sink.put(tlv.value)?;
        }
        Ok(())
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for TlvsRef<'decoder, MAX> {
    const FACTS: Facts = Facts::CHECKED;

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        // The errors are those of the schema.
        let (start, mut len) = (*decoder, 0_usize);
        while !decoder.rest().is_empty() {
            Tlv::read(decoder, L::BIG_ENDIAN)?;
            len = len.saturating_add(1);
            let max = const { MAX / TLV_HEAD };
            if len > max {
                return Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })));
            }
        }
        match BytesRef::new(start.rest()) {
            Ok(bytes) => Ok(Self { bytes, big_endian: L::BIG_ENDIAN }),
            Err(TooLong { len, max }) => {
                Err(start.error(DecodeErrorKind::TooLarge { size: len, max }))
            }
        }
    }
}

impl<'decoder, L: Layout, const MAX: usize> Decode<'decoder, L> for Tlvs<MAX> {
    const FACTS: Facts = Facts::CHECKED;
    const BLANK: Option<Blank<Self>> = match <Bytes<MAX> as Decode<'decoder, L>>::BLANK {
        Some(blank) => Some(Blank::new(Self { bytes: blank.value(), big_endian: false })),
        None => None,
    };

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let read = <TlvsRef<'decoder, MAX> as Decode<'decoder, L>>::decode_from(decoder)?;
        Ok(read.into())
    }

    #[inline]
    fn refill_from(value: &mut Self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let read = <TlvsRef<'decoder, MAX> as Decode<'decoder, L>>::decode_from(decoder)?;
        value.bytes.refill(read.bytes);
        value.big_endian = read.big_endian;
        Ok(())
    }
}

impl<L: Layout, const MAX: usize> Borrow<L> for Tlvs<MAX> {
    type Ref<'decoder> = TlvsRef<'decoder, MAX>;

    #[inline]
    fn own(borrowed: &TlvsRef<'_, MAX>) -> Self {
        (*borrowed).into()
    }

    #[inline]
    fn lend(value: &Self) -> TlvsRef<'_, MAX> {
        value.as_borrowed()
    }
}

impl<const MAX: usize> ArrayElement for Tlvs<MAX> {}

impl<const MAX: usize> From<TlvsRef<'_, MAX>> for Tlvs<MAX> {
    fn from(borrowed: TlvsRef<'_, MAX>) -> Self {
        Self { bytes: borrowed.bytes.into(), big_endian: borrowed.big_endian }
    }
}

/// Implements the traits of a list for both forms. Lists are equal if their TLVs are, in whatever order of bytes.
macro_rules! list {
    ($ty:ty) => {
        impl<const MAX: usize> PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                self.iter().eq(other.iter())
            }
        }

        impl<const MAX: usize> Eq for $ty {}

        impl<const MAX: usize> Hash for $ty {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.iter().for_each(|tlv| tlv.hash(state));
            }
        }

        impl<const MAX: usize> fmt::Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.iter()).finish()
            }
        }
    };
}
list!(Tlvs<MAX>);
list!(TlvsRef<'_, MAX>);

impl<'a, const MAX: usize> IntoIterator for &'a Tlvs<MAX> {
    type Item = Tlv<'a>;
    type IntoIter = TlvIter<'a>;

    fn into_iter(self) -> TlvIter<'a> {
        self.iter()
    }
}

impl<'decoder, const MAX: usize> IntoIterator for TlvsRef<'decoder, MAX> {
    type Item = Tlv<'decoder>;
    type IntoIter = TlvIter<'decoder>;

    fn into_iter(self) -> TlvIter<'decoder> {
        self.iter()
    }
}
