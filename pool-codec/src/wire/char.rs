//! Characters: UTF-8 without a length prefix (WIRE.md section 3).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::prefix::{prefix, write_prefix};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Kind, Layout, Schema, Sink,
};
use crate::wire::str::read_text;

/// The most bytes of a character.
const LONGEST: usize = 4;

impl<L: Layout> Encode<L> for char {
    type Value = Self;
    const ENCODING: &'static Schema = &match L::CHAR_PREFIXED {
        true => Schema::text(LONGEST, prefix::<L>(LONGEST)).with_min_content(1),
        false => Schema::new(Kind::Char, 1, LONGEST),
    };

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        if const { L::CHAR_PREFIXED } {
            write_prefix::<L, LONGEST, S>(value.len_utf8(), sink)?;
        }
        sink.put(value.encode_utf8(&mut [0; 4]).as_bytes())
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for char {
    const FACTS: Facts = match L::CHAR_PREFIXED {
        true => Facts::CHECKED.prefixed::<L>(),
        false => Facts::CHECKED,
    };
    const BLANK: Option<Blank<Self>> = Some(Blank::new('\0'));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        if const { L::CHAR_PREFIXED } {
            return read_prefixed::<L>(decoder);
        }
        let start = *decoder;
        let [first] = *decoder.take_array()?;
        // The number of bytes in the character. A byte that cannot begin a character is not UTF-8.
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

/// Reads a text of one character.
#[inline]
fn read_prefixed<L: Layout>(decoder: &mut Decoder<'_>) -> Result<char, DecodeError> {
    let start = *decoder;
    let text = read_text::<L, LONGEST>(decoder)?.as_str();
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Ok(character),
        _ => {
            let reason = "the text is not one character";
            Err(start.error(DecodeErrorKind::InvalidValue { reason }))
        }
    }
}

own_borrowed_form!(char);
impl ArrayElement for char {}
