//! Standard vectors whose field sets a bound: `#[frame(max_len = N)]` on `Vec<T>`.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::MaxLen;
use crate::wire::SeqRef;
use crate::wire::seq::items;

/// Implements `Encode` and `Borrow`, which are the same for vectors and boxed slices.
macro_rules! items {
    ($($owned:ident: $ty:ty, $value:ty;)*) => {$(
        impl<$owned: Encode<L>, L: Layout, const N: usize> Encode<L> for MaxLen<$ty, N> {
            type Value = $value;
            const ENCODING: &'static Schema = &items::schema::<$owned, L, N>();

            #[inline(always)]
            fn encode_to<S: Sink>(value: &$value, sink: &mut S) -> Result<(), S::Error> {
                items::write::<$owned, L, N, S>(value, sink)
            }
        }

        impl<$owned, L: Layout, const N: usize> Borrow<L> for MaxLen<$ty, N>
        where
            $owned: Borrow<L, Value = $owned> + for<'decoder> Decode<'decoder, L> + 'static,
        {
            type Ref<'decoder> = SeqRef<'decoder, $owned, N, L>;

            #[inline]
            fn own(borrowed: &SeqRef<'_, $owned, N, L>) -> $ty {
                borrowed.to_vec().into()
            }

            #[inline]
            fn lend(value: &$ty) -> SeqRef<'_, $owned, N, L> {
                SeqRef::from_slice(value)
            }
        }
    )*};
}
items! {
    T: Vec<T>, Vec<T::Value>;
    T: Box<[T]>, Box<[T::Value]>;
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
    for MaxLen<Vec<T>, N>
{
    const FACTS: Facts = T::FACTS.prefixed::<L>();
    const BLANK: Option<Blank<Vec<T::Value>>> = Some(Blank::new(Vec::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Vec<T::Value>, DecodeError> {
        items::read::<T, L, N>(decoder)
    }

    #[inline]
    fn refill_from(
        value: &mut Vec<T::Value>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        items::refill::<T, L, N>(value, decoder)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
    for MaxLen<Box<[T]>, N>
{
    const FACTS: Facts = T::FACTS.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Box<[T::Value]>, DecodeError> {
        items::read::<T, L, N>(decoder).map(Vec::into_boxed_slice)
    }

    #[inline]
    fn refill_from(
        value: &mut Box<[T::Value]>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        // The block is kept if the count is the same as before. A box has no spare capacity, and an allocator may take
        // a second block to shrink one.
        if items::read_count::<T, L, N>(&mut decoder.clone())? != value.len() {
            *value = Box::default();
        }
        let mut elements = core::mem::take(value).into_vec();
        items::refill::<T, L, N>(&mut elements, decoder)?;
        *value = elements.into_boxed_slice();
        Ok(())
    }
}
