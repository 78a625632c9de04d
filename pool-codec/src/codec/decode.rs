//! The trait of types that can be decoded in a layout.

use alloc::boxed::Box;

use crate::codec::blank::Blank;
use crate::codec::decoder::Decoder;
use crate::codec::encode::Encode;
use crate::codec::error::{DecodeError, DecodeErrorKind};
use crate::codec::facts::Facts;
use crate::codec::layout::Layout;
use crate::codec::schema::{Kind, Schema};
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

    /// A value that a large value of the type starts from when it is decoded. The wire types and the derive set it.
    #[doc(hidden)]
    const BLANK: Option<Blank<Self::Value>> = None;

    /// Reads a value at the cursor.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes at the cursor are not an encoding of this type.
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError>;

    /// Reads a value at the cursor into `value` and reuses its heap blocks.
    ///
    /// The provided method reuses none, and the old value exists until the new one is complete. The schema of a type
    /// with heap memory therefore comes from [`with_max_heap`](Schema::with_max_heap), unless the type overrides the
    /// method and releases the old blocks first.
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
        if const { starts_blank::<Self, L>() } {
            return decode_slots_in_place::<Self, L>(decoder, slots);
        }
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
        if const { starts_blank::<Self, L>() } {
            return decode_boxed_in_place::<Self, L>(decoder);
        }
        Self::decode_from(decoder).map(Box::new)
    }

    /// Reads a value into a heap block that exists. It fails as [`decode_boxed`](Self::decode_boxed) does, with the same
    /// error.
    #[doc(hidden)]
    #[inline]
    fn refill_boxed(
        value: &mut Self::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        if const { starts_blank::<Self, L>() } {
            decoder.require(const { Self::ENCODING.min_size() })?;
        }
        Self::refill_from(value, decoder)
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

/// A value larger than this many bytes starts from a constant.
const LARGE: usize = 16 << 10;

/// Whether a value is large, and a constant exists from which it can start.
pub(crate) const fn starts_blank<'decoder, T, L>() -> bool
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    // An enum takes the place of the constant as a whole if its variant is another one.
    let is_enum = matches!(T::ENCODING.kind(), Kind::Enum { .. });
    size_of::<T::Value>() > LARGE && T::BLANK.is_some() && !is_enum
}

/// Whether a value that [`starts_blank`] is decoded in place when it is returned. It is not if its arrays of bytes are
/// what makes it large: with optimization, those are copied once to where they belong, and would be written twice.
pub(crate) const fn returns_in_place<'decoder, T, L>() -> bool
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    let other_bytes = size_of::<T::Value>().saturating_sub(array_bytes(T::ENCODING));
    starts_blank::<T, L>() && (cfg!(debug_assertions) || other_bytes > LARGE)
}

/// Returns the number of bytes in arrays of bytes.
const fn array_bytes(schema: &Schema) -> usize {
    match *schema.kind() {
        Kind::Array { len, element } => match element.kind() {
            Kind::Uint { size: 1, .. } => len,
            _ => len.saturating_mul(array_bytes(element)),
        },
        Kind::Struct { fields, .. } | Kind::Tuple { fields } => {
            let (mut rest, mut bytes) = (fields, 0_usize);
            while let [field, tail @ ..] = rest {
                bytes = bytes.saturating_add(array_bytes(field.schema()));
                rest = tail;
            }
            bytes
        }
        _ => 0,
    }
}

/// The value to start from, if there is one.
pub(crate) const fn start<'decoder, T, L>() -> Option<T::Value>
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    match T::BLANK {
        Some(blank) => Some(blank.value()),
        None => None,
    }
}

/// Reads a value at the cursor, in place if it [`returns_in_place`].
#[inline(always)]
pub(crate) fn decode_at<'decoder, T, L>(
    decoder: &mut Decoder<'decoder>,
) -> Result<T::Value, DecodeError>
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    if const { returns_in_place::<T, L>() } {
        in_place::<T, L>(|value| refill_apart::<T, L>(value, decoder))
    } else {
        T::decode_from(decoder)
    }
}

/// Makes a value that [`starts_blank`] with `refill`. The result is the only place on the stack that contains it, if
/// `refill` is not inlined.
#[inline(always)]
pub(crate) fn in_place<'decoder, T, L>(
    refill: impl FnOnce(&mut T::Value) -> Result<(), DecodeError>,
) -> Result<T::Value, DecodeError>
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    let mut result = const {
        match T::BLANK {
            Some(blank) => Ok(blank.value()),
            None => Err(DecodeError::new(DecodeErrorKind::InvalidUtf8, 0)),
        }
    };
    if let Ok(value) = &mut result
        && let Err(error) = refill(value)
    {
        result = Err(error);
    }
    result
}

/// A function that is not inlined, so that the compiler keeps the value in one place.
#[inline(never)]
fn refill_apart<'decoder, T, L>(
    value: &mut T::Value,
    decoder: &mut Decoder<'decoder>,
) -> Result<(), DecodeError>
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    T::refill_from(value, decoder)
}

/// Reads a value that [`starts_blank`] into a heap block.
#[inline(never)]
fn decode_boxed_in_place<'decoder, T, L>(
    decoder: &mut Decoder<'decoder>,
) -> Result<Box<T::Value>, DecodeError>
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    // No memory is taken for a value that the input cannot hold.
    decoder.require(const { T::ENCODING.min_size() })?;
    match const { start::<T, L>() } {
        Some(value) => {
            let mut value = Box::new(value);
            refill_apart::<T, L>(&mut value, decoder)?;
            Ok(value)
        }
        None => T::decode_boxed(decoder),
    }
}

/// Reads a value that [`starts_blank`] into each of the slots.
#[inline(never)]
fn decode_slots_in_place<'decoder, T, L>(
    decoder: &mut Decoder<'decoder>,
    slots: &mut Slots<'_, T::Value>,
) -> Result<(), DecodeError>
where
    T: Decode<'decoder, L> + ?Sized,
    L: Layout,
{
    for _ in 0..slots.left() {
        if let Some(value) = const { start::<T, L>() }
            && let Some(value) = slots.push(value)
        {
            refill_apart::<T, L>(value, decoder)?;
        }
    }
    Ok(())
}
