//! Fields in a layout of their own: `#[frame(layout = L)]` or `#[frame(endian = big)]` on a field.

use core::marker::PhantomData;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};

/// The encoding of `T` in the layout `M`, whatever layout surrounds it.
///
/// ```
/// use pool_codec::Encoder;
/// use pool_codec::layout::{Encode, In, Leb128, Own};
///
/// let mut out = [0; 4];
/// <(u16, In<u32, Leb128>) as Encode<Own>>::encode_to(&(1, 300), &mut Encoder::new(&mut out)).unwrap();
/// assert_eq!(out, [1, 0, 0xAC, 0x02]);
/// ```
#[derive(Debug)]
pub struct In<T, M>(PhantomData<(T, M)>);

impl<T: Encode<M>, M: Layout, L: Layout> Encode<L> for In<T, M> {
    type Value = T::Value;
    const ENCODING: &'static Schema = &T::ENCODING.with_layout::<M>();

    #[inline(always)]
    fn encode_to<S: Sink>(value: &T::Value, sink: &mut S) -> Result<(), S::Error> {
        T::encode_to(value, sink)
    }
}

impl<'decoder, T: Decode<'decoder, M>, M: Layout, L: Layout> Decode<'decoder, L> for In<T, M> {
    const FACTS: Facts = T::FACTS;
    const BLANK: Option<Blank<T::Value>> = T::BLANK;

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T::Value, DecodeError> {
        T::decode_from(decoder)
    }

    #[inline]
    fn refill_from(
        value: &mut T::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        T::refill_from(value, decoder)
    }
}

impl<T: Borrow<M>, M: Layout, L: Layout> Borrow<L> for In<T, M> {
    type Ref<'decoder> = T::Ref<'decoder>;

    #[inline]
    fn own(borrowed: &T::Ref<'_>) -> T::Value {
        T::own(borrowed)
    }

    #[inline]
    fn lend(value: &T::Value) -> T::Ref<'_> {
        T::lend(value)
    }
}
