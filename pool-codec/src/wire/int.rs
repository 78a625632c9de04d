//! Integers: 1 to 16 bytes, or of variable width if the layout says so (WIRE.md sections 1 and 12). `u8` is in
//! [`byte`](super::byte).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::integers::{read_int, read_uint, write_int, write_uint};
use crate::codec::native;
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, Kind, Layout, Schema, Sink, Slots,
};

/// Implements the wire form of numbers that are the same in every layout, which `$to_bytes` and `$from_bytes` convert.
macro_rules! number {
    ($ty:ty, $kind:expr, $to_bytes:expr, $from_bytes:expr, $zero:expr) => {
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
                let (chunks, _) = body.as_chunks::<{ size_of::<$ty>() }>();
                slots.extend(chunks, |chunk| $from_bytes(*chunk));
                Ok(())
            }
        }

        own_borrowed_form!($ty);
        impl ArrayElement for $ty {}
    };
}
pub(super) use number;

/// Implements the wire form of numbers whose byte order the layout sets. Slices of them are copied as they are in memory
/// if both orders are little-endian. If the layout has a variable width for them, `$write` and `$read` convert them.
macro_rules! layout_number {
    ($ty:ident, $schema:expr, $facts:expr $(, $write:ident, $read:ident)?) => {
        impl<L: Layout> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema = &$schema;

            #[inline(always)]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                $(if const { L::NUMBERS.is_some() } {
                    return $write::<L, S>((*value).into(), sink);
                })?
                if const { L::BIG_ENDIAN } {
                    return sink.put_array(&value.to_be_bytes());
                }
                sink.put_array(&value.to_le_bytes())
            }

            #[inline]
            fn encode_items<S: Sink>(items: &[Self], sink: &mut S) -> Result<(), S::Error> {
                $(if const { L::NUMBERS.is_some() } {
                    return items.iter().try_for_each(|item| $write::<L, S>((*item).into(), sink));
                })?
                if const { L::BIG_ENDIAN } {
                    return sink.put_each(items, $ty::to_be_bytes);
                }
                if native::IS_WIRE_ORDER {
                    return sink.put(native::as_bytes(items));
                }
                sink.put_each(items, $ty::to_le_bytes)
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $ty {
            const FACTS: Facts = $facts;
            const BLANK: Option<Blank<Self>> = Some(Blank::new(0 as $ty));

            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                $(if const { L::NUMBERS.is_some() } {
                    // The number is in the range of the type.
                    return Ok($read::<L>(const { 8 * size_of::<Self>() }, decoder)? as Self);
                })?
                let bytes = *decoder.take_array()?;
                Ok(if const { L::BIG_ENDIAN } {
                    $ty::from_be_bytes(bytes)
                } else {
                    $ty::from_le_bytes(bytes)
                })
            }

            #[inline(always)]
            fn decode_slots(
                decoder: &mut Decoder<'decoder>,
                slots: &mut Slots<'_, Self>,
            ) -> Result<(), DecodeError> {
                $(if const { L::NUMBERS.is_some() } {
                    for _ in 0..slots.left() {
                        slots.push($read::<L>(const { 8 * size_of::<Self>() }, decoder)? as Self);
                    }
                    return Ok(());
                })?
                let body = decoder.take(slots.left().saturating_mul(size_of::<$ty>()))?;
                if native::IS_WIRE_ORDER && !const { L::BIG_ENDIAN } {
                    slots.extend_native(body);
                    return Ok(());
                }
                let (chunks, _) = body.as_chunks::<{ size_of::<$ty>() }>();
                slots.extend(chunks, |chunk| {
                    if const { L::BIG_ENDIAN } {
                        $ty::from_be_bytes(*chunk)
                    } else {
                        $ty::from_le_bytes(*chunk)
                    }
                });
                Ok(())
            }
        }

        own_borrowed_form!($ty);
        impl ArrayElement for $ty {}
    };
}
pub(super) use layout_number;

/// The facts about integers in the layout `L`.
pub(super) const fn integer_facts<L: Layout>() -> Facts {
    match L::NUMBERS {
        None => Facts::ALL,
        Some(_) if L::LENIENT => Facts::NONE,
        Some(_) => Facts::CHECKED,
    }
}

macro_rules! integers {
    ($($uint:ident $int:ident $bits:literal),*) => {$(
        layout_number!(
            $uint, Schema::integer::<L>(false, $bits), integer_facts::<L>(), write_uint, read_uint
        );
        layout_number!(
            $int, Schema::integer::<L>(true, $bits), integer_facts::<L>(), write_int, read_int
        );
    )*};
}
integers!(u16 i16 16, u32 i32 32, u64 i64 64, u128 i128 128);

number!(i8, Kind::Int { size: 1, big_endian: false }, i8::to_le_bytes, i8::from_le_bytes, 0);
