//! The trait of types that can be decoded in a layout.

use alloc::boxed::Box;

use crate::codec::decoder::Decoder;
use crate::codec::encode::Encode;
use crate::codec::error::DecodeError;
use crate::codec::facts::Facts;
use crate::codec::layout::Layout;
use crate::codec::slots::{self, Slots};

/// A type that can be decoded in the layout `L` from an input of lifetime `'decoder`.
///
/// `#[derive(Frame)]` implements it for both forms of a message. Owned forms implement it for every `'decoder`.
/// Users of a type call [`Decodable`](crate::Decodable), which this trait provides.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, MaxLen, Own};
///
/// let mut decoder = Decoder::new(b"\x02ab");
/// let text = <MaxLen<String, 255> as Decode<'_, Own>>::decode_from(&mut decoder).unwrap();
/// assert_eq!(text, "ab");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "not decodable",
    note = "use a bounded type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    note = "or bound a `String` or `Vec<T>` field with `#[frame(max_len = N)]`",
    note = "or derive `Frame` for your own type, or adapt a foreign type with `#[frame(with = ..)]`"
)]
pub trait Decode<'decoder, L: Layout>: Encode<L> {
    /// What is known about the encodings. The wire types and the derive set it. A hand-written type leaves it as it
    /// is, even if it reuses the schema of another type. A sequence then decodes, encodes and compares each element
    /// on its own.
    #[doc(hidden)]
    const FACTS: Facts = Facts::NONE;

    /// Reads a value at the cursor.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes at the cursor are not an encoding of this type.
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError>;

    /// Reads a value at the cursor into `value` and reuses its heap blocks.
    ///
    /// # Errors
    ///
    /// The errors are those of [`decode_from`](Self::decode_from). The fields before the one that failed are
    /// already replaced.
    #[inline]
    fn refill_from(
        value: &mut Self::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        *value = Self::decode_from(decoder)?;
        Ok(())
    }

    /// Reads a value into each of the slots. Numbers and arrays override this bulk form.
    #[doc(hidden)]
    #[inline]
    fn decode_slots(
        decoder: &mut Decoder<'decoder>,
        slots: &mut Slots<'_, Self::Value>,
    ) -> Result<(), DecodeError> {
        if let Some(size) = const { plain_size::<Self, L>() } {
            // One check for all elements.
            let body = decoder.take(slots.left().saturating_mul(size))?;
            return slots
                .try_extend(body, size, |element| Self::decode_from(&mut Decoder::new(element)));
        }
        for _ in 0..slots.left() {
            slots.push(Self::decode_from(decoder)?);
        }
        Ok(())
    }

    /// Reads a value into each of `values` and reuses their heap blocks. `u8` and arrays override this bulk form.
    #[doc(hidden)]
    #[inline]
    fn refill_items(
        values: &mut [Self::Value],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        if let Some(size) = const { plain_size::<Self, L>() } {
            let body = decoder.take(values.len().saturating_mul(size))?;
            for (value, element) in values.iter_mut().zip(body.chunks_exact(size)) {
                Self::refill_from(value, &mut Decoder::new(element))?;
            }
            return Ok(());
        }
        values.iter_mut().try_for_each(|value| Self::refill_from(value, decoder))
    }

    /// Reads `N` values. `u8` overrides this bulk form.
    #[doc(hidden)]
    #[inline(always)]
    fn decode_array<const N: usize>(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<[Self::Value; N], DecodeError> {
        const { assert!(N as u64 <= u32::MAX as u64, "an array has at most 2^32 - 1 elements") };
        let start = *decoder;
        slots::array(
            |slots| {
                if const { size_of::<[Self::Value; N]>() > INLINE } {
                    return decode_slots_apart::<Self, L>(decoder, slots);
                }
                if const { plain_size::<Self, L>().is_some() } {
                    return Self::decode_slots(decoder, slots);
                }
                // The loop is here because the compiler seldom inlines that of `decode_slots`. It then knows the number
                // of elements, and checks the length of the input once if that is fixed.
                for _ in 0..N {
                    slots.push(Self::decode_from(decoder)?);
                }
                Ok(())
            },
            || start.unexpected_end(Self::ENCODING.min_size()),
        )
    }

    /// Reads a value into a heap block. Arrays override it, and do not put the value on the stack.
    #[doc(hidden)]
    #[inline]
    fn decode_boxed(decoder: &mut Decoder<'decoder>) -> Result<Box<Self::Value>, DecodeError> {
        Self::decode_from(decoder).map(Box::new)
    }
}

/// The code that decodes an array of more bytes than this is not inlined. It does not depend on the length of the
/// array.
const INLINE: usize = 512;

#[inline(never)]
fn decode_slots_apart<'decoder, T: Decode<'decoder, L> + ?Sized, L: Layout>(
    decoder: &mut Decoder<'decoder>,
    slots: &mut Slots<'_, T::Value>,
) -> Result<(), DecodeError> {
    T::decode_slots(decoder, slots)
}

/// Returns the length of all encodings, if they have the same length, which is not 0, and all bytes are valid.
pub(crate) const fn plain_size<'decoder, T: Decode<'decoder, L> + ?Sized, L: Layout>()
-> Option<usize> {
    match T::ENCODING.min_size() {
        0 => None,
        size if T::FACTS.plain => Some(size),
        _ => None,
    }
}
