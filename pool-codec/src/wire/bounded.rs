//! Standard types with a bound from the field: `#[frame(max_len = N)]` on `String`, `Vec<u8>` and
//! `Vec<T>`. Their bytes are those of `Str<N>`, `Bytes<N>` and `Seq<T, N>`.

use alloc::string::String;
use alloc::vec::Vec;

use pool_core::keeps;

use crate::Schema;
use crate::decode::{Decodable, Decoder};
use crate::encode::{Encodable, Encoder};
use crate::error::{DecodeError, EncodeError, EncodeErrorKind, TooLong};
use crate::wire::bytes::check_len;
use crate::wire::prefix::{read_prefix, write_prefix};
use crate::wire::seq::{read_vec, refill_vec};
use crate::wire::str::read_text;
use crate::wire::{Bytes, Seq, SeqRef, Str, Wire};

/// `T` at most `N` long. A type only the derive's expansions name.
#[derive(Debug)]
pub struct MaxLen<const N: usize>;

/// How [`MaxLen`] encodes a `T`.
#[diagnostic::on_unimplemented(
    message = "`max_len` does not apply to `{T}`",
    label = "not `String`, `Vec<u8>` or `Vec<T>`",
    note = "`#[frame(max_len = N)]` bounds a `String`, a `Vec<u8>` or a `Vec<T>` of wire types"
)]
pub trait Bounded<T> {
    /// The bounded wire type with the same bytes.
    type As: Wire;
    /// [`Wire::MAX_HEAP`].
    const MAX_HEAP: usize;
    /// [`Wire::MAX_OVERHEAD`].
    const MAX_OVERHEAD: usize;
    /// [`Wire::HEAP_PER_BYTE`].
    const HEAP_PER_BYTE: usize;

    /// Bytes or elements, as the bound counts them.
    fn len(value: &T) -> usize;
    /// The encoding's length, without the prefix.
    fn body_len(value: &T) -> usize;
    /// Writes the encoding, without the prefix.
    ///
    /// # Errors
    ///
    /// As [`Encodable::encode_to`].
    fn encode_body(value: &T, encoder: &mut Encoder<'_>) -> Result<(), EncodeError>;
}

/// How [`MaxLen`] decodes a `T`.
pub trait BoundedDecode<'decoder, T>: Bounded<T> {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// As [`Decodable::decode_from`].
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T, DecodeError>;
    /// Reads over a value.
    ///
    /// # Errors
    ///
    /// As [`Decodable::refill_from`].
    fn refill_from(value: &mut T, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError>;
}

/// A bounded value in a wire type's clothes: what a field visitor and the encoder see.
#[derive(Debug)]
pub struct BoundedValue<'a, T, const N: usize>(pub &'a T);

impl<T, const N: usize> Wire for BoundedValue<'_, T, N>
where
    MaxLen<N>: Bounded<T>,
{
    const MIN_SIZE: usize = <MaxLen<N> as Bounded<T>>::As::MIN_SIZE;
    const MAX_SIZE: usize = <MaxLen<N> as Bounded<T>>::As::MAX_SIZE;
    const MAX_HEAP: usize = <MaxLen<N> as Bounded<T>>::MAX_HEAP;
    const MAX_OVERHEAD: usize = <MaxLen<N> as Bounded<T>>::MAX_OVERHEAD;
    const HEAP_PER_BYTE: usize = <MaxLen<N> as Bounded<T>>::HEAP_PER_BYTE;
    const SCHEMA: &'static Schema = <MaxLen<N> as Bounded<T>>::As::SCHEMA;
}

impl<T, const N: usize> Encodable for BoundedValue<'_, T, N>
where
    MaxLen<N>: Bounded<T>,
{
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        Self::MIN_SIZE.saturating_add(MaxLen::<N>::body_len(self.0))
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        let len = MaxLen::<N>::len(self.0);
        check_len::<N>(len).map_err(too_long)?;
        write_prefix::<N>(len, encoder)?;
        MaxLen::<N>::encode_body(self.0, encoder)
    }
}

#[cold]
fn too_long(error: TooLong) -> EncodeError {
    EncodeError::new(EncodeErrorKind::TooLong(error))
}

/// Text and byte strings: owned and borrowed forms encode alike.
macro_rules! contiguous {
    ($($ty:ty => $bounded:ty, $heap:expr, $bytes:ident;)*) => {$(
        impl<const N: usize> Bounded<$ty> for MaxLen<N> {
            type As = $bounded;
            const MAX_HEAP: usize = $heap;
            const MAX_OVERHEAD: usize = 0;
            const HEAP_PER_BYTE: usize = if $heap == 0 { 0 } else { 1 };

            #[inline(always)]
            fn len(value: &$ty) -> usize {
                value.len()
            }

            #[inline(always)]
            fn body_len(value: &$ty) -> usize {
                value.len()
            }

            #[inline(always)]
            fn encode_body(value: &$ty, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                encoder.put(value.$bytes())
            }
        }
    )*};
}
contiguous! {
    String => Str<N>, N, as_bytes;
    &str => Str<N>, 0, as_bytes;
    &[u8] => Bytes<N>, 0, as_ref;
}

impl<T: Encodable, const N: usize> Bounded<Vec<T>> for MaxLen<N> {
    type As = Seq<T, N>;
    const MAX_HEAP: usize = Seq::<T, N>::MAX_HEAP;
    const MAX_OVERHEAD: usize = Seq::<T, N>::MAX_OVERHEAD;
    const HEAP_PER_BYTE: usize = Seq::<T, N>::HEAP_PER_BYTE;

    #[inline(always)]
    fn len(value: &Vec<T>) -> usize {
        value.len()
    }

    #[inline(always)]
    fn body_len(value: &Vec<T>) -> usize {
        T::encoded_items_len(value)
    }

    #[inline(always)]
    fn encode_body(value: &Vec<T>, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        T::encode_items(value, encoder)
    }
}

impl<'decoder, const N: usize> BoundedDecode<'decoder, &'decoder str> for MaxLen<N> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<&'decoder str, DecodeError> {
        Ok(read_text::<N>(decoder)?.as_str())
    }

    #[inline(always)]
    fn refill_from(
        value: &mut &'decoder str,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        *value = Self::decode_from(decoder)?;
        Ok(())
    }
}

impl<'decoder, const N: usize> BoundedDecode<'decoder, &'decoder [u8]> for MaxLen<N> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<&'decoder [u8], DecodeError> {
        let len = read_prefix::<N>(decoder)?;
        decoder.take(len)
    }

    #[inline(always)]
    fn refill_from(
        value: &mut &'decoder [u8],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        *value = Self::decode_from(decoder)?;
        Ok(())
    }
}

impl<'decoder, const N: usize> BoundedDecode<'decoder, String> for MaxLen<N> {
    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<String, DecodeError> {
        Ok(read_text::<N>(decoder)?.as_str().into())
    }

    #[inline]
    fn refill_from(value: &mut String, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let text = read_text::<N>(decoder)?.as_str();
        value.clear();
        if !keeps(value.capacity(), text.len()) {
            value.shrink_to(0);
        }
        value.reserve_exact(text.len());
        value.push_str(text);
        Ok(())
    }
}

impl<'decoder, T: Decodable<'decoder> + Encodable, const N: usize> BoundedDecode<'decoder, Vec<T>>
    for MaxLen<N>
{
    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Vec<T>, DecodeError> {
        read_vec::<T, N>(decoder)
    }

    #[inline]
    fn refill_from(value: &mut Vec<T>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        refill_vec::<T, N>(value, decoder)
    }
}

/// The owned form of a bounded text.
#[must_use]
pub fn str_to_string(borrowed: &str) -> String {
    borrowed.into()
}

/// The owned form of a bounded byte string.
#[must_use]
pub fn bytes_to_vec(borrowed: &[u8]) -> Vec<u8> {
    borrowed.into()
}

/// The owned form of a bounded sequence.
pub fn seq_to_vec<'decoder, T: Decodable<'decoder>, const N: usize>(
    borrowed: &SeqRef<'decoder, T, N>,
) -> Vec<T> {
    borrowed.to_vec()
}
