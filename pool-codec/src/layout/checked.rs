//! A value before its checksum: `#[frame(checksum = C)]` (WIRE.md section 13).

use core::convert::Infallible;
use core::marker::PhantomData;

use super::Checksum;
use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::codec::sink::Sealed;
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
        let mut summed = Summed(C::default());
        let Ok(()) = T::encode_to(value, &mut summed);
        C::Sum::encode_to(&summed.0.finish(), sink)
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

/// A sink that only adds up a checksum.
struct Summed<C>(C);

impl<C> Sealed for Summed<C> {}

impl<C: Checksum> Sink for Summed<C> {
    type Error = Infallible;

    #[inline]
    fn put(&mut self, bytes: &[u8]) -> Result<(), Infallible> {
        self.0.update(bytes);
        Ok(())
    }

    #[inline]
    fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), Infallible> {
        self.put(bytes)
    }

    /// The value was written before, so nothing refuses it.
    #[inline]
    fn check(&mut self, _: impl FnOnce() -> Option<EncodeErrorKind>) -> Result<(), Infallible> {
        Ok(())
    }

    #[inline]
    fn count(&mut self, _: usize) -> bool {
        false
    }

    #[inline]
    fn put_block<const N: usize>(&mut self, block: &[u8; N], len: usize) -> Result<(), Infallible> {
        self.put(block.get(..len).unwrap_or(block))
    }

    #[inline]
    fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) -> Result<(), Infallible> {
        items.iter().try_for_each(|item| self.put(&to_bytes(*item)))
    }

    #[inline]
    fn put_fixed<T>(
        &mut self,
        items: &[T],
        _: usize,
        encode: impl Fn(&T, &mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        items.iter().try_for_each(|item| encode(item, self))
    }

    #[inline]
    fn check_run(&mut self, _: usize, _: &'static Schema) -> Result<(), Infallible> {
        Ok(())
    }

    #[inline]
    fn label(error: Infallible, _: impl FnOnce(EncodeError) -> EncodeError) -> Infallible {
        error
    }
}
