//! Integers: little-endian, 1 to 16 bytes (WIRE.md section 1). `u8` is in [`byte`](super::byte).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::native;
use crate::codec::{
    Decode, DecodeError, Decoder, Encode, Facts, Kind, Layout, Schema, Sink, Slots,
};

/// Implements the wire form of the numbers that `$to_bytes` and `$from_bytes` convert. With the module `$native`, slices
/// of them are copied as they are in memory if the machine is little-endian.
macro_rules! number {
    ($ty:ident, $kind:expr) => {
        number!($ty, $kind, $ty::to_le_bytes, $ty::from_le_bytes, 0 as $ty, native);
    };
    ($ty:ty, $kind:expr, $to_bytes:expr, $from_bytes:expr, $zero:expr $(, $native:ident)?) => {
        impl<L: Layout> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema =
                &Schema::new($kind, size_of::<$ty>(), size_of::<$ty>());

            #[inline(always)]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                sink.put_array(&$to_bytes(*value))
            }

            #[inline]
            fn encode_items<S: Sink>(items: &[Self], sink: &mut S) -> Result<(), S::Error> {
                $(if $native::IS_WIRE_ORDER {
                    return sink.put($native::as_bytes(items));
                })?
                sink.put_each(items, $to_bytes)
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $ty {
            // A float equals others with different bits, and NaN does not equal itself.
            const FACTS: Facts =
                Facts { bitwise: !matches!($kind, Kind::Float { .. }), ..Facts::ALL };
            const BLANK: Option<$crate::codec::Blank<Self>> =
                Some($crate::codec::Blank::new($zero));

            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                Ok($from_bytes(*decoder.take_array()?))
            }

            #[inline(always)]
            fn decode_slots(
                decoder: &mut Decoder<'decoder>,
                slots: &mut Slots<'_, Self>,
            ) -> Result<(), DecodeError> {
                let body = decoder.take(slots.left().saturating_mul(size_of::<$ty>()))?;
                $(if $native::IS_WIRE_ORDER {
                    slots.extend_native(body);
                    return Ok(());
                })?
                let (chunks, _) = body.as_chunks::<{ size_of::<$ty>() }>();
                slots.extend(chunks, |chunk| $from_bytes(*chunk));
                Ok(())
            }
        }

        own_borrowed_form!($ty);
    };
}
pub(super) use number;

macro_rules! integers {
    ($($uint:ident $int:ident),*) => {$(
        number!($uint, Kind::Uint { size: size_of::<$uint>(), big_endian: false });
        number!($int, Kind::Int { size: size_of::<$int>(), big_endian: false });
        impl ArrayElement for $uint {}
        impl ArrayElement for $int {}
    )*};
}
integers!(u16 i16, u32 i32, u64 i64, u128 i128);

number!(i8, Kind::Int { size: 1, big_endian: false });
impl ArrayElement for i8 {}
