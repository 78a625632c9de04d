//! Optional values: a tag byte 0, or 1 and the value (WIRE.md section 5).

use crate::Schema;
use crate::codec::decode::Decoder;
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError};
use crate::layout::{BorrowAs, DecodeAs, EncodeAs, LenPrefix, Nested, Prefixed, WireAs, container};
use crate::private::ArrayElement;
use crate::wire::ZeroCopy;

container!(Option<T>, [], [T], [T]);

impl<T, L: WireAs<T>> WireAs<Option<T>> for Nested<L> {
    const MIN_SIZE: usize = 1;
    const MAX_SIZE: usize = L::MAX_SIZE.saturating_add(1);
    const MAX_HEAP: usize = L::MAX_HEAP;
    const MAX_OVERHEAD: usize = L::MAX_OVERHEAD;
    const HEAP_PER_BYTE: usize = L::HEAP_PER_BYTE;
    const SCHEMA: &'static Schema = &Schema::Option { value: L::SCHEMA };
}

impl<T, L: EncodeAs<T>> EncodeAs<Option<T>> for Nested<L> {
    #[inline(always)]
    fn encoded_len(value: &Option<T>) -> usize {
        value.as_ref().map_or(1, |value| L::encoded_len(value).saturating_add(1))
    }

    #[inline(always)]
    fn encode(value: &Option<T>, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        match value {
            None => encoder.put_array(&[0]),
            Some(value) => {
                encoder.put_array(&[1])?;
                L::encode(value, encoder)
            }
        }
    }
}

/// Reads the tag: whether a value follows.
#[inline(always)]
fn read_tag(decoder: &mut Decoder<'_>) -> Result<bool, DecodeError> {
    let offset = decoder.offset();
    match decoder.take_array()? {
        [0] => Ok(false),
        [1] => Ok(true),
        [byte] => Err(invalid_option(*byte, offset)),
    }
}

#[cold]
#[inline(never)]
const fn invalid_option(byte: u8, offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::InvalidOption { byte }, offset)
}

impl<'decoder, T, L: DecodeAs<'decoder, T>> DecodeAs<'decoder, Option<T>> for Nested<L> {
    #[inline(always)]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Option<T>, DecodeError> {
        if read_tag(decoder)? { L::decode(decoder).map(Some) } else { Ok(None) }
    }

    #[inline]
    fn refill(value: &mut Option<T>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        match (read_tag(decoder)?, &mut *value) {
            (true, Some(value)) => return L::refill(value, decoder),
            (true, None) => *value = Some(L::decode(decoder)?),
            (false, _) => *value = None,
        }
        Ok(())
    }
}

impl<T: ZeroCopy> ZeroCopy for Option<T> {
    type Ref<'decoder> = Option<T::Ref<'decoder>>;

    #[inline]
    fn from_borrowed(borrowed: &Option<T::Ref<'_>>) -> Self {
        borrowed.as_ref().map(T::from_borrowed)
    }

    #[inline]
    fn as_borrowed(&self) -> Option<T::Ref<'_>> {
        self.as_ref().map(T::as_borrowed)
    }
}

impl<T, P: LenPrefix> BorrowAs<Option<T>> for Prefixed<P>
where
    Self: BorrowAs<T>,
{
    type Ref<'decoder> = Option<<Self as BorrowAs<T>>::Ref<'decoder>>;

    #[inline]
    fn from_borrowed(borrowed: &<Self as BorrowAs<Option<T>>>::Ref<'_>) -> Option<T> {
        borrowed.as_ref().map(<Self as BorrowAs<T>>::from_borrowed)
    }

    #[inline]
    fn as_borrowed(value: &Option<T>) -> <Self as BorrowAs<Option<T>>>::Ref<'_> {
        value.as_ref().map(<Self as BorrowAs<T>>::as_borrowed)
    }
}

impl<T> ArrayElement for Option<T> {}
