//! Boxes, which are encoded as the value inside (WIRE.md section 6).

use alloc::boxed::Box;

use crate::codec::borrow::ArrayElement;
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};

impl<T: Encode<L>, L: Layout> Encode<L> for Box<T> {
    type Value = Box<T::Value>;
    const ENCODING: &'static Schema = &T::ENCODING.boxed(size_of::<T::Value>());

    #[inline]
    fn encode_to<S: Sink>(value: &Box<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        T::encode_to(value, sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for Box<T> {
    const FACTS: Facts = T::FACTS;

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Box<T::Value>, DecodeError> {
        T::decode_boxed(decoder)
    }

    #[inline]
    fn refill_from(
        value: &mut Box<T::Value>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        T::refill_boxed(value, decoder)
    }
}

/// The borrowed form of a box is that of its value, and needs no heap block. The derive makes an exception for arrays,
/// see [`ArrayRef`](crate::ArrayRef).
impl<T: Borrow<L>, L: Layout> Borrow<L> for Box<T> {
    type Ref<'decoder> = T::Ref<'decoder>;

    #[inline]
    fn own(borrowed: &T::Ref<'_>) -> Box<T::Value> {
        Box::new(T::own(borrowed))
    }

    #[inline]
    fn lend(value: &Box<T::Value>) -> T::Ref<'_> {
        T::lend(value)
    }
}

impl<T> ArrayElement for Box<T> {}

/// Makes an array in a box, without the array on the stack. The derive calls it for defaults.
#[must_use]
pub fn boxed_array<T, const N: usize>(element: impl FnMut(usize) -> T) -> Box<[T; N]> {
    let elements: Box<[T]> = (0..N).map(element).collect();
    match elements.try_into() {
        Ok(array) => array,
        Err(_) => unreachable!("the range has the length of the array"),
    }
}
