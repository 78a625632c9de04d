//! A count and the elements after it, for `Seq<T, N>`, its borrowed form, and standard vectors with a bound.

use alloc::vec::Vec;

use pool_core::__private::keeps;

use crate::codec::prefix::{prefix, read_prefix, write_checked_prefix};
use crate::codec::schema::KEPT_ELEMENTS;
use crate::codec::slots;
use crate::codec::{Decode, DecodeError, Decoder, Encode, Layout, Schema, Sink};

/// Returns the schema of a count and at most `MAX` elements in a vector.
#[track_caller]
pub(crate) const fn schema<T: Encode<L>, L: Layout, const MAX: usize>() -> Schema {
    Schema::seq(T::ENCODING, MAX, prefix::<L>(MAX), size_of::<T::Value>())
}

/// Writes the count and the elements. A writer refuses more than `MAX` of them.
#[inline(always)]
pub(crate) fn write<T: Encode<L>, L: Layout, const MAX: usize, S: Sink>(
    items: &[T::Value],
    sink: &mut S,
) -> Result<(), S::Error> {
    write_checked_prefix::<L, MAX, S>(items.len(), sink)?;
    T::encode_items(items, sink)
}

/// Reads the count and checks that the input can hold that many elements, before anything is reserved.
#[inline(always)]
pub(crate) fn read_count<T: Encode<L>, L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    // Evaluates the compile-time checks of the element.
    const {
        let _ = schema::<T, L, MAX>();
    };
    let count = read_prefix::<L, MAX>(decoder)?;
    let needed = count.saturating_mul(const { T::ENCODING.min_size() });
    if needed > decoder.rest().len() {
        return Err(decoder.unexpected_end(needed));
    }
    Ok(count)
}

/// Reads a count and the elements.
#[inline(always)]
pub(crate) fn read<'decoder, T: Decode<'decoder, L>, L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<Vec<T::Value>, DecodeError> {
    let count = read_count::<T, L, MAX>(decoder)?;
    let mut elements = Vec::with_capacity(count);
    slots::extend(&mut elements, count, |slots| T::decode_slots(decoder, slots))?;
    Ok(elements)
}

/// Replaces `elements` by the decoded ones, and reuses their block.
///
/// A few elements are refilled. Many are dropped first: if each kept a block, a peer could make a value hold many
/// blocks that are almost empty.
#[inline]
pub(crate) fn refill<'decoder, T: Decode<'decoder, L>, L: Layout, const MAX: usize>(
    elements: &mut Vec<T::Value>,
    decoder: &mut Decoder<'decoder>,
) -> Result<(), DecodeError> {
    let count = read_count::<T, L, MAX>(decoder)?;
    let size = size_of::<T::Value>();
    let (block, heap) = (elements.capacity(), const { T::ENCODING.max_heap() });
    // A block of more than `MAX` elements comes from the user, and exceeds the bound of the message.
    let fits = (count..=MAX).contains(&block);
    if !fits || !keeps(block.saturating_mul(size), count.saturating_mul(size)) {
        // The old block is released before a new one is taken.
        *elements = Vec::new();
    } else if heap == 0 || heap.saturating_mul(count) > KEPT_ELEMENTS {
        elements.clear();
    } else {
        elements.truncate(count);
        elements.iter_mut().try_for_each(|element| T::refill_from(element, decoder))?;
    }
    let missing = count.saturating_sub(elements.len());
    slots::extend(elements, missing, |slots| T::decode_slots(decoder, slots))
}
