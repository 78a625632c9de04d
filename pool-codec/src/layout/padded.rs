//! A value behind padding: `#[frame(align = 4)]` (WIRE.md section 13).

use core::marker::PhantomData;

use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Schema,
    Sink,
};

/// The encoding of a `T` behind `N` zero bytes. `#[frame(align = ..)]` computes `N` from the fields before it.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Own, Padded};
///
/// type Aligned = (u8, Padded<u32, 3>);
/// let decode = |bytes| <Aligned as Decode<'_, Own>>::decode_from(&mut Decoder::new(bytes));
/// assert_eq!(decode(&[7, 0, 0, 0, 1, 0, 0, 0]).unwrap(), (7, 1));
/// assert!(decode(&[7, 0, 9, 0, 1, 0, 0, 0]).is_err());
/// ```
#[derive(Debug)]
pub struct Padded<T, const N: usize>(PhantomData<T>);

/// A field before one with `align`: its name, its own alignment, and its encoding without padding.
#[doc(hidden)]
pub type Before = (&'static str, usize, &'static Schema);

/// Returns the number of bytes between the fields `before` and a field that begins at a multiple of `align`.
///
/// # Panics
///
/// Panics at compile time if a field before varies in length, or if `align` is not a power of two of at most 64.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn padding(align: usize, before: &[Before]) -> usize {
    let (mut rest, mut offset) = (before, 0_usize);
    while let [(name, align, schema), tail @ ..] = rest {
        let Some(size) = schema.fixed_size() else {
            fail(&[
                "the offset of this field is unknown, because `",
                name,
                "` before it varies in length\nhelp: move it before `",
                name,
                "`, or remove `align`",
            ]);
        };
        offset = offset.saturating_add(to_multiple(offset, *align)).saturating_add(size);
        rest = tail;
    }
    to_multiple(offset, align)
}

/// Returns the number of bytes from `offset` to the next multiple of `align`.
#[track_caller]
const fn to_multiple(offset: usize, align: usize) -> usize {
    if !align.is_power_of_two() || align > 64 {
        let align = Decimal::new(align);
        fail(&["`align` must be a power of two of at most 64, and is ", align.as_str()]);
    }
    offset.wrapping_neg() & align.saturating_sub(1)
}

impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for Padded<T, N> {
    type Value = T::Value;
    const ENCODING: &'static Schema = &Schema::padded(T::ENCODING, N);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &T::Value, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&[0; N])?;
        T::encode_to(value, sink)
    }
}

/// Reads the padding.
#[inline(always)]
fn skip<const N: usize>(decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
    let start = *decoder;
    if decoder.take_array::<N>()?.iter().all(|byte| *byte == 0) {
        return Ok(());
    }
    Err(start.error(DecodeErrorKind::InvalidValue { reason: "the padding is not zero" }))
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
    for Padded<T, N>
{
    const FACTS: Facts = if N == 0 { T::FACTS } else { T::FACTS.checked() };
    const BLANK: Option<Blank<T::Value>> = T::BLANK;

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T::Value, DecodeError> {
        skip::<N>(decoder)?;
        T::decode_from(decoder)
    }

    #[inline]
    fn refill_from(
        value: &mut T::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        skip::<N>(decoder)?;
        T::refill_from(value, decoder)
    }
}

impl<T: Borrow<L>, L: Layout, const N: usize> Borrow<L> for Padded<T, N> {
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
