//! Integers that are not 0 (WIRE.md section 1).

use core::num::NonZero;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Schema, Sink,
};

macro_rules! non_zero {
    ($($ty:ty)*) => {$(
        impl<L: Layout> Encode<L> for NonZero<$ty> {
            type Value = Self;
            const ENCODING: &'static Schema = <$ty as Encode<L>>::ENCODING;

            #[inline(always)]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                <$ty as Encode<L>>::encode_to(&value.get(), sink)
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for NonZero<$ty> {
            const FACTS: Facts = <$ty as Decode<'decoder, L>>::FACTS.checked();
            const BLANK: Option<Blank<Self>> = Some(Blank::new(NonZero::<$ty>::MIN));

            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let start = decoder.offset();
                match NonZero::new(<$ty as Decode<'decoder, L>>::decode_from(decoder)?) {
                    Some(value) => Ok(value),
                    None => {
                        let reason = "the value must not be zero";
                        Err(DecodeError::new(DecodeErrorKind::InvalidValue { reason }, start))
                    }
                }
            }
        }

        own_borrowed_form!(NonZero<$ty>);
        impl ArrayElement for NonZero<$ty> {}
    )*};
}
non_zero!(u8 u16 u32 u64 u128 i8 i16 i32 i64 i128);
