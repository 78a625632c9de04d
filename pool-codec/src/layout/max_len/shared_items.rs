//! Counted slices whose field sets a bound: `#[frame(max_len = N)]` on `Arc<[T]>`.

use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

use super::shared::COUNT;
use crate::codec::prefix::prefix;
use crate::codec::slots;
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::layout::MaxLen;
use crate::wire::SeqRef;
use crate::wire::seq::items;

/// Returns the length of the block of `count` elements of type `T`: two counts, and the elements where they are aligned.
const fn block<T>(count: usize) -> usize {
    let align = if align_of::<T>() > COUNT { align_of::<T>() } else { COUNT };
    let counts = (2 * COUNT).next_multiple_of(align);
    let elements = size_of::<T>().saturating_mul(count);
    match counts.saturating_add(elements).checked_next_multiple_of(align) {
        Some(block) => block,
        None => usize::MAX,
    }
}

/// Returns the schema of a counted slice of at most `N` elements.
#[track_caller]
const fn schema<T: Encode<L>, L: Layout, const N: usize>() -> Schema {
    let prefix = prefix::<L>(N);
    let size = size_of::<T::Value>();
    let largest = block::<T::Value>(N).saturating_sub(size.saturating_mul(N));
    // The counts, and the bytes after the elements, if those of one do not fill the last word.
    let overhead = block::<T::Value>(0).saturating_add(COUNT);
    let elements = Schema::seq(T::ENCODING, N, prefix, size);
    let min = elements.min_size();
    elements.with_blocks(largest, overhead, overhead.div_ceil(min)).replaced()
}

macro_rules! shared {
    ($pointer:ident, $slice:path, $to_shared:ident) => {
        impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for MaxLen<$pointer<[T]>, N> {
            type Value = $pointer<[T::Value]>;
            const ENCODING: &'static Schema = &schema::<T, L, N>();

            #[inline]
            fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
                items::write::<T, L, N, S>(value, sink)
            }
        }

        impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
            for MaxLen<$pointer<[T]>, N>
        {
            const FACTS: Facts = T::FACTS.prefixed::<L>();

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
                let count = items::read_count::<T, L, N>(decoder)?;
                let start = *decoder;
                $slice(
                    count,
                    |slots| T::decode_slots(decoder, slots),
                    || start.unexpected_end(count),
                )
            }
        }

        impl<T, L: Layout, const N: usize> Borrow<L> for MaxLen<$pointer<[T]>, N>
        where
            T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
        {
            type Ref<'decoder> = SeqRef<'decoder, T, N, L>;

            #[inline]
            fn own(borrowed: &SeqRef<'_, T, N, L>) -> $pointer<[T]> {
                borrowed.$to_shared()
            }

            #[inline]
            fn lend(value: &$pointer<[T]>) -> SeqRef<'_, T, N, L> {
                SeqRef::from_slice(value)
            }
        }
    };
}
shared!(Rc, slots::rc_slice, to_rc);
#[cfg(target_has_atomic = "ptr")]
shared!(Arc, slots::arc_slice, to_arc);
