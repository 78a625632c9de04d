//! Layouts that are the type's own.

use alloc::vec::Vec;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::layout::{BorrowAs, DecodeAs, EncodeAs, LenPrefix, Own, OwnLayout, Prefixed, WireAs};
use crate::wire::{Wire, ZeroCopy};

/// Forwards a layout to the traits of the type itself.
macro_rules! own_layout {
    ($layout:ty $(, $prefix:ident, $bound:ident)?) => {
        impl<T: Wire $(+ $bound)? $(, $prefix: LenPrefix)?> WireAs<T> for $layout {
            const MIN_SIZE: usize = T::MIN_SIZE;
            const MAX_SIZE: usize = T::MAX_SIZE;
            const MAX_HEAP: usize = T::MAX_HEAP;
            const MAX_OVERHEAD: usize = T::MAX_OVERHEAD;
            const HEAP_PER_BYTE: usize = T::HEAP_PER_BYTE;
            const PLAIN: bool = T::PLAIN;
            const SCHEMA: &'static Schema = T::SCHEMA;
        }

        impl<T: Encodable $(+ $bound)? $(, $prefix: LenPrefix)?> EncodeAs<T> for $layout {
            #[inline(always)]
            fn encoded_len(value: &T) -> usize {
                value.encoded_len()
            }

            #[inline(always)]
            fn encode(value: &T, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                value.encode_to(encoder)
            }

            #[inline(always)]
            fn encode_items(items: &[T], encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                T::encode_items(items, encoder)
            }

            #[inline(always)]
            fn items_len(items: &[T]) -> usize {
                T::encoded_items_len(items)
            }
        }

        impl<'decoder, T: Decodable<'decoder> $(+ $bound)? $(, $prefix: LenPrefix)?>
            DecodeAs<'decoder, T> for $layout
        {
            #[inline(always)]
            fn decode(decoder: &mut Decoder<'decoder>) -> Result<T, DecodeError> {
                T::decode_from(decoder)
            }

            #[inline(always)]
            fn refill(value: &mut T, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
                value.refill_from(decoder)
            }

            #[inline(always)]
            fn decode_items(
                decoder: &mut Decoder<'decoder>,
                count: usize,
                values: &mut Vec<T>,
            ) -> Result<(), DecodeError> {
                T::decode_items(decoder, count, values)
            }

            #[inline(always)]
            fn decode_arrays<const N: usize>(
                decoder: &mut Decoder<'decoder>,
                count: usize,
                arrays: &mut Vec<[T; N]>,
            ) -> Result<(), DecodeError> {
                T::decode_arrays(decoder, count, arrays)
            }

            #[inline(always)]
            fn decode_array<const N: usize>(
                decoder: &mut Decoder<'decoder>,
            ) -> Result<[T; N], DecodeError> {
                T::decode_array(decoder)
            }
        }

        impl<T: Wire + ZeroCopy $(+ $bound)? $(, $prefix: LenPrefix)?> BorrowAs<T> for $layout {
            type Ref<'decoder> = T::Ref<'decoder>;

            #[inline(always)]
            fn from_borrowed(borrowed: &T::Ref<'_>) -> T {
                T::from_borrowed(borrowed)
            }

            #[inline(always)]
            fn as_borrowed(value: &T) -> T::Ref<'_> {
                value.as_borrowed()
            }
        }
    };
}
own_layout!(Own);
own_layout!(Prefixed<P>, P, OwnLayout);
