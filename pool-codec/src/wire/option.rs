//! Optional values: a tag byte 0, or 1 and the value (WIRE.md section 5).

use crate::Schema;
use crate::decode::{Decodable, Decoder};
use crate::encode::{Encodable, Encoder};
use crate::error::{DecodeError, DecodeErrorKind, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, ZeroCopy};

impl<T: Wire> Wire for Option<T> {
    const MIN_SIZE: usize = 1;
    const MAX_SIZE: usize = T::MAX_SIZE.saturating_add(1);
    const MAX_HEAP: usize = T::MAX_HEAP;
    const MAX_OVERHEAD: usize = T::MAX_OVERHEAD;
    const HEAP_PER_BYTE: usize = T::HEAP_PER_BYTE;
    const SCHEMA: &'static Schema = &Schema::Option { value: T::SCHEMA };
}

impl<T: Encodable> Encodable for Option<T> {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        self.as_ref().map_or(1, |value| value.encoded_len().saturating_add(1))
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        match self {
            None => encoder.put_array(&[0]),
            Some(value) => {
                encoder.put_array(&[1])?;
                value.encode_to(encoder)
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

impl<'decoder, T: Decodable<'decoder>> Decodable<'decoder> for Option<T> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        if read_tag(decoder)? { T::decode_from(decoder).map(Some) } else { Ok(None) }
    }

    #[inline]
    fn refill_from(&mut self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        match (read_tag(decoder)?, &mut *self) {
            (true, Some(value)) => return value.refill_from(decoder),
            (true, None) => *self = Some(T::decode_from(decoder)?),
            (false, _) => *self = None,
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
}

impl<T> ArrayElement for Option<T> {}
