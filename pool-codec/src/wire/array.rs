//! Arrays: `N` elements, no prefix (WIRE.md section 4).

use alloc::vec::Vec;

use crate::Schema;
use crate::decode::{Decodable, Decoder};
use crate::encode::{Encodable, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, ZeroCopy};

impl<T: Wire, const N: usize> Wire for [T; N] {
    const MIN_SIZE: usize = T::MIN_SIZE.saturating_mul(N);
    const MAX_SIZE: usize = T::MAX_SIZE.saturating_mul(N);
    const MAX_HEAP: usize = T::MAX_HEAP.saturating_mul(N);
    const MAX_OVERHEAD: usize = T::MAX_OVERHEAD.saturating_mul(N);
    const HEAP_PER_BYTE: usize = T::HEAP_PER_BYTE;
    const PLAIN: bool = T::PLAIN;
    const SCHEMA: &'static Schema = &Schema::Array { len: N, element: T::SCHEMA };
}

impl<T: Encodable, const N: usize> Encodable for [T; N] {
    #[inline]
    fn encoded_len(&self) -> usize {
        T::encoded_items_len(self)
    }

    #[inline]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        T::encode_items(self, encoder)
    }

    #[inline]
    fn encode_items(items: &[Self], encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        T::encode_items(items.as_flattened(), encoder)
    }
}

impl<'decoder, T: Decodable<'decoder>, const N: usize> Decodable<'decoder> for [T; N] {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        T::decode_array(decoder)
    }

    #[inline]
    fn decode_items(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        values: &mut Vec<Self>,
    ) -> Result<(), DecodeError> {
        T::decode_arrays(decoder, count, values)
    }

    #[inline]
    fn refill_from(&mut self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        if T::MAX_HEAP == 0 {
            *self = Self::decode_from(decoder)?;
            return Ok(());
        }
        self.iter_mut().try_for_each(|item| item.refill_from(decoder))
    }
}

impl<const N: usize> Wire for &[u8; N] {
    const MIN_SIZE: usize = N;
    const MAX_SIZE: usize = N;
    const MAX_HEAP: usize = 0;
    const PLAIN: bool = true;
    const SCHEMA: &'static Schema = <[u8; N]>::SCHEMA;
}

impl<const N: usize> Encodable for &[u8; N] {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        N
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        encoder.put_array(self)
    }
}

impl<'decoder, const N: usize> Decodable<'decoder> for &'decoder [u8; N] {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        decoder.take_array()
    }
}

impl<const N: usize> ZeroCopy for [u8; N] {
    type Ref<'decoder> = &'decoder [u8; N];

    #[inline]
    fn from_borrowed(borrowed: &&[u8; N]) -> Self {
        **borrowed
    }
}

impl<const N: usize> ArrayElement for [u8; N] {}

impl<T: ArrayElement + ZeroCopy, const N: usize> ArrayElement for [T; N] {}

impl<T: ArrayElement + ZeroCopy, const N: usize> ZeroCopy for [T; N] {
    type Ref<'decoder> = [T::Ref<'decoder>; N];

    #[inline]
    fn from_borrowed(borrowed: &Self::Ref<'_>) -> Self {
        core::array::from_fn(|index| match borrowed.get(index) {
            Some(item) => T::from_borrowed(item),
            None => unreachable!("`from_fn` gives indices below N"),
        })
    }
}
