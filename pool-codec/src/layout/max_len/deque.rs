//! Queues and heaps whose field sets a bound: `#[frame(max_len = N)]` on `VecDeque<T>`.

use alloc::collections::{BinaryHeap, VecDeque};
use alloc::vec::Vec;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::MaxLen;
use crate::wire::seq::items;
use crate::wire::{EntriesRef, write_entries};

impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for MaxLen<VecDeque<T>, N> {
    type Value = VecDeque<T::Value>;
    const ENCODING: &'static Schema = &items::schema::<T, L, N>();

    #[inline]
    fn encode_to<S: Sink>(value: &VecDeque<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        write_entries::<VecDeque<T>, L, N, S>(value, sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
    for MaxLen<VecDeque<T>, N>
{
    const FACTS: Facts = T::FACTS.prefixed::<L>();
    const BLANK: Option<Blank<VecDeque<T::Value>>> = Some(Blank::new(VecDeque::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<VecDeque<T::Value>, DecodeError> {
        items::read::<T, L, N>(decoder).map(VecDeque::from)
    }

    #[inline]
    fn refill_from(
        value: &mut VecDeque<T::Value>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        // Both conversions keep the block.
        let mut elements = Vec::from(core::mem::take(value));
        let refilled = items::refill::<T, L, N>(&mut elements, decoder);
        *value = elements.into();
        refilled
    }
}

impl<T, L: Layout, const N: usize> Borrow<L> for MaxLen<VecDeque<T>, N>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = EntriesRef<'decoder, VecDeque<T>, N, L>;

    #[inline]
    fn own(borrowed: &EntriesRef<'_, VecDeque<T>, N, L>) -> VecDeque<T> {
        borrowed.to_collection()
    }

    #[inline]
    fn lend(value: &VecDeque<T>) -> EntriesRef<'_, VecDeque<T>, N, L> {
        EntriesRef::new(value)
    }
}

/// The elements of a heap are in the order in which the heap keeps them. A heap has no borrowed form: its elements would be
/// in the order of the input, which is another one unless a heap wrote it.
impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for MaxLen<BinaryHeap<T>, N> {
    type Value = BinaryHeap<T::Value>;
    const ENCODING: &'static Schema = &items::schema::<T, L, N>();

    #[inline]
    fn encode_to<S: Sink>(value: &BinaryHeap<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        items::write::<T, L, N, S>(value.as_slice(), sink)
    }
}

impl<'decoder, T, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<BinaryHeap<T>, N>
where
    T: Decode<'decoder, L> + Encode<L, Value: Ord>,
{
    // Other orders of the elements are the same heap.
    const FACTS: Facts = Facts::NONE;

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<BinaryHeap<T::Value>, DecodeError> {
        items::read::<T, L, N>(decoder).map(BinaryHeap::from)
    }

    #[inline]
    fn refill_from(
        value: &mut BinaryHeap<T::Value>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        let mut elements = core::mem::take(value).into_vec();
        let refilled = items::refill::<T, L, N>(&mut elements, decoder);
        *value = elements.into();
        refilled
    }
}
