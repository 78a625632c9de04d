//! `Result`: a tag and the value or the error (WIRE.md section 11).

use crate::codec::borrow::ArrayElement;
use crate::codec::tag::{enumeration, read_tag, unknown_tag, write_tag};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Field, Layout, Schema, Sink,
    Variant,
};

/// The tags of `Ok` and of `Err`.
const fn tags<L: Layout>() -> (u32, u32) {
    if L::ERR_FIRST { (1, 0) } else { (0, 1) }
}

impl<T: Encode<L>, E: Encode<L>, L: Layout> Encode<L> for Result<T, E> {
    type Value = Result<T::Value, E::Value>;
    const ENCODING: &'static Schema = &enumeration::<L>(
        "Result",
        const {
            let (ok, err) = tags::<L>();
            &[
                Variant::new("Ok", ok as u64, const { &[Field::new("Ok.0", T::ENCODING)] }),
                Variant::new("Err", err as u64, const { &[Field::new("Err.0", E::ENCODING)] }),
            ]
        },
        None,
    );

    #[inline]
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        match value {
            Ok(value) => {
                write_tag::<L, S>(const { tags::<L>().0 }, sink)?;
                T::encode_to(value, sink)
            }
            Err(error) => {
                write_tag::<L, S>(const { tags::<L>().1 }, sink)?;
                E::encode_to(error, sink)
            }
        }
    }
}

impl<'decoder, T: Decode<'decoder, L>, E: Decode<'decoder, L>, L: Layout> Decode<'decoder, L>
    for Result<T, E>
{
    const FACTS: Facts = Facts::of_parts(&[T::FACTS, E::FACTS]).tagged::<L>();
    const BLANK: Option<Blank<Self::Value>> = match T::BLANK {
        Some(value) => Some(Blank::new(Ok(value.value()))),
        None => None,
    };

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
        let start = *decoder;
        match read_tag::<L>(decoder)? {
            tag if tag == const { tags::<L>().0 } => T::decode_from(decoder).map(Ok),
            tag if tag == const { tags::<L>().1 } => E::decode_from(decoder).map(Err),
            tag => Err(unknown_tag(&start, tag)),
        }
    }
}

impl<T: Borrow<L>, E: Borrow<L>, L: Layout> Borrow<L> for Result<T, E> {
    type Ref<'decoder> = Result<T::Ref<'decoder>, E::Ref<'decoder>>;

    #[inline]
    fn own(borrowed: &Self::Ref<'_>) -> Self::Value {
        borrowed.as_ref().map(T::own).map_err(E::own)
    }

    #[inline]
    fn lend(value: &Self::Value) -> Self::Ref<'_> {
        value.as_ref().map(T::lend).map_err(E::lend)
    }
}

impl<T, E> ArrayElement for Result<T, E> {}
