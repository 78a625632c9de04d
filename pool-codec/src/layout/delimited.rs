//! A value behind its length: `#[frame(delimited)]` (WIRE.md section 13).

use core::marker::PhantomData;

use crate::codec::encode::encoded_len;
use crate::codec::prefix::{prefix, read_prefix_in, write_prefix_in};
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};

/// The encoding of a `T` behind its length in bytes, which the layout encodes like that of a byte string. A reader that does
/// not know the value can skip it, as in lists of types, lengths and values.
///
/// ```
/// use pool_codec::{Encoder, Str};
/// use pool_codec::layout::{Delimited, Encode, Own};
///
/// let mut out = [0; 8];
/// let value = (7, Str::<9>::try_from("ab").unwrap());
/// <Delimited<(u16, Str<9>)> as Encode<Own>>::encode_to(&value, &mut Encoder::new(&mut out)).unwrap();
/// assert_eq!(out[..6], *b"\x05\x07\0\x02ab");
/// ```
#[derive(Debug)]
pub struct Delimited<T>(PhantomData<T>);

impl<T: Encode<L>, L: Layout> Encode<L> for Delimited<T> {
    type Value = T::Value;
    const ENCODING: &'static Schema =
        &Schema::delimited(T::ENCODING, prefix::<L>(T::ENCODING.max_size()));

    #[inline]
    fn encode_to<S: Sink>(value: &T::Value, sink: &mut S) -> Result<(), S::Error> {
        let len = encoded_len::<T, L>(value);
        write_prefix_in::<L, S>(len, T::ENCODING.max_size(), sink)?;
        T::encode_to(value, sink)
    }
}

/// Reads the length, and the value with `read` from exactly that many bytes.
#[inline]
fn read<'decoder, L: Layout, V>(
    max: usize,
    decoder: &mut Decoder<'decoder>,
    read: impl FnOnce(&mut Decoder<'decoder>) -> Result<V, DecodeError>,
) -> Result<V, DecodeError> {
    let len = read_prefix_in::<L>(max, decoder)?;
    let mut inner = decoder.split(len)?;
    let value = read(&mut inner)?;
    inner.finish()?;
    Ok(value)
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for Delimited<T> {
    const FACTS: Facts = T::FACTS.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T::Value, DecodeError> {
        read::<L, _>(T::ENCODING.max_size(), decoder, T::decode_from)
    }

    #[inline]
    fn refill_from(
        value: &mut T::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        read::<L, _>(T::ENCODING.max_size(), decoder, |inner| T::refill_from(value, inner))
    }
}

impl<T: Borrow<L>, L: Layout> Borrow<L> for Delimited<T> {
    type Ref<'decoder> = T::Ref<'decoder>;

    #[inline]
    fn own(borrowed: &T::Ref<'_>) -> T::Value {
        T::own(borrowed)
    }

    #[inline]
    fn lend(value: &T::Value) -> T::Ref<'_> {
        T::lend(value)
    }
}
