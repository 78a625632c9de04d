//! `Cow`, which is encoded as the value inside and always decodes to an owned one (WIRE.md section 11).

use alloc::borrow::Cow;

use crate::codec::borrow::ArrayElement;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};

impl<T: Encode<L, Value = T> + Clone, L: Layout> Encode<L> for Cow<'static, T> {
    type Value = Self;
    const ENCODING: &'static Schema = T::ENCODING;

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        T::encode_to(value, sink)
    }
}

impl<'decoder, T, L: Layout> Decode<'decoder, L> for Cow<'static, T>
where
    T: Decode<'decoder, L> + Encode<L, Value = T> + Clone,
{
    const FACTS: Facts = T::FACTS;
    const BLANK: Option<Blank<Self>> = match T::BLANK {
        Some(value) => Some(Blank::new(Cow::Owned(value.value()))),
        None => None,
    };

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        T::decode_from(decoder).map(Cow::Owned)
    }

    #[inline]
    fn refill_from(value: &mut Self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        match value {
            Cow::Owned(value) => T::refill_from(value, decoder),
            Cow::Borrowed(_) => {
                *value = Self::decode_from(decoder)?;
                Ok(())
            }
        }
    }
}

/// The borrowed form is that of the value.
impl<T: Borrow<L, Value = T> + Clone, L: Layout> Borrow<L> for Cow<'static, T> {
    type Ref<'decoder> = T::Ref<'decoder>;

    #[inline]
    fn own(borrowed: &T::Ref<'_>) -> Self {
        Cow::Owned(T::own(borrowed))
    }

    #[inline]
    fn lend(value: &Self) -> T::Ref<'_> {
        T::lend(value)
    }
}

impl<T: Clone> ArrayElement for Cow<'static, T> {}
