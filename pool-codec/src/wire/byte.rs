//! Bytes, whose slices and arrays are copied as they are (WIRE.md section 1).
//!
//! `u8` is not an `ArrayElement`, because the borrowed form of `[u8; N]` is `&[u8; N]`.

use crate::codec::borrow::own_borrowed_form;
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, Kind, Layout, Schema, Sink, Slots,
};

impl<L: Layout> Encode<L> for u8 {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::new(Kind::Uint { size: 1, big_endian: false }, 1, 1);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&[*value])
    }

    #[inline]
    fn encode_items<S: Sink>(items: &[Self], sink: &mut S) -> Result<(), S::Error> {
        sink.put(items)
    }

    #[inline(always)]
    fn encode_array<S: Sink, const N: usize>(
        items: &[Self; N],
        sink: &mut S,
    ) -> Result<(), S::Error> {
        sink.put_array(items)
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for u8 {
    const FACTS: Facts = Facts::ALL;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(0));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let [byte] = *decoder.take_array()?;
        Ok(byte)
    }

    #[inline(always)]
    fn decode_slots(
        decoder: &mut Decoder<'decoder>,
        slots: &mut Slots<'_, Self>,
    ) -> Result<(), DecodeError> {
        slots.extend(decoder.take(slots.left())?, |byte| *byte);
        Ok(())
    }

    #[inline]
    fn refill_items(
        values: &mut [Self],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        values.copy_from_slice(decoder.take(values.len())?);
        Ok(())
    }

    #[inline(always)]
    fn decode_array<const N: usize>(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<[Self; N], DecodeError> {
        decoder.take_array().copied()
    }
}

own_borrowed_form!(u8);
