//! Types that change the arithmetic or the order of another type and not its bytes (WIRE.md section 11).

use core::cmp::Reverse;
use core::num::{Saturating, Wrapping};

use crate::codec::borrow::ArrayElement;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};

/// Implements the traits for tuple structs of one public field.
macro_rules! wrappers {
    ($($wrapper:ident)*) => {$(
        impl<T: Encode<L>, L: Layout> Encode<L> for $wrapper<T> {
            type Value = $wrapper<T::Value>;
            const ENCODING: &'static Schema = T::ENCODING;

            #[inline(always)]
            fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
                T::encode_to(&value.0, sink)
            }
        }

        impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for $wrapper<T> {
            const FACTS: Facts = T::FACTS;
            const BLANK: Option<Blank<Self::Value>> = match T::BLANK {
                Some(value) => Some(Blank::new($wrapper(value.value()))),
                None => None,
            };

            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
                T::decode_from(decoder).map($wrapper)
            }

            #[inline]
            fn refill_from(
                value: &mut Self::Value,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                T::refill_from(&mut value.0, decoder)
            }
        }

        impl<T: Borrow<L>, L: Layout> Borrow<L> for $wrapper<T> {
            type Ref<'decoder> = $wrapper<T::Ref<'decoder>>;

            #[inline]
            fn own(borrowed: &Self::Ref<'_>) -> Self::Value {
                $wrapper(T::own(&borrowed.0))
            }

            #[inline]
            fn lend(value: &Self::Value) -> Self::Ref<'_> {
                $wrapper(T::lend(&value.0))
            }
        }

        impl<T> ArrayElement for $wrapper<T> {}
    )*};
}
wrappers!(Wrapping Saturating Reverse);
