//! A 24-bit unsigned integer (WIRE.md section 1).

use core::fmt;
use core::num::{ParseIntError, TryFromIntError};
use core::str::FromStr;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, Kind, Layout, Schema, Sink,
};

/// An unsigned integer of 24 bits, which takes 3 bytes on the wire.
///
/// ```
/// use pool_codec::{Encodable, U24};
///
/// let length = U24::try_from(70_000_u32).unwrap();
/// assert_eq!(length.encode_to_vec().unwrap(), [0x70, 0x11, 0x01]);
/// assert_eq!(u32::from(length), 70_000);
/// assert!(U24::new(1 << 24).is_none());
/// assert_eq!((format!("{length:#x}"), "70000".parse()), ("0x11170".to_owned(), Ok(length)));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct U24(u32);

impl U24 {
    /// The smallest value, 0.
    pub const MIN: Self = Self(0);
    /// The largest value, 2^24 - 1.
    pub const MAX: Self = Self(0xFF_FFFF);

    /// Creates a number, if `value` fits into 24 bits.
    #[must_use]
    pub const fn new(value: u32) -> Option<Self> {
        if value <= Self::MAX.0 { Some(Self(value)) } else { None }
    }

    /// Returns the value.
    #[inline]
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl From<u8> for U24 {
    fn from(value: u8) -> Self {
        Self(value.into())
    }
}

impl From<u16> for U24 {
    fn from(value: u16) -> Self {
        Self(value.into())
    }
}

impl TryFrom<u32> for U24 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<Self, Self::Error> {
        // The error of the standard library has no constructor, so a conversion that fails creates it.
        match Self::new(value) {
            Some(value) => Ok(value),
            None => {
                Err(u8::try_from(value)
                    .map_or_else(|error| error, |_| unreachable!("checked above")))
            }
        }
    }
}

/// Formats like the `u32`.
macro_rules! formats {
    ($($name:ident)*) => {$(
        impl fmt::$name for U24 {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::$name::fmt(&self.0, f)
            }
        }
    )*};
}
formats!(Debug Display LowerHex UpperHex Octal Binary LowerExp UpperExp);

impl FromStr for U24 {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        let value = text.parse()?;
        // The error of the standard library has no constructor, so a number that does not fit causes it.
        Self::new(value).map_or_else(|| "256".parse::<u8>().map(Self::from), Ok)
    }
}

macro_rules! into_wider {
    ($($ty:ident)*) => {$(
        impl From<U24> for $ty {
            fn from(value: U24) -> Self {
                value.0.into()
            }
        }
    )*};
}
into_wider!(u32 u64 u128 i64 i128);

impl<L: Layout> Encode<L> for U24 {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::new(Kind::Uint { size: 3, big_endian: false }, 3, 3);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        let [low, middle, high, _] = value.0.to_le_bytes();
        sink.put_array(&[low, middle, high])
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for U24 {
    const FACTS: Facts = Facts::ALL;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self(0)));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let [low, middle, high] = *decoder.take_array()?;
        Ok(Self(u32::from_le_bytes([low, middle, high, 0])))
    }
}

own_borrowed_form!(U24);
impl ArrayElement for U24 {}
