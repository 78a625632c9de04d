//! Values that are read by their schema and not by their type.

use core::iter::FusedIterator;

use crate::codec::error::{DecodeErrorKind, TooLong};
use crate::codec::integers::{self, read_encoded};
use crate::codec::schema::SWITCHES;
use crate::codec::{Decode, DecodeError, Decoder, Field, Kind, Own, Schema};
use crate::wire::{LowBitBool, trimmed};

/// An encoded value and its schema, for tools that print messages without knowing their types.
///
/// ```
/// use pool_codec::schema::{Content, Value};
/// use pool_codec::{Seq, Wire};
///
/// let value = Value::new(Seq::<u16, 255>::SCHEMA, &[2, 1, 0, 2, 0]).unwrap();
/// let Content::Items(items) = value.content() else { panic!() };
/// let numbers: Vec<_> = items.map(|item| item.content()).collect();
/// assert!(matches!(numbers[..], [Content::Uint(1), Content::Uint(2)]));
/// ```
///
/// Two values are equal if their schemas and their contents are, by the rule of all forms: see WIRE.md section 9. So a NaN
/// does not equal itself, and two encodings of one boolean are equal.
#[derive(Debug, Clone, Copy)]
pub struct Value<'a> {
    schema: &'static Schema,
    /// The whole encoding and nothing else. It has been checked.
    bytes: &'a [u8],
}

/// The content of a [`Value`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content<'a> {
    /// An unsigned integer.
    Uint(u128),
    /// A signed integer.
    Int(i128),
    /// A 32-bit float.
    F32(f32),
    /// A 64-bit float.
    F64(f64),
    /// A boolean of either kind.
    Bool(bool),
    /// A byte string, a `[u8; N]`, or bytes of unknown meaning.
    Bytes(&'a [u8]),
    /// Text.
    Str(&'a str),
    /// The elements of a sequence or an array.
    Items(Values<'a>),
    /// An optional value.
    Option(Option<Value<'a>>),
    /// The fields of a struct.
    Struct(NamedValues<'a>),
    /// One character.
    Char(char),
    /// The elements of a tuple, which are named `0`, `1` and so on.
    Tuple(NamedValues<'a>),
    /// The discriminant of an enum, the name of the variant, and its fields.
    Enum(u64, &'static str, NamedValues<'a>),
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.schema == other.schema && self.content() == other.content()
    }
}

impl<'a> Value<'a> {
    /// Checks that `bytes` is one encoding of `schema`. The trailing bytes that the schema allows may follow it.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes do not have the layout of the type. Decoding the type itself may also fail because of
    /// a rule that is not part of a [schema](Schema): `range`, `validate`, `with`, or that a `NonZero` is not 0. Otherwise it
    /// fails for the same bytes, but not always with the same error, because a type checks the length of several fields
    /// at once.
    ///
    /// Bytes of a hand-written type whose length is not fixed extend to the end of the payload, because only that type
    /// knows their length. The fields after it are not read.
    pub fn new(schema: &'static Schema, bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = Self::read(schema, &mut decoder)?;
        decoder.finish_within(schema.max_trailing())?;
        Ok(value)
    }

    /// Reads one value at the cursor.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes at the cursor are not an encoding of `schema`.
    pub fn read(schema: &'static Schema, decoder: &mut Decoder<'a>) -> Result<Self, DecodeError> {
        let start = decoder.rest();
        skip(schema, decoder)?;
        let len = start.len().saturating_sub(decoder.rest().len());
        Ok(Self { schema, bytes: start.get(..len).unwrap_or(start) })
    }

    /// Returns the schema.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Returns the encoding, without trailing bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the encoding without its length or count prefix, if the type has one.
    #[must_use]
    pub fn body(&self) -> &'a [u8] {
        match *self.schema.kind() {
            Kind::Bytes { prefix, .. } | Kind::Str { prefix, .. } | Kind::Seq { prefix, .. } => {
                self.after(prefix).1
            }
            _ => self.bytes,
        }
    }

    /// Returns the length, the count or the tag in front, and the bytes after it.
    fn after(&self, width: usize) -> (u128, &'a [u8]) {
        let mut decoder = Decoder::new(self.bytes);
        let number = read_encoded(self.schema.prefix_encoding(), width, &mut decoder);
        (number.unwrap_or_default(), decoder.rest())
    }

    /// Returns the content of the value.
    #[must_use]
    pub fn content(&self) -> Content<'a> {
        match *self.schema.kind() {
            Kind::Uint { big_endian, .. } => Content::Uint(number(self.bytes, big_endian)),
            Kind::Int { size, big_endian } => {
                let unused =
                    128_u32.saturating_sub(u32::try_from(size.saturating_mul(8)).unwrap_or(128));
                let number = number(self.bytes, big_endian) as i128;
                Content::Int(number.wrapping_shl(unused).wrapping_shr(unused))
            }
            Kind::VarUint { .. } | Kind::VarInt { .. } => {
                let read = read_number(self.schema, &mut Decoder::new(self.bytes));
                read.unwrap_or(Content::Uint(0))
            }
            Kind::Float { size: 4, big_endian } => {
                Content::F32(f32::from_bits(number(self.bytes, big_endian) as u32))
            }
            Kind::Float { big_endian, .. } => {
                Content::F64(f64::from_bits(number(self.bytes, big_endian) as u64))
            }
            Kind::Char => {
                let read = <char as Decode<Own>>::decode_from(&mut Decoder::new(self.bytes));
                Content::Char(read.unwrap_or_default())
            }
            Kind::FixedStr { pad, .. } => Content::Str(trimmed(self.bytes, pad)),
            Kind::Bool { .. } => Content::Bool(uint(self.bytes) & 1 == 1),
            Kind::Array { element, .. } if is_byte(element) => Content::Bytes(self.bytes),
            Kind::Bytes { .. } | Kind::Opaque => Content::Bytes(self.body()),
            Kind::Str { .. } => Content::Str(core::str::from_utf8(self.body()).unwrap_or_default()),
            Kind::Array { len, element } => Content::Items(self.items(element, len)),
            // The count is in another field.
            Kind::Seq { prefix: 0, element, .. } => Content::Items(self.items_to_the_end(element)),
            Kind::Seq { prefix, element, .. } => {
                Content::Items(self.items(element, self.after(prefix).0 as usize))
            }
            Kind::Delimited { prefix, value } => {
                Self { schema: value, bytes: self.after(prefix).1 }.content()
            }
            Kind::Constant { bytes } => Content::Bytes(bytes),
            Kind::Terminated { element, .. } => {
                let content = self.bytes.strip_suffix(&[0]).unwrap_or(self.bytes);
                bytes_or_text(element, content)
            }
            Kind::Rest { element, .. } if is_byte(element) || is_char(element) => {
                bytes_or_text(element, self.bytes)
            }
            Kind::Rest { element, .. } => Content::Items(self.items_to_the_end(element)),
            Kind::Option { value } => Content::Option(
                self.bytes
                    .get(1..)
                    .filter(|_| self.bytes != [0])
                    .map(|bytes| Self { schema: value, bytes }),
            ),
            Kind::Struct { fields, .. } => Content::Struct(self.fields(fields)),
            Kind::Tuple { fields } => Content::Tuple(self.fields(fields)),
            Kind::Enum { tag: width, .. } => {
                let (tag, fields_in) = self.after(width);
                let tag = tag as u64;
                let (name, fields) = match self.schema.variant(tag) {
                    Some(variant) => (variant.name, variant.fields),
                    None => Default::default(),
                };
                let decoder = Decoder::new(fields_in);
                Content::Enum(tag, name, NamedValues { fields, decoder, switches: [0; SWITCHES] })
            }
        }
    }

    fn fields(&self, fields: &'static [Field]) -> NamedValues<'a> {
        NamedValues { fields, decoder: Decoder::new(self.bytes), switches: [0; SWITCHES] }
    }

    fn items_to_the_end(&self, element: &'static Schema) -> Values<'a> {
        let mut decoder = Decoder::new(self.bytes);
        let elements = core::iter::from_fn(|| Self::read(element, &mut decoder).ok());
        let left = elements.take_while(|value| !value.bytes.is_empty()).count();
        self.items(element, left)
    }

    fn items(&self, element: &'static Schema, left: usize) -> Values<'a> {
        Values { element, decoder: Decoder::new(self.body()), left }
    }
}

/// An iterator over the elements of a sequence or array.
///
/// ```
/// use pool_codec::Wire;
/// use pool_codec::schema::{Content, Value};
///
/// let value = Value::new(<[u16; 2]>::SCHEMA, &[1, 0, 2, 0]).unwrap();
/// let Content::Items(items) = value.content() else { panic!() };
/// assert_eq!(items.len(), 2);
/// assert!(items.map(|item| item.to_string()).eq(["1", "2"]));
/// ```
#[derive(Debug, Clone)]
pub struct Values<'a> {
    element: &'static Schema,
    decoder: Decoder<'a>,
    left: usize,
}

impl PartialEq for Values<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.left == other.left && self.clone().eq(other.clone())
    }
}

impl<'a> Iterator for Values<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        Value::read(self.element, &mut self.decoder).ok()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Values<'_> {}
impl FusedIterator for Values<'_> {}

/// An iterator over the fields of a struct, a tuple or a variant, with their names. It skips optional fields that
/// are absent.
///
/// ```
/// use pool_codec::Wire;
/// use pool_codec::schema::{Content, Value};
///
/// let value = Value::new(<(u8, bool)>::SCHEMA, &[7, 1]).unwrap();
/// let Content::Tuple(fields) = value.content() else { panic!() };
/// assert!(fields.map(|(name, field)| format!("{name}: {field}")).eq(["0: 7", "1: true"]));
/// ```
#[derive(Debug, Clone)]
pub struct NamedValues<'a> {
    fields: &'static [Field],
    decoder: Decoder<'a>,
    switches: [u64; SWITCHES],
}

impl PartialEq for NamedValues<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.clone().eq(other.clone())
    }
}

impl<'a> Iterator for NamedValues<'a> {
    type Item = (&'static str, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (field, rest) = self.fields.split_first()?;
            if field.is_optional() && self.decoder.rest().is_empty() {
                self.fields = &[];
                return None;
            }
            // Nothing follows bytes that extend to the end.
            self.fields = if is_open_ended(field.schema()) { &[] } else { rest };
            if is_present(field, &self.switches) {
                let value = read_field(field, &self.switches, &mut self.decoder).ok()?;
                note(field, value, &mut self.switches);
                return Some((field.name(), value));
            }
        }
    }
}

/// Returns whether the condition of a field holds, given the values of the fields before it.
pub(crate) fn is_present(field: &Field, switches: &[u64; SWITCHES]) -> bool {
    field.condition().is_none_or(|condition| condition.holds_for(switches))
}

/// Reads a field at the cursor, given the values of the fields before it.
pub(crate) fn read_field<'a>(
    field: &Field,
    switches: &[u64; SWITCHES],
    decoder: &mut Decoder<'a>,
) -> Result<Value<'a>, DecodeError> {
    let schema = field.schema();
    let Some(count) = field.count().and_then(|slot| switches.get(slot)) else {
        return Value::read(schema, decoder);
    };
    let start = *decoder;
    let len = usize::try_from(*count).unwrap_or(usize::MAX);
    match *schema.kind() {
        Kind::Bytes { max, .. } | Kind::Str { max, .. } | Kind::Seq { max, .. } if len > max => {
            return Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })));
        }
        Kind::Seq { element, .. } => skip_items(element, len, decoder)?,
        Kind::Str { .. } => {
            let text = decoder.take(len)?;
            check_text(text, decoder)?;
        }
        _ => {
            decoder.take(len)?;
        }
    }
    let read = decoder.offset().saturating_sub(start.offset());
    Ok(Value { schema, bytes: start.rest().get(..read).unwrap_or_default() })
}

/// Keeps the value of a field that conditions test.
pub(crate) fn note(field: &Field, value: Value<'_>, switches: &mut [u64; SWITCHES]) {
    if let Some(slot) = field.switch().and_then(|switch| switches.get_mut(switch)) {
        *slot = match value.content() {
            Content::Uint(number) => number as u64,
            Content::Bool(flag) => flag.into(),
            _ => 0,
        };
    }
}

/// Reads a number of variable width.
fn read_number(
    schema: &Schema,
    decoder: &mut Decoder<'_>,
) -> Result<Content<'static>, DecodeError> {
    let (bits, varint, lenient, signed) = match *schema.kind() {
        Kind::VarUint { bits, varint, lenient } => (bits, varint, lenient, false),
        Kind::VarInt { bits, varint, lenient } => (bits, varint, lenient, true),
        _ => return Ok(Content::Uint(0)),
    };
    let max = u128::MAX >> 128_usize.saturating_sub(bits);
    let number = integers::read(varint, max.min(varint.max()), lenient, decoder)?;
    Ok(if signed { Content::Int(integers::unzigzag(number)) } else { Content::Uint(number) })
}

/// Reads at most 16 bytes, least significant first.
fn uint(bytes: &[u8]) -> u128 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// Reads at most 16 bytes in either byte order.
fn number(bytes: &[u8], big_endian: bool) -> u128 {
    if !big_endian {
        return uint(bytes);
    }
    bytes.iter().fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// Returns whether a type is a byte. Several bytes are shown as a byte string.
pub(crate) const fn is_byte(schema: &Schema) -> bool {
    matches!(schema.kind(), Kind::Uint { size: 1, .. })
}

/// Returns whether a type is a character. Several characters are shown as text.
const fn is_char(schema: &Schema) -> bool {
    matches!(schema.kind(), Kind::Char)
}

/// Content whose elements are bytes or characters.
fn bytes_or_text<'a>(element: &Schema, content: &'a [u8]) -> Content<'a> {
    match is_char(element) {
        true => Content::Str(core::str::from_utf8(content).unwrap_or_default()),
        false => Content::Bytes(content),
    }
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

/// Moves the cursor over one value.
fn skip(schema: &'static Schema, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
    let start = *decoder;
    match *schema.kind() {
        Kind::Uint { size, .. } | Kind::Int { size, .. } | Kind::Float { size, .. } => {
            decoder.take(size).map(drop)
        }
        Kind::VarUint { .. } | Kind::VarInt { .. } => read_number(schema, decoder).map(drop),
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
        Kind::Terminated { max, element } => {
            let rest = decoder.rest();
            let within = rest.get(..=max).unwrap_or(rest);
            let Some(len) = within.iter().position(|byte| *byte == 0) else {
                return Err(match rest.len() > max {
                    true => {
                        let long = TooLong { len: max.saturating_add(1), max };
                        start.error(DecodeErrorKind::TooLong(long))
                    }
                    false => decoder.unexpected_end(rest.len().saturating_add(1)),
                });
            };
            let content = decoder.take(len)?;
            if is_char(element) {
                check_text(content, decoder)?;
            }
            decoder.take(1).map(drop)
        }
        Kind::Constant { bytes } => match decoder.take(bytes.len())? {
            found if found == bytes => Ok(()),
            _ => {
                let reason = "the bytes are not those of the constant";
                Err(start.error(DecodeErrorKind::InvalidValue { reason }))
            }
        },
        Kind::Tuple { fields } => skip_fields(fields, decoder),
        Kind::Struct { fields, .. } => {
            skip_fields(fields, decoder)?;
            check_size(&start, decoder, schema.max_size())
        }
        Kind::Enum { tag, .. } => {
            let tag = read_encoded(schema.prefix_encoding(), tag, decoder)? as u64;
            let Some(variant) = schema.variant(tag) else {
                return Err(start.error(DecodeErrorKind::UnknownTag { tag }));
            };
            skip_fields(variant.fields, decoder)?;
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

fn skip_fields(fields: &'static [Field], decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
    let mut switches = [0; SWITCHES];
    for field in fields {
        if field.is_optional() && decoder.rest().is_empty() {
            break;
        }
        if !is_present(field, &switches) {
            continue;
        }
        match (field.switch(), field.count()) {
            (None, None) => skip(field.schema(), decoder)?,
            _ => note(field, read_field(field, &switches, decoder)?, &mut switches),
        }
        if is_open_ended(field.schema()) {
            break;
        }
    }
    Ok(())
}

/// Whether the encoding may end with bytes of a hand-written type, whose length only that type knows.
fn is_open_ended(schema: &Schema) -> bool {
    let among = |fields: &[Field]| fields.iter().any(|field| is_open_ended(field.schema()));
    match *schema.kind() {
        Kind::Opaque => schema.fixed_size().is_none(),
        Kind::Array { element, .. } | Kind::Seq { element, .. } => is_open_ended(element),
        Kind::Option { value } => is_open_ended(value),
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
pub(crate) fn read_length(
    schema: &Schema,
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let (max, prefix) = match *schema.kind() {
        Kind::Bytes { max, prefix } | Kind::Str { max, prefix } | Kind::Seq { max, prefix, .. } => {
            (max, prefix)
        }
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
