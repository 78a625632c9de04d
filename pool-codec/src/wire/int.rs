//! Integers: little-endian, 1 to 16 bytes (WIRE.md section 1).

use alloc::vec::Vec;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, own_borrowed_form};

/// Wire form of the numbers that `$to_bytes` and `$from_bytes` convert. `$bulk` are `u8`'s shortcuts.
macro_rules! number {
    ($ty:ident, $schema:expr; $($bulk:item)*) => {
        number!($ty, $schema, $ty::to_le_bytes, $ty::from_le_bytes; $($bulk)*);
    };
    ($ty:ty, $schema:expr, $to_bytes:expr, $from_bytes:expr; $($bulk:item)*) => {
        impl Wire for $ty {
            const MIN_SIZE: usize = size_of::<$ty>();
            const MAX_SIZE: usize = size_of::<$ty>();
            const MAX_HEAP: usize = 0;
            const PLAIN: bool = true;
            const SCHEMA: &'static Schema = &$schema;
        }

        impl Encodable for $ty {
            #[inline(always)]
            fn encoded_len(&self) -> usize {
                size_of::<$ty>()
            }

            #[inline(always)]
            fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                encoder.put_array(&$to_bytes(*self))
            }

            #[inline]
            fn encode_items(items: &[Self], encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                let out = encoder.claim(items.len().saturating_mul(size_of::<$ty>()))?;
                let (chunks, _) = out.as_chunks_mut::<{ size_of::<$ty>() }>();
                for (out, item) in chunks.iter_mut().zip(items) {
                    *out = $to_bytes(*item);
                }
                Ok(())
            }
        }

        impl<'decoder> Decodable<'decoder> for $ty {
            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                Ok($from_bytes(*decoder.take_array()?))
            }

            #[inline]
            fn decode_items(
                decoder: &mut Decoder<'decoder>,
                count: usize,
                values: &mut Vec<Self>,
            ) -> Result<(), DecodeError> {
                let body = decoder.take(count.saturating_mul(size_of::<$ty>()))?;
                let (chunks, _) = body.as_chunks::<{ size_of::<$ty>() }>();
                values.extend(chunks.iter().map(|chunk| $from_bytes(*chunk)));
                Ok(())
            }

            $($bulk)*
        }

        own_borrowed_form!($ty);
    };
}
pub(super) use number;

macro_rules! integers {
    ($($uint:ident $int:ident),*) => {$(
        number!($uint, Schema::Uint { size: size_of::<$uint>(), big_endian: false };);
        number!($int, Schema::Int { size: size_of::<$int>(), big_endian: false };);
        impl ArrayElement for $uint {}
        impl ArrayElement for $int {}
    )*};
}
integers!(u16 i16, u32 i32, u64 i64, u128 i128);

number!(i8, Schema::Int { size: 1, big_endian: false };);
impl ArrayElement for i8 {}

// Not an `ArrayElement`: the borrowed form of `[u8; N]` is `&[u8; N]`.
number!(
    u8,
    Schema::Uint { size: 1, big_endian: false };
    #[inline]
    fn decode_arrays<const N: usize>(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        arrays: &mut Vec<[Self; N]>,
    ) -> Result<(), DecodeError> {
        if N == 0 {
            arrays.resize(count, [0; N]);
            return Ok(());
        }
        let body = decoder.take(count.saturating_mul(N))?;
        arrays.extend_from_slice(body.as_chunks().0);
        Ok(())
    }
    #[inline(always)]
    fn decode_array<const N: usize>(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<[Self; N], DecodeError> {
        decoder.take_array().copied()
    }
);
