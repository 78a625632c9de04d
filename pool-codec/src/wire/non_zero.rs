//! Integers that are not 0 (WIRE.md section 1).

use core::num::NonZero;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, own_borrowed_form};

macro_rules! non_zero {
    ($($ty:ty)*) => {$(
        impl Wire for NonZero<$ty> {
            const MIN_SIZE: usize = size_of::<$ty>();
            const MAX_SIZE: usize = size_of::<$ty>();
            const MAX_HEAP: usize = 0;
            const SCHEMA: &'static Schema = <$ty>::SCHEMA;
        }

        impl Encodable for NonZero<$ty> {
            #[inline(always)]
            fn encoded_len(&self) -> usize {
                size_of::<$ty>()
            }

            #[inline(always)]
            fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                self.get().encode_to(encoder)
            }
        }

        impl<'decoder> Decodable<'decoder> for NonZero<$ty> {
            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let start = decoder.offset();
                match NonZero::new(<$ty>::decode_from(decoder)?) {
                    Some(value) => Ok(value),
                    None => Err(zero(start)),
                }
            }
        }

        own_borrowed_form!(NonZero<$ty>);
        impl ArrayElement for NonZero<$ty> {}
    )*};
}
non_zero!(u8 u16 u32 u64 u128 i8 i16 i32 i64 i128);

#[cold]
#[inline(never)]
const fn zero(offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::InvalidValue { reason: "the value must not be zero" }, offset)
}
