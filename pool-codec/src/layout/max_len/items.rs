//! Elements behind a count: `Vec<T>` and `Box<[T]>` with a bound, and the functions that `Seq<T, N>` and its
//! borrowed form share with them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use pool_core::__private::keeps;

use crate::Schema;
use crate::const_fmt::fail;
use crate::decode::Decoder;
use crate::encode::Encoder;
use crate::error::{DecodeError, EncodeError};
use crate::layout::max_len::check_bound;
use crate::layout::{
    BorrowAs, DecodeAs, EncodeAs, Layout, MaxLen, WireAs, prefix_width, read_prefix, same_wire,
    write_prefix,
};
use crate::sizes::check_element;
use crate::wire::SeqRef;

impl<T, L: Layout + WireAs<T>, const N: usize> WireAs<Vec<T>> for MaxLen<N, L> {
    const MIN_SIZE: usize = {
        // Otherwise a few bytes could declare any number of elements, and the work to go with them.
        if L::MIN_SIZE == 0 {
            fail(&[
                "the elements of a sequence take at least one byte each\nhelp: send their number, if that is all \
                 there is to know",
            ]);
        }
        prefix_width::<L::Len>(N)
    };
    const MAX_SIZE: usize = prefix_width::<L::Len>(N).saturating_add(L::MAX_SIZE.saturating_mul(N));
    const MAX_HEAP: usize = size_of::<T>().saturating_add(L::MAX_HEAP).saturating_mul(N);
    const MAX_OVERHEAD: usize = size_of::<T>().saturating_add(L::MAX_OVERHEAD).saturating_mul(N);
    const HEAP_PER_BYTE: usize = match L::MIN_SIZE {
        // Refused by `MIN_SIZE`; once is enough.
        0 => usize::MAX,
        min => size_of::<T>().div_ceil(min).saturating_add(L::HEAP_PER_BYTE),
    };
    const SCHEMA: &'static Schema = {
        check_element(L::SCHEMA);
        &Schema::Seq { max: N, prefix: prefix_width::<L::Len>(N), element: L::SCHEMA }
    };
}

impl<T, L: Layout + WireAs<T>, const N: usize> WireAs<Box<[T]>> for MaxLen<N, L> {
    same_wire!(Self, Vec<T>);
}

/// The encoded length of a count and the elements.
#[inline]
pub(crate) fn items_len<T, L: Layout + EncodeAs<T>, const N: usize>(items: &[T]) -> usize {
    <MaxLen<N, L> as WireAs<Vec<T>>>::MIN_SIZE.saturating_add(L::items_len(items))
}

/// Writes a count and the elements, of which there are at most `N`.
#[inline]
pub(crate) fn write_items<T, L: Layout + EncodeAs<T>, const N: usize>(
    items: &[T],
    encoder: &mut Encoder<'_>,
) -> Result<(), EncodeError> {
    write_prefix::<L::Len, N>(items.len(), encoder)?;
    L::encode_items(items, encoder)
}

/// Reads the count and checks that the input can hold so many elements, before anything is reserved.
#[inline(always)]
pub(crate) fn read_count<T, L: Layout + WireAs<T>, const N: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    // Forces the checks of the element.
    const {
        let _ = <MaxLen<N, L> as WireAs<Vec<T>>>::MIN_SIZE;
        let _ = <MaxLen<N, L> as WireAs<Vec<T>>>::SCHEMA;
    };
    let count = read_prefix::<L::Len, N>(decoder)?;
    let needed = count.saturating_mul(L::MIN_SIZE);
    if needed > decoder.rest().len() {
        return Err(decoder.unexpected_end(needed));
    }
    Ok(count)
}

/// Reads a count and the elements.
#[inline(always)]
pub(crate) fn read_vec<'decoder, T, L: Layout + DecodeAs<'decoder, T>, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<Vec<T>, DecodeError> {
    let count = read_count::<T, L, N>(decoder)?;
    let mut elements = Vec::with_capacity(count);
    L::decode_items(decoder, count, &mut elements)?;
    Ok(elements)
}

/// Replaces `elements` by the decoded ones, reusing its heap blocks and those of its elements.
#[inline]
pub(crate) fn refill_vec<'decoder, T, L: Layout + DecodeAs<'decoder, T>, const N: usize>(
    elements: &mut Vec<T>,
    decoder: &mut Decoder<'decoder>,
) -> Result<(), DecodeError> {
    let count = read_count::<T, L, N>(decoder)?;
    if L::MAX_HEAP == 0 {
        elements.clear();
    } else {
        elements.truncate(count);
        elements.iter_mut().try_for_each(|element| L::refill(element, decoder))?;
    }
    if !keeps(
        elements.capacity().saturating_mul(size_of::<T>()),
        count.saturating_mul(size_of::<T>()),
    ) {
        elements.shrink_to(count);
    }
    let missing = count.saturating_sub(elements.len());
    elements.reserve_exact(missing);
    L::decode_items(decoder, missing, elements)
}

impl<T, L: Layout + EncodeAs<T>, const N: usize> EncodeAs<Vec<T>> for MaxLen<N, L> {
    #[inline(always)]
    fn encoded_len(value: &Vec<T>) -> usize {
        items_len::<T, L, N>(value)
    }

    #[inline(always)]
    fn encode(value: &Vec<T>, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        check_bound::<N>(value.len())?;
        write_items::<T, L, N>(value, encoder)
    }
}

impl<T, L: Layout + EncodeAs<T>, const N: usize> EncodeAs<Box<[T]>> for MaxLen<N, L> {
    #[inline(always)]
    fn encoded_len(value: &Box<[T]>) -> usize {
        items_len::<T, L, N>(value)
    }

    #[inline(always)]
    fn encode(value: &Box<[T]>, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        check_bound::<N>(value.len())?;
        write_items::<T, L, N>(value, encoder)
    }
}

impl<'decoder, T, L, const N: usize> DecodeAs<'decoder, Vec<T>> for MaxLen<N, L>
where
    L: Layout + DecodeAs<'decoder, T>,
{
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Vec<T>, DecodeError> {
        read_vec::<T, L, N>(decoder)
    }

    #[inline]
    fn refill(value: &mut Vec<T>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        refill_vec::<T, L, N>(value, decoder)
    }
}

impl<'decoder, T, L, const N: usize> DecodeAs<'decoder, Box<[T]>> for MaxLen<N, L>
where
    L: Layout + DecodeAs<'decoder, T>,
{
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Box<[T]>, DecodeError> {
        read_vec::<T, L, N>(decoder).map(Vec::into_boxed_slice)
    }

    #[inline]
    fn refill(value: &mut Box<[T]>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        // Keeps its block where the count is as before; a box has no room to spare.
        let mut elements = core::mem::take(value).into_vec();
        let refilled = refill_vec::<T, L, N>(&mut elements, decoder);
        *value = elements.into_boxed_slice();
        refilled
    }
}

impl<T: 'static, L, const N: usize> BorrowAs<Vec<T>> for MaxLen<N, L>
where
    L: Layout + BorrowAs<T> + for<'decoder> DecodeAs<'decoder, T>,
{
    type Ref<'decoder> = SeqRef<'decoder, T, N, L>;

    #[inline]
    fn from_borrowed(borrowed: &SeqRef<'_, T, N, L>) -> Vec<T> {
        borrowed.to_vec()
    }

    #[inline]
    fn as_borrowed(value: &Vec<T>) -> SeqRef<'_, T, N, L> {
        SeqRef::from_slice(value)
    }
}

impl<T: 'static, L, const N: usize> BorrowAs<Box<[T]>> for MaxLen<N, L>
where
    L: Layout + BorrowAs<T> + for<'decoder> DecodeAs<'decoder, T>,
{
    type Ref<'decoder> = SeqRef<'decoder, T, N, L>;

    #[inline]
    fn from_borrowed(borrowed: &SeqRef<'_, T, N, L>) -> Box<[T]> {
        borrowed.to_vec().into_boxed_slice()
    }

    #[inline]
    fn as_borrowed(value: &Box<[T]>) -> SeqRef<'_, T, N, L> {
        SeqRef::from_slice(value)
    }
}
