//! Arrays: `N` elements without a prefix (WIRE.md section 4).

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::codec::blank::Element;
use crate::codec::borrow::ArrayElement;
use crate::codec::slots::{self, Slots};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Own, Schema, Sink,
};

impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for [T; N] {
    type Value = [T::Value; N];
    const ENCODING: &'static Schema = &Schema::array(T::ENCODING, N);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &[T::Value; N], sink: &mut S) -> Result<(), S::Error> {
        T::encode_array(value, sink)
    }

    #[inline]
    fn encode_items<S: Sink>(items: &[[T::Value; N]], sink: &mut S) -> Result<(), S::Error> {
        T::encode_items(items.as_flattened(), sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L> for [T; N] {
    const FACTS: Facts = T::FACTS;
    const BLANK: Option<Blank<[T::Value; N]>> = slots::repeat::<Of<'decoder, T, L>, N>();

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<[T::Value; N], DecodeError> {
        T::decode_array(decoder)
    }

    #[inline]
    fn refill_from(
        value: &mut [T::Value; N],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        T::refill_items(value, decoder)
    }

    #[inline]
    fn decode_slots(
        decoder: &mut Decoder<'decoder>,
        slots: &mut Slots<'_, [T::Value; N]>,
    ) -> Result<(), DecodeError> {
        slots.fill_flattened(|elements| T::decode_slots(decoder, elements))
    }

    #[inline]
    fn refill_items(
        values: &mut [[T::Value; N]],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        T::refill_items(values.as_flattened_mut(), decoder)
    }

    #[inline]
    fn decode_boxed(decoder: &mut Decoder<'decoder>) -> Result<Box<[T::Value; N]>, DecodeError> {
        let start = *decoder;
        let short = || start.unexpected_end(<Self as Encode<L>>::ENCODING.min_size());
        // No memory is taken for elements that the input cannot hold.
        if start.rest().len() < const { <Self as Encode<L>>::ENCODING.min_size() } {
            return Err(short());
        }
        let mut values = Vec::with_capacity(N);
        slots::extend(&mut values, N, |slots| T::decode_slots(decoder, slots))?;
        values.into_boxed_slice().try_into().map_err(|_| short())
    }

    #[inline]
    fn refill_boxed(
        value: &mut [T::Value; N],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        decoder.require(const { <Self as Encode<L>>::ENCODING.min_size() })?;
        T::refill_items(value, decoder)
    }
}

/// The elements of an array.
struct Of<'decoder, T, L>(PhantomData<&'decoder ()>, PhantomData<(T, L)>);

impl<'decoder, T: Decode<'decoder, L>, L: Layout> Element for Of<'decoder, T, L> {
    type Value = T::Value;
    const BLANK: Option<Blank<T::Value>> = T::BLANK;
}

impl<L: Layout, const N: usize> Encode<L> for &[u8; N] {
    type Value = Self;
    const ENCODING: &'static Schema = <[u8; N] as Encode<Own>>::ENCODING;

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(value)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for &'decoder [u8; N] {
    const FACTS: Facts = Facts::ALL;

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        decoder.take_array()
    }
}

impl<L: Layout, const N: usize> Borrow<L> for [u8; N] {
    type Ref<'decoder> = &'decoder [u8; N];

    #[inline]
    fn own(borrowed: &&[u8; N]) -> Self {
        **borrowed
    }

    #[inline]
    fn lend(value: &Self) -> &Self {
        value
    }
}

impl<const N: usize> ArrayElement for [u8; N] {}

impl<T: ArrayElement, const N: usize> ArrayElement for [T; N] {}

impl<T: ArrayElement + Borrow<L>, L: Layout, const N: usize> Borrow<L> for [T; N] {
    type Ref<'decoder> = [T::Ref<'decoder>; N];

    #[inline]
    fn own(borrowed: &[T::Ref<'_>; N]) -> [T::Value; N] {
        borrowed.each_ref().map(T::own)
    }

    #[inline]
    fn lend(value: &[T::Value; N]) -> [T::Ref<'_>; N] {
        value.each_ref().map(T::lend)
    }
}
