//! Optional values: the tag byte 0, or the tag byte 1 and the value (WIRE.md section 5).

use crate::codec::borrow::ArrayElement;
use crate::codec::decode::{start, starts_blank};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Schema,
    Sink,
};

impl<T: Encode<L>, L: Layout> Encode<L> for Option<T> {
    type Value = Option<T::Value>;
    const ENCODING: &'static Schema = &Schema::option(T::ENCODING);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Option<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        match value {
            None => sink.put_array(&[0]),
            Some(value) => {
                sink.put_array(&[1])?;
                T::encode_to(value, sink)
            }
        }
    }
}

/// Reads the tag and returns whether a value follows.
#[inline(always)]
fn read_tag(decoder: &mut Decoder<'_>) -> Result<bool, DecodeError> {
    let offset = decoder.offset();
    match decoder.take_array()? {
        [0] => Ok(false),
        [1] => Ok(true),
        [byte] => Err(DecodeError::new(DecodeErrorKind::InvalidOption { byte: *byte }, offset)),
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for Option<T> {
    const FACTS: Facts = T::FACTS.checked();
    const BLANK: Option<Blank<Self::Value>> = Some(Blank::new(None));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Option<T::Value>, DecodeError> {
        if read_tag(decoder)? { T::decode_from(decoder).map(Some) } else { Ok(None) }
    }

    #[inline]
    fn refill_from(
        value: &mut Option<T::Value>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        match (read_tag(decoder)?, &mut *value) {
            (true, Some(value)) => return T::refill_from(value, decoder),
            (true, None) if const { starts_blank::<T, L>() } => {
                *value = const { start::<T, L>() };
                if let Some(value) = value {
                    T::refill_from(value, decoder)?;
                }
            }
            (true, None) => *value = Some(T::decode_from(decoder)?),
            (false, _) => *value = None,
        }
        Ok(())
    }
}

impl<T: Borrow<L>, L: Layout> Borrow<L> for Option<T> {
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

impl<T> ArrayElement for Option<T> {}
