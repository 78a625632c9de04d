//! The trait of types that can be decoded in a layout.

use alloc::vec::Vec;

use crate::codec::decoder::Decoder;
use crate::codec::encode::Encode;
use crate::codec::error::DecodeError;
use crate::codec::facts::Facts;
use crate::codec::layout::Layout;

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
    note = "or derive `Frame` for your own type"
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

    /// Appends `count` values to `values`. Numbers override this bulk form.
    #[doc(hidden)]
    #[inline]
    fn decode_items(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        values: &mut Vec<Self::Value>,
    ) -> Result<(), DecodeError> {
        for _ in 0..count {
            values.push(Self::decode_from(decoder)?);
        }
        Ok(())
    }

    /// Appends `count` arrays of `N` values to `arrays`. `u8` overrides this bulk form.
    #[doc(hidden)]
    #[inline]
    fn decode_arrays<const N: usize>(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        arrays: &mut Vec<[Self::Value; N]>,
    ) -> Result<(), DecodeError> {
        for _ in 0..count {
            arrays.push(Self::decode_array(decoder)?);
        }
        Ok(())
    }

    /// Reads `N` values. `u8` overrides this bulk form.
    #[doc(hidden)]
    #[inline]
    fn decode_array<const N: usize>(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<[Self::Value; N], DecodeError> {
        const { assert!(N as u64 <= u32::MAX as u64, "an array has at most 2^32 - 1 elements") };
        let mut values = arrayvec::ArrayVec::<Self::Value, N>::new();
        while !values.is_full() {
            values.push(Self::decode_from(decoder)?);
        }
        // The vector is full, so this cannot fail. The error keeps the function free of panics.
        values.into_inner().map_err(|_| decoder.unexpected_end(Self::ENCODING.min_size()))
    }
}
