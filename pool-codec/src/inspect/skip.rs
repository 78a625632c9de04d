//! Checks encodings by their schema, and finds where they end.

use crate::codec::error::{DecodeErrorKind, TooLong};
use crate::codec::integers::{self, read_encoded};
use crate::codec::schema::{IntEncoding, SWITCHES};
use crate::codec::tag::no_variant_fits;
use crate::codec::terminator::content_len;
use crate::codec::{Decode, DecodeError, Decoder, Field, Kind, Own, Schema};
use crate::wire::LowBitBool;

/// The values of the fields that others depend on. In a variant all of them are the tag until a field is read, because
/// fields can also depend on the tag of `other`.
pub(crate) type Switches = [u64; SWITCHES];

/// Returns whether the condition of a field holds, given the values of the fields before it.
pub(crate) fn is_present(field: &Field, switches: &Switches) -> bool {
    field.condition().is_none_or(|condition| condition.holds_for(switches))
}

/// Moves the cursor over a field, and keeps its value if others depend on it.
pub(crate) fn skip_field(
    field: &Field,
    switches: &mut Switches,
    decoder: &mut Decoder<'_>,
) -> Result<(), DecodeError> {
    let (start, schema) = (*decoder, field.schema());
    match field.count().and_then(|slot| switches.get(slot)) {
        Some(count) => skip_counted(schema, *count, decoder)?,
        None => skip(schema, decoder)?,
    }
    if let Some(slot) = field.switch().and_then(|switch| switches.get_mut(switch)) {
        let len = decoder.offset().saturating_sub(start.offset());
        *slot = switch(schema, start.rest().get(..len).unwrap_or_default());
    }
    Ok(())
}

/// The number that other fields depend on.
fn switch(schema: &Schema, bytes: &[u8]) -> u64 {
    match *schema.kind() {
        Kind::Uint { big_endian, .. } => number(bytes, big_endian) as u64,
        Kind::Bool { .. } => number(bytes, false) as u64 & 1,
        Kind::VarUint { varint, lenient, .. } => {
            let read = integers::read(varint, varint.max(), lenient, &mut Decoder::new(bytes));
            read.unwrap_or_default() as u64
        }
        Kind::Padded { padding, value } => switch(value, bytes.get(padding..).unwrap_or_default()),
        _ => 0,
    }
}

/// Moves the cursor over a value whose length or count another field has.
fn skip_counted(
    schema: &'static Schema,
    count: u64,
    decoder: &mut Decoder<'_>,
) -> Result<(), DecodeError> {
    let len = usize::try_from(count).unwrap_or(usize::MAX);
    match *schema.kind() {
        Kind::Bytes { max, .. } | Kind::Str { max, .. } | Kind::Seq { max, .. } if len > max => {
            Err(decoder.error(DecodeErrorKind::TooLong(TooLong { len, max })))
        }
        Kind::Seq { element, .. } => skip_items(element, len, decoder),
        Kind::Str { .. } => {
            let text = decoder.take(len)?;
            check_text(text, decoder)
        }
        _ => decoder.take(len).map(drop),
    }
}

/// Reads at most 16 bytes in either byte order.
pub(super) fn number(bytes: &[u8], big_endian: bool) -> u128 {
    let next = |number: u128, byte: &u8| number << 8 | u128::from(*byte);
    if big_endian { bytes.iter().fold(0, next) } else { bytes.iter().rev().fold(0, next) }
}

/// Returns whether a type is a byte. Several bytes are shown as a byte string.
pub(super) const fn is_byte(schema: &Schema) -> bool {
    matches!(schema.kind(), Kind::Uint { size: 1, .. })
}

/// Returns whether a type is a character. Several characters are shown as text.
pub(super) const fn is_char(schema: &Schema) -> bool {
    matches!(schema.kind(), Kind::Char)
}

/// Moves the cursor over everything up to the end of the input.
fn skip_rest(
    max: usize,
    element: &'static Schema,
    decoder: &mut Decoder<'_>,
) -> Result<(), DecodeError> {
    let start = *decoder;
    let mut len = start.rest().len();
    if is_byte(element) || is_char(element) {
        decoder.take(len)?;
    } else {
        let fixed = element.fixed_size().and_then(|size| len.checked_div(size));
        if let Some(len) = fixed.filter(|len| *len > max) {
            return Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })));
        }
        len = 0;
        while !decoder.rest().is_empty() && len <= max {
            skip(element, decoder)?;
            len = len.saturating_add(1);
        }
    }
    match len > max {
        true => Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max }))),
        false if is_char(element) => check_text(start.rest(), decoder),
        false => Ok(()),
    }
}

/// Moves the cursor over elements, to the bytes `end` in the place of one.
fn skip_until(
    max: usize,
    element: &'static Schema,
    end: &[u8],
    decoder: &mut Decoder<'_>,
) -> Result<(), DecodeError> {
    let (start, mut len) = (*decoder, 0_usize);
    while !decoder.rest().starts_with(end) {
        skip(element, decoder)?;
        len = len.saturating_add(1);
        if len > max {
            return Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })));
        }
    }
    Ok(())
}

/// Moves the cursor over one value.
pub(super) fn skip(schema: &'static Schema, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
    let start = *decoder;
    match *schema.kind() {
        Kind::Uint { size, .. } | Kind::Int { size, .. } | Kind::Float { size, .. } => {
            decoder.take(size).map(drop)
        }
        Kind::VarUint { bits, varint, lenient } | Kind::VarInt { bits, varint, lenient } => {
            let max = u128::MAX >> 128_usize.saturating_sub(bits);
            integers::read(varint, max.min(varint.max()), lenient, decoder).map(drop)
        }
        Kind::Bool { low_bit: true } => <LowBitBool as Decode<Own>>::decode_from(decoder).map(drop),
        Kind::Bool { low_bit: false } => <bool as Decode<Own>>::decode_from(decoder).map(drop),
        Kind::Char => <char as Decode<Own>>::decode_from(decoder).map(drop),
        Kind::Opaque => {
            let len = schema.fixed_size().unwrap_or(decoder.rest().len()).max(schema.min_size());
            decoder.take(len).map(drop)
        }
        Kind::Array { len, element } => skip_items(element, len, decoder),
        Kind::Bytes { .. } => skip_bytes(schema, decoder).map(drop),
        Kind::Str { .. } => {
            let text = skip_bytes(schema, decoder)?;
            check_text(text, decoder)
        }
        Kind::FixedStr { len, .. } => {
            let text = decoder.take(len)?;
            check_text(text, decoder)
        }
        Kind::Seq { element, .. } => {
            let count = read_length(schema, decoder)?;
            skip_items(element, count, decoder)
        }
        Kind::Option { value } => match decoder.take_array()? {
            [0] => Ok(()),
            [1] => skip(value, decoder),
            [byte] => Err(start.error(DecodeErrorKind::InvalidOption { byte: *byte })),
        },
        Kind::Delimited { prefix, value } => {
            let len = read_encoded(schema.prefix_encoding(), prefix, decoder)?;
            let (len, max) = (usize::try_from(len).unwrap_or(usize::MAX), value.max_size());
            if len > max {
                return Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })));
            }
            let mut inner = decoder.split(len)?;
            skip(value, &mut inner)?;
            inner.finish()
        }
        Kind::Rest { max, element } => skip_rest(max, element, decoder),
        Kind::Terminated { max, element, end } => {
            if is_byte(element) || is_char(element) {
                let content = decoder.take(content_len(decoder, max, end)?)?;
                if is_char(element) {
                    check_text(content, decoder)?;
                }
            } else {
                skip_until(max, element, end, decoder)?;
            }
            decoder.take(end.len()).map(drop)
        }
        Kind::Padded { padding, value } => {
            if decoder.take(padding)?.iter().any(|byte| *byte != 0) {
                let reason = "the padding is not zero";
                return Err(start.error(DecodeErrorKind::InvalidValue { reason }));
            }
            skip(value, decoder)
        }
        Kind::Constant { bytes } => match decoder.take(bytes.len())? {
            found if found == bytes => Ok(()),
            _ => {
                let reason = "the bytes are not those of the constant";
                Err(start.error(DecodeErrorKind::InvalidValue { reason }))
            }
        },
        Kind::Tuple { fields } => skip_fields(fields, [0; SWITCHES], decoder),
        Kind::Struct { fields, .. } => {
            skip_fields(fields, [0; SWITCHES], decoder)?;
            check_size(&start, decoder, schema.max_size())
        }
        Kind::Enum { tag, .. } => {
            let tag = read_encoded(schema.prefix_encoding(), tag, decoder)? as u64;
            let Some(variant) = schema.variant(tag) else {
                return Err(match schema.prefix_encoding() {
                    IntEncoding::Remaining => no_variant_fits(&start),
                    _ => start.error(DecodeErrorKind::UnknownTag { tag }),
                });
            };
            skip_fields(variant.fields, [tag; SWITCHES], decoder)?;
            check_size(&start, decoder, schema.max_size())
        }
    }
}

/// Checks the text that ends at the cursor.
fn check_text(text: &[u8], decoder: &Decoder<'_>) -> Result<(), DecodeError> {
    core::str::from_utf8(text).map(drop).map_err(|error| {
        let start = decoder.offset().saturating_sub(text.len());
        let offset = start.saturating_add(error.valid_up_to());
        DecodeError::new(DecodeErrorKind::InvalidUtf8, offset)
    })
}

fn skip_fields(
    fields: &'static [Field],
    mut switches: Switches,
    decoder: &mut Decoder<'_>,
) -> Result<(), DecodeError> {
    for field in fields {
        if field.is_optional() && decoder.rest().is_empty() {
            break;
        }
        if is_present(field, &switches) {
            skip_field(field, &mut switches, decoder)?;
        }
        if is_open_ended(field.schema()) {
            break;
        }
    }
    Ok(())
}

/// Whether the encoding may end with bytes of a hand-written type, whose length only that type knows.
pub(super) fn is_open_ended(schema: &Schema) -> bool {
    let among = |fields: &[Field]| fields.iter().any(|field| is_open_ended(field.schema()));
    match *schema.kind() {
        Kind::Opaque => schema.fixed_size().is_none(),
        Kind::Array { element, .. }
        | Kind::Seq { element, .. }
        | Kind::Rest { element, .. }
        | Kind::Terminated { element, .. } => is_open_ended(element),
        Kind::Option { value } | Kind::Padded { value, .. } => is_open_ended(value),
        Kind::Tuple { fields } | Kind::Struct { fields, .. } => among(fields),
        Kind::Enum { variants, other, .. } => {
            variants.iter().chain(other).any(|variant| among(variant.fields))
        }
        _ => false,
    }
}

fn check_size(start: &Decoder<'_>, end: &Decoder<'_>, max: usize) -> Result<(), DecodeError> {
    let size = end.offset().saturating_sub(start.offset());
    if size <= max {
        return Ok(());
    }
    Err(start.error(DecodeErrorKind::TooLarge { size, max }))
}

fn skip_items(
    element: &'static Schema,
    count: usize,
    decoder: &mut Decoder<'_>,
) -> Result<(), DecodeError> {
    for _ in 0..count {
        let before = decoder.rest().len();
        skip(element, decoder)?;
        // The elements have no bytes, and there may be many of them; or the first one extends to the end.
        if decoder.rest().len() == before || is_open_ended(element) {
            break;
        }
    }
    Ok(())
}

fn skip_bytes<'a>(schema: &Schema, decoder: &mut Decoder<'a>) -> Result<&'a [u8], DecodeError> {
    let len = read_length(schema, decoder)?;
    decoder.take(len)
}

/// Reads the length or the count of a value, and checks its bound.
pub(super) fn read_length(
    schema: &Schema,
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let (max, prefix) = match *schema.kind() {
        Kind::Bytes { max, prefix, .. }
        | Kind::Str { max, prefix }
        | Kind::Seq { max, prefix, .. } => (max, prefix),
        _ => (0, 0),
    };
    let start = *decoder;
    match usize::try_from(read_encoded(schema.prefix_encoding(), prefix, decoder)?) {
        Ok(len) if len <= max => Ok(len),
        len => {
            let len = len.unwrap_or(usize::MAX);
            Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })))
        }
    }
}
