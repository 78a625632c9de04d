//! Vectors and texts of a fixed capacity, which is their bound. They have the bytes of `Seq` and `Str`, and no heap memory
//! (WIRE.md sections 3 and 4).

use arrayvec::{ArrayString, ArrayVec};

use crate::codec::borrow::ArrayElement;
use crate::codec::prefix::{prefix, write_prefix};
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::wire::seq::items;
use crate::wire::{SeqRef, StrRef, read_text};

impl<T: Encode<L>, L: Layout, const CAP: usize> Encode<L> for ArrayVec<T, CAP> {
    type Value = ArrayVec<T::Value, CAP>;
    const ENCODING: &'static Schema =
        &Schema::seq(T::ENCODING, CAP, prefix::<L>(CAP), 0).with_blocks(0, 0, 0).replaced();

    #[inline]
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        items::write::<T, L, CAP, S>(value, sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const CAP: usize> Decode<'decoder, L>
    for ArrayVec<T, CAP>
{
    const FACTS: Facts = T::FACTS.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
        let count = items::read_count::<T, L, CAP>(decoder)?;
        let mut elements = ArrayVec::new();
        for _ in 0..count {
            let element = T::decode_from(decoder)?;
            // The count was checked, so there is room.
            let _ = elements.try_push(element);
        }
        Ok(elements)
    }
}

impl<T, L: Layout, const CAP: usize> Borrow<L> for ArrayVec<T, CAP>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = SeqRef<'decoder, T, CAP, L>;

    /// Elements above the capacity, which no input decodes to, are left out.
    #[inline]
    fn own(borrowed: &SeqRef<'_, T, CAP, L>) -> ArrayVec<T, CAP> {
        let mut elements = ArrayVec::new();
        borrowed.for_each_owned(|element| {
            let _ = elements.try_push(element);
        });
        elements
    }

    #[inline]
    fn lend(value: &ArrayVec<T, CAP>) -> SeqRef<'_, T, CAP, L> {
        SeqRef::from_slice(value)
    }
}

impl<T, const CAP: usize> ArrayElement for ArrayVec<T, CAP> {}

impl<L: Layout, const CAP: usize> Encode<L> for ArrayString<CAP> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::text(CAP, prefix::<L>(CAP));

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        write_prefix::<L, CAP, S>(value.len(), sink)?;
        sink.put(value.as_bytes())
    }
}

impl<'decoder, L: Layout, const CAP: usize> Decode<'decoder, L> for ArrayString<CAP> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let text = read_text::<L, CAP>(decoder)?;
        // The length was checked, so there is room.
        Ok(Self::from(text.as_str()).unwrap_or_default())
    }
}

impl<L: Layout, const CAP: usize> Borrow<L> for ArrayString<CAP> {
    type Ref<'decoder> = StrRef<'decoder, CAP>;

    #[inline]
    fn own(borrowed: &StrRef<'_, CAP>) -> Self {
        Self::from(borrowed.as_str()).unwrap_or_default()
    }

    #[inline]
    fn lend(value: &Self) -> StrRef<'_, CAP> {
        StrRef::new(value).unwrap_or_default()
    }
}

impl<const CAP: usize> ArrayElement for ArrayString<CAP> {}
