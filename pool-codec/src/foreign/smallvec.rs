//! Small vectors, which have the bytes of a `Vec<T>` (WIRE.md section 4).

use smallvec::SmallVec;

use crate::codec::prefix::prefix;
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::layout::MaxLen;
use crate::wire::SeqRef;
use crate::wire::seq::items;

impl<T, L: Layout, const K: usize, const N: usize> Encode<L> for MaxLen<SmallVec<[T; K]>, N>
where
    T: Encode<L>,
{
    type Value = SmallVec<[T::Value; K]>;
    const ENCODING: &'static Schema = &{
        // Up to `K` elements are inside of the vector.
        let block = if N <= K { 0 } else { size_of::<T::Value>() };
        Schema::seq(T::ENCODING, N, prefix::<L>(N), block).with_blocks(0, 0, 0).replaced()
    };

    #[inline]
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        items::write::<T, L, N, S>(value, sink)
    }
}

impl<'decoder, T, L: Layout, const K: usize, const N: usize> Decode<'decoder, L>
    for MaxLen<SmallVec<[T; K]>, N>
where
    T: Decode<'decoder, L>,
{
    const FACTS: Facts = T::FACTS.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
        let count = items::read_count::<T, L, N>(decoder)?;
        let mut elements = SmallVec::with_capacity(count);
        for _ in 0..count {
            elements.push(T::decode_from(decoder)?);
        }
        Ok(elements)
    }
}

impl<T, L: Layout, const K: usize, const N: usize> Borrow<L> for MaxLen<SmallVec<[T; K]>, N>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = SeqRef<'decoder, T, N, L>;

    #[inline]
    fn own(borrowed: &SeqRef<'_, T, N, L>) -> SmallVec<[T; K]> {
        let mut elements = SmallVec::with_capacity(borrowed.len());
        borrowed.for_each_owned(|element| elements.push(element));
        elements
    }

    #[inline]
    fn lend(value: &SmallVec<[T; K]>) -> SeqRef<'_, T, N, L> {
        SeqRef::from_slice(value)
    }
}
