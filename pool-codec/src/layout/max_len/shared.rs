//! Counted texts and byte strings whose field sets a bound: `#[frame(max_len = N)]` on `Arc<str>`.

use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

use crate::codec::prefix::{prefix, write_checked_prefix};
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::layout::max_bytes::read;
use crate::layout::{MaxBytes, MaxLen};
use crate::wire::read_text;

/// The size and the alignment of each of the two counts before the content.
pub(super) const COUNT: usize = size_of::<usize>();

/// Adds the rest of the block to the schema of a content of at most `max` bytes.
const fn counted(content: Schema, max: usize) -> Schema {
    let largest = match max.saturating_add(2 * COUNT).checked_next_multiple_of(COUNT) {
        Some(largest) => largest,
        None => usize::MAX,
    };
    // The counts, and the bytes after the content.
    let overhead = 3 * COUNT;
    content
        .with_blocks(largest.saturating_sub(max), overhead, overhead.div_ceil(content.min_size()))
        .replaced()
}

macro_rules! shared {
    ($pointer:ident) => {
        impl<L: Layout, const N: usize> Encode<L> for MaxLen<$pointer<str>, N> {
            type Value = $pointer<str>;
            const ENCODING: &'static Schema =
                &counted(Schema::text(N, prefix::<L>(N)).with_content(N), N);

            #[inline]
            fn encode_to<S: Sink>(value: &$pointer<str>, sink: &mut S) -> Result<(), S::Error> {
                write_checked_prefix::<L, N, S>(value.len(), sink)?;
                sink.put(value.as_bytes())
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<$pointer<str>, N> {
            const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$pointer<str>, DecodeError> {
                Ok(read_text::<L, N>(decoder)?.as_str().into())
            }
        }

        impl<L: Layout, const N: usize> Borrow<L> for MaxLen<$pointer<str>, N> {
            type Ref<'decoder> = &'decoder str;

            #[inline]
            fn own(borrowed: &&str) -> $pointer<str> {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$pointer<str>) -> &str {
                value
            }
        }

        impl<L: Layout, const N: usize> Encode<L> for MaxBytes<$pointer<[u8]>, N> {
            type Value = $pointer<[u8]>;
            const ENCODING: &'static Schema =
                &counted(Schema::bytes(N, prefix::<L>(N)).with_content(N), N);

            #[inline]
            fn encode_to<S: Sink>(value: &$pointer<[u8]>, sink: &mut S) -> Result<(), S::Error> {
                write_checked_prefix::<L, N, S>(value.len(), sink)?;
                sink.put(value)
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L>
            for MaxBytes<$pointer<[u8]>, N>
        {
            const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$pointer<[u8]>, DecodeError> {
                read::<L, N>(decoder).map($pointer::from)
            }
        }

        impl<L: Layout, const N: usize> Borrow<L> for MaxBytes<$pointer<[u8]>, N> {
            type Ref<'decoder> = &'decoder [u8];

            #[inline]
            fn own(borrowed: &&[u8]) -> $pointer<[u8]> {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$pointer<[u8]>) -> &[u8] {
                value
            }
        }
    };
}
shared!(Rc);
#[cfg(target_has_atomic = "ptr")]
shared!(Arc);
