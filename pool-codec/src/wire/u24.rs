//! A 24-bit unsigned integer (WIRE.md section 1).

use core::fmt;
use core::num::TryFromIntError;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, own_borrowed_form};

/// An unsigned integer of 24 bits, 3 bytes on the wire.
///
/// ```
/// use pool_codec::{Encodable, U24};
///
/// let length = U24::try_from(70_000_u32).unwrap();
/// assert_eq!(length.encode_to_vec().unwrap(), [0x70, 0x11, 0x01]);
/// assert_eq!(u32::from(length), 70_000);
/// assert!(U24::new(1 << 24).is_none());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct U24(u32);

impl U24 {
    /// The smallest value, 0.
    pub const MIN: Self = Self(0);
    /// The largest value, 2^24 - 1.
    pub const MAX: Self = Self(0xFF_FFFF);

    /// The value, if it fits into 24 bits.
    #[must_use]
    pub const fn new(value: u32) -> Option<Self> {
        if value <= Self::MAX.0 { Some(Self(value)) } else { None }
    }

    /// The value.
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

impl From<U24> for u32 {
    fn from(value: U24) -> Self {
        value.0
    }
}

impl TryFrom<u32> for U24 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<Self, Self::Error> {
        // The standard library's error cannot be made by hand: its conversion of the top byte makes it.
        match Self::new(value) {
            Some(value) => Ok(value),
            None => {
                Err(u8::try_from(value)
                    .map_or_else(|error| error, |_| unreachable!("checked above")))
            }
        }
    }
}

impl fmt::Debug for U24 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for U24 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Wire for U24 {
    const MIN_SIZE: usize = 3;
    const MAX_SIZE: usize = 3;
    const MAX_HEAP: usize = 0;
    const PLAIN: bool = true;
    const SCHEMA: &'static Schema = &Schema::Uint { size: 3, big_endian: false };
}

impl Encodable for U24 {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        3
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        let [low, middle, high, _] = self.0.to_le_bytes();
        encoder.put_array(&[low, middle, high])
    }
}

impl<'decoder> Decodable<'decoder> for U24 {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let [low, middle, high] = *decoder.take_array()?;
        Ok(Self(u32::from_le_bytes([low, middle, high, 0])))
    }
}

own_borrowed_form!(U24);
impl ArrayElement for U24 {}
