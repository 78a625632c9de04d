//! `Cow`s whose field sets a bound: `#[frame(max_len = N)]` on `Cow<'static, str>`. They decode to owned values.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::prefix::write_checked_prefix;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::{MaxBytes, MaxLen};
use crate::wire::SeqRef;
use crate::wire::seq::items;

/// Implements the traits for a `Cow` of `$slice`, which is read like `$owned`.
macro_rules! cow {
    ([$($T:ident)?] $codec:ident, $slice:ty, $owned:ty, $form:ty, |$value:ident, $sink:ident| $write:expr, |$lent:ident| $own:expr, |$cow:ident| $lend:expr) => {
        impl<$($T: Encode<L, Value = $T> + Clone + 'static,)? L: Layout, const N: usize> Encode<L>
            for $codec<Cow<'static, $slice>, N>
        {
            type Value = Cow<'static, $slice>;
            const ENCODING: &'static Schema = <$codec<$owned, N> as Encode<L>>::ENCODING;

            #[inline]
            fn encode_to<S: Sink>($value: &Self::Value, $sink: &mut S) -> Result<(), S::Error> {
                $write
            }
        }

        impl<'decoder, $($T,)? L: Layout, const N: usize> Decode<'decoder, L>
            for $codec<Cow<'static, $slice>, N>
        $(where
            $T: Decode<'decoder, L> + Encode<L, Value = $T> + Clone + 'static,)?
        {
            const FACTS: Facts = <$codec<$owned, N> as Decode<'decoder, L>>::FACTS;
            const BLANK: Option<Blank<Self::Value>> =
                Some(Blank::new(Cow::Owned(<$owned>::new())));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
                <$codec<$owned, N> as Decode<'decoder, L>>::decode_from(decoder).map(Cow::Owned)
            }

            #[inline]
            fn refill_from(
                value: &mut Self::Value,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                match value {
                    Cow::Owned(value) => {
                        <$codec<$owned, N> as Decode<'decoder, L>>::refill_from(value, decoder)
                    }
                    Cow::Borrowed(_) => {
                        *value = <Self as Decode<'decoder, L>>::decode_from(decoder)?;
                        Ok(())
                    }
                }
            }
        }

        impl<$($T,)? L: Layout, const N: usize> Borrow<L> for $codec<Cow<'static, $slice>, N>
        $(where
            $T: Borrow<L, Value = $T> + for<'decoder> Decode<'decoder, L> + Clone + 'static,)?
        {
            type Ref<'decoder> = $form;

            #[inline]
            fn own($lent: &Self::Ref<'_>) -> Self::Value {
                Cow::Owned($own)
            }

            #[inline]
            fn lend($cow: &Self::Value) -> Self::Ref<'_> {
                $lend
            }
        }
    };
}
cow!(
    [] MaxLen, str, String, &'decoder str,
    |value, sink| {
        write_checked_prefix::<L, N, S>(value.len(), sink)?;
        sink.put(value.as_bytes())
    },
    |lent| String::from(*lent), |cow| cow
);
cow!(
    [] MaxBytes, [u8], Vec<u8>, &'decoder [u8],
    |value, sink| {
        write_checked_prefix::<L, N, S>(value.len(), sink)?;
        sink.put(value)
    },
    |lent| Vec::from(*lent), |cow| cow
);
cow!(
    [T] MaxLen, [T], Vec<T>, SeqRef<'decoder, T, N, L>,
    |value, sink| items::write::<T, L, N, S>(value, sink),
    |lent| lent.to_vec(), |cow| SeqRef::from_slice(cow)
);
