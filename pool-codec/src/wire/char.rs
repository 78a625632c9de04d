//! Characters: UTF-8 without a length prefix (WIRE.md section 3).

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError};
use crate::private::ArrayElement;
use crate::wire::{Wire, own_borrowed_form};

impl Wire for char {
    const MIN_SIZE: usize = 1;
    const MAX_SIZE: usize = 4;
    const MAX_HEAP: usize = 0;
    const SCHEMA: &'static Schema = &Schema::Char;
}

impl Encodable for char {
    #[inline]
    fn encoded_len(&self) -> usize {
        self.len_utf8()
    }

    #[inline]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        encoder.put(self.encode_utf8(&mut [0; 4]).as_bytes())
    }
}

impl<'decoder> Decodable<'decoder> for char {
    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let start = *decoder;
        let [first] = *decoder.take_array()?;
        // How many bytes belong to the character; those that begin none are no UTF-8.
        let len = match first {
            0x00..=0x7F => return Ok(char::from(first)),
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return Err(start.error(DecodeErrorKind::InvalidUtf8)),
        };
        *decoder = start;
        let text = core::str::from_utf8(decoder.take(len)?);
        match text.ok().and_then(|text| text.chars().next()) {
            Some(character) => Ok(character),
            None => Err(start.error(DecodeErrorKind::InvalidUtf8)),
        }
    }
}

own_borrowed_form!(char);
impl ArrayElement for char {}
