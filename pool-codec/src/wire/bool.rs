//! Booleans: strict, and Stratum V2's (WIRE.md section 2).

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, own_borrowed_form};

impl Wire for bool {
    const MIN_SIZE: usize = 1;
    const MAX_SIZE: usize = 1;
    const MAX_HEAP: usize = 0;
    const SCHEMA: &'static Schema = &Schema::Bool { low_bit: false };
}

impl Encodable for bool {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        1
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        encoder.put_array(&[u8::from(*self)])
    }
}

impl<'decoder> Decodable<'decoder> for bool {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let offset = decoder.offset();
        match decoder.take_array()? {
            [0] => Ok(false),
            [1] => Ok(true),
            [byte] => Err(invalid_bool(*byte, offset)),
        }
    }
}

#[cold]
#[inline(never)]
const fn invalid_bool(byte: u8, offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::InvalidBool { byte }, offset)
}

/// Stratum V2's `BOOL`: the lowest bit counts, the others are ignored on decode and written as zero.
///
/// ```
/// use pool_codec::{Decodable, LowBitBool};
///
/// assert!(LowBitBool::decode(&[0xFF]).unwrap().0);
/// assert!(!LowBitBool::decode(&[0xFE]).unwrap().0);
/// assert!(bool::decode(&[0xFF]).is_err());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LowBitBool(pub bool);

impl From<bool> for LowBitBool {
    fn from(value: bool) -> Self {
        Self(value)
    }
}

impl From<LowBitBool> for bool {
    fn from(value: LowBitBool) -> Self {
        value.0
    }
}

impl core::fmt::Display for LowBitBool {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

impl Wire for LowBitBool {
    const MIN_SIZE: usize = 1;
    const MAX_SIZE: usize = 1;
    const MAX_HEAP: usize = 0;
    const PLAIN: bool = true;
    const SCHEMA: &'static Schema = &Schema::Bool { low_bit: true };
}

impl Encodable for LowBitBool {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        1
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        self.0.encode_to(encoder)
    }
}

impl<'decoder> Decodable<'decoder> for LowBitBool {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let [byte] = decoder.take_array()?;
        Ok(Self(byte & 1 == 1))
    }
}

own_borrowed_form!(bool, LowBitBool);
impl ArrayElement for bool {}
impl ArrayElement for LowBitBool {}
