//! A field whose presence another field decides: `#[frame(when = flags & 1)]` (WIRE.md section 13).

use core::marker::PhantomData;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};

/// The encoding of an `Option<T>` as a `T` or as no bytes. The derive decides by another field whether to read it; on its
/// own, it is always read.
///
/// ```
/// use pool_codec::Encoder;
/// use pool_codec::layout::{Encode, Own, When};
///
/// let mut encoder_output = [0; 2];
/// let mut encoder = Encoder::new(&mut encoder_output);
/// <When<u8> as Encode<Own>>::encode_to(&None, &mut encoder).unwrap();
/// <When<u8> as Encode<Own>>::encode_to(&Some(7), &mut encoder).unwrap();
/// assert_eq!(encoder.written(), 1);
/// ```
#[derive(Debug)]
pub struct When<T>(PhantomData<T>);

impl<T: Encode<L>, L: Layout> Encode<L> for When<T> {
    type Value = Option<T::Value>;
    // The field of the schema has the condition.
    const ENCODING: &'static Schema = T::ENCODING;

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Option<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        match value {
            Some(value) => T::encode_to(value, sink),
            None => Ok(()),
        }
    }

    #[inline]
    fn encode_items<S: Sink>(items: &[Option<T::Value>], sink: &mut S) -> Result<(), S::Error> {
        items.iter().try_for_each(|item| Self::encode_to(item, sink))
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for When<T> {
    const FACTS: Facts = T::FACTS.checked();
    const BLANK: Option<Blank<Option<T::Value>>> = Some(Blank::new(None));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Option<T::Value>, DecodeError> {
        T::decode_from(decoder).map(Some)
    }

    #[inline]
    fn refill_from(
        value: &mut Option<T::Value>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        match value {
            Some(value) => T::refill_from(value, decoder),
            None => {
                *value = Some(T::decode_from(decoder)?);
                Ok(())
            }
        }
    }
}

impl<T: Borrow<L>, L: Layout> Borrow<L> for When<T> {
    type Ref<'decoder> = Option<T::Ref<'decoder>>;

    #[inline]
    fn own(borrowed: &Option<T::Ref<'_>>) -> Option<T::Value> {
        borrowed.as_ref().map(T::own)
    }

    #[inline]
    fn lend(value: &Option<T::Value>) -> Option<T::Ref<'_>> {
        value.as_ref().map(T::lend)
    }
}
