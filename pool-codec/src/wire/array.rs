//! Arrays: `N` elements, no prefix (WIRE.md section 4).

use alloc::vec::Vec;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::layout::{
    BorrowAs, DecodeAs, EncodeAs, LenPrefix, Nested, OwnLayout, Prefixed, WireAs, container,
};
use crate::private::ArrayElement;
use crate::wire::{Wire, ZeroCopy};

container!([T; N], [], [T, const N: usize], [T]);

impl<T, L: WireAs<T>, const N: usize> WireAs<[T; N]> for Nested<L> {
    const MIN_SIZE: usize = L::MIN_SIZE.saturating_mul(N);
    const MAX_SIZE: usize = L::MAX_SIZE.saturating_mul(N);
    const MAX_HEAP: usize = L::MAX_HEAP.saturating_mul(N);
    const MAX_OVERHEAD: usize = L::MAX_OVERHEAD.saturating_mul(N);
    const HEAP_PER_BYTE: usize = L::HEAP_PER_BYTE;
    const PLAIN: bool = L::PLAIN;
    const SCHEMA: &'static Schema = &Schema::Array { len: N, element: L::SCHEMA };
}

impl<T, L: EncodeAs<T>, const N: usize> EncodeAs<[T; N]> for Nested<L> {
    #[inline]
    fn encoded_len(value: &[T; N]) -> usize {
        L::items_len(value)
    }

    #[inline]
    fn encode(value: &[T; N], encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        L::encode_items(value, encoder)
    }

    #[inline]
    fn encode_items(items: &[[T; N]], encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        L::encode_items(items.as_flattened(), encoder)
    }
}

impl<'decoder, T, L: DecodeAs<'decoder, T>, const N: usize> DecodeAs<'decoder, [T; N]>
    for Nested<L>
{
    #[inline(always)]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<[T; N], DecodeError> {
        L::decode_array(decoder)
    }

    #[inline]
    fn refill(value: &mut [T; N], decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        if L::MAX_HEAP == 0 {
            *value = L::decode_array(decoder)?;
            return Ok(());
        }
        value.iter_mut().try_for_each(|item| L::refill(item, decoder))
    }

    #[inline]
    fn decode_items(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        values: &mut Vec<[T; N]>,
    ) -> Result<(), DecodeError> {
        L::decode_arrays(decoder, count, values)
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

impl<const N: usize> OwnLayout for &[u8; N] {}

impl<const N: usize> ZeroCopy for [u8; N] {
    type Ref<'decoder> = &'decoder [u8; N];

    #[inline]
    fn from_borrowed(borrowed: &&[u8; N]) -> Self {
        **borrowed
    }

    #[inline]
    fn as_borrowed(&self) -> &[u8; N] {
        self
    }
}

impl<P: LenPrefix, const N: usize> BorrowAs<[u8; N]> for Prefixed<P> {
    type Ref<'decoder> = &'decoder [u8; N];

    #[inline]
    fn from_borrowed(borrowed: &&[u8; N]) -> [u8; N] {
        **borrowed
    }

    #[inline]
    fn as_borrowed(value: &[u8; N]) -> &[u8; N] {
        value
    }
}

impl<const N: usize> ArrayElement for [u8; N] {}

impl<T: ArrayElement + ZeroCopy, const N: usize> ArrayElement for [T; N] {}

impl<T: ArrayElement + ZeroCopy, const N: usize> ZeroCopy for [T; N] {
    type Ref<'decoder> = [T::Ref<'decoder>; N];

    #[inline]
    fn from_borrowed(borrowed: &Self::Ref<'_>) -> Self {
        borrowed.each_ref().map(T::from_borrowed)
    }

    #[inline]
    fn as_borrowed(&self) -> Self::Ref<'_> {
        self.each_ref().map(T::as_borrowed)
    }
}

impl<T: ArrayElement, P: LenPrefix, const N: usize> BorrowAs<[T; N]> for Prefixed<P>
where
    Self: BorrowAs<T>,
{
    type Ref<'decoder> = [<Self as BorrowAs<T>>::Ref<'decoder>; N];

    #[inline]
    fn from_borrowed(borrowed: &<Self as BorrowAs<[T; N]>>::Ref<'_>) -> [T; N] {
        borrowed.each_ref().map(<Self as BorrowAs<T>>::from_borrowed)
    }

    #[inline]
    fn as_borrowed(value: &[T; N]) -> <Self as BorrowAs<[T; N]>>::Ref<'_> {
        value.each_ref().map(<Self as BorrowAs<T>>::as_borrowed)
    }
}
