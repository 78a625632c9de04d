//! A value before its checksum: `#[frame(checksum = C)]` (WIRE.md section 13).

use core::marker::PhantomData;

use super::checksum::Checksum;
use super::summed::sum_of;
use crate::codec::{
    Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Field, Layout, Schema,
    Sink,
};

/// The encoding of a `T`, and the checksum `C` of its bytes.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Checked, Crc32, Decode, Own};
///
/// type Digits = Checked<[u8; 9], Crc32>;
/// let mut decoder = Decoder::new(b"123456789\x26\x39\xF4\xCB");
/// assert_eq!(<Digits as Decode<'_, Own>>::decode_from(&mut decoder)?, *b"123456789");
/// # Ok::<(), pool_codec::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Checked<T, C>(PhantomData<(T, C)>);

impl<T: Encode<L>, C: Checksum<Sum: Encode<L, Value = C::Sum>>, L: Layout> Encode<L>
    for Checked<T, C>
{
    type Value = T::Value;
    const ENCODING: &'static Schema = &Schema::with_checksum(
        const { &[Field::new("value", T::ENCODING), Field::new("checksum", C::Sum::ENCODING)] },
    );

    #[inline]
    fn encode_to<S: Sink>(value: &T::Value, sink: &mut S) -> Result<(), S::Error> {
        T::encode_to(value, sink)?;
        // The length of a value needs no checksum, if all have the same length.
        if let Some(size) = const { C::Sum::ENCODING.fixed_size() }
            && sink.count(size)
        {
            return Ok(());
        }
        // A sink does not give back what was written, so the value is encoded once more.
        C::Sum::encode_to(&sum_of::<T, L, C>(value), sink)
    }
}

/// Reads the value with `read`, and compares the checksum of the bytes that it took.
#[inline]
fn read<'decoder, C, L: Layout, V>(
    decoder: &mut Decoder<'decoder>,
    read: impl FnOnce(&mut Decoder<'decoder>) -> Result<V, DecodeError>,
) -> Result<V, DecodeError>
where
    C: Checksum<Sum: Decode<'decoder, L, Value = C::Sum>>,
{
    let start = *decoder;
    let value = read(decoder)?;
    let end = *decoder;
    let len = end.offset().saturating_sub(start.offset());
    let mut checksum = C::default();
    checksum.update(start.rest().get(..len).unwrap_or_default());
    if C::Sum::decode_from(decoder)? == checksum.finish() {
        return Ok(value);
    }
    let reason = "the checksum is not that of the bytes before it";
    Err(end.error(DecodeErrorKind::InvalidValue { reason }))
}

impl<'decoder, T, C, L: Layout> Decode<'decoder, L> for Checked<T, C>
where
    T: Decode<'decoder, L>,
    C: Checksum<Sum: Decode<'decoder, L, Value = C::Sum>>,
{
    const FACTS: Facts = Facts::of_parts(&[T::FACTS, C::Sum::FACTS]).checked();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T::Value, DecodeError> {
        read::<C, L, _>(decoder, T::decode_from)
    }

    #[inline]
    fn refill_from(
        value: &mut T::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        read::<C, L, _>(decoder, |decoder| T::refill_from(value, decoder))
    }
}

impl<T: Borrow<L>, C, L: Layout> Borrow<L> for Checked<T, C>
where
    C: Checksum<Sum: Encode<L, Value = C::Sum> + for<'decoder> Decode<'decoder, L>>,
{
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
