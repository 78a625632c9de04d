//! Values that are read by their schema and not by their type.

use core::iter::FusedIterator;

use crate::codec::integers::{self, read_encoded};
use crate::codec::schema::SWITCHES;
use crate::codec::{Decode, DecodeError, Decoder, Field, Kind, Own, Schema};
use crate::inspect::skip::{
    Switches, is_byte, is_char, is_open_ended, is_present, number, skip, skip_field,
};
use crate::wire::trimmed;

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

    /// Reads a field at the cursor, given the values of the fields before it.
    pub(crate) fn read_field(
        field: &Field,
        switches: &mut Switches,
        decoder: &mut Decoder<'a>,
    ) -> Result<Self, DecodeError> {
        let start = decoder.rest();
        skip_field(field, switches, decoder)?;
        let len = start.len().saturating_sub(decoder.rest().len());
        Ok(Self { schema: field.schema(), bytes: start.get(..len).unwrap_or(start) })
    }

    /// Returns the schema.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Whether the content is bytes that are shown as text.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self.schema.kind(), Kind::Bytes { text: true, .. })
    }

    /// Returns the encoding, without trailing bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the encoding without its length or count prefix, its padding, or the bytes that end it, if the type has them.
    #[must_use]
    pub fn body(&self) -> &'a [u8] {
        match *self.schema.kind() {
            Kind::Bytes { prefix, .. } | Kind::Str { prefix, .. } | Kind::Seq { prefix, .. } => {
                self.after(prefix).1
            }
            Kind::Padded { padding, .. } => self.bytes.get(padding..).unwrap_or_default(),
            Kind::Terminated { end, .. } => self.bytes.strip_suffix(end).unwrap_or(self.bytes),
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
            Kind::Bool { .. } => Content::Bool(number(self.bytes, false) & 1 == 1),
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
            Kind::Padded { value, .. } => Self { schema: value, bytes: self.body() }.content(),
            Kind::Constant { bytes } => Content::Bytes(bytes),
            Kind::Rest { element, .. } | Kind::Terminated { element, .. } => {
                match is_byte(element) || is_char(element) {
                    true => bytes_or_text(element, self.body()),
                    false => Content::Items(self.items_to_the_end(element)),
                }
            }
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
                Content::Enum(tag, name, NamedValues { fields, decoder, switches: [tag; SWITCHES] })
            }
        }
    }

    fn fields(&self, fields: &'static [Field]) -> NamedValues<'a> {
        NamedValues { fields, decoder: Decoder::new(self.bytes), switches: [0; SWITCHES] }
    }

    fn items_to_the_end(&self, element: &'static Schema) -> Values<'a> {
        let mut decoder = Decoder::new(self.body());
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
    switches: Switches,
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
                let value = Value::read_field(field, &mut self.switches, &mut self.decoder);
                return Some((field.name(), value.ok()?));
            }
        }
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

/// Content whose elements are bytes or characters.
fn bytes_or_text<'a>(element: &Schema, content: &'a [u8]) -> Content<'a> {
    match is_char(element) {
        true => Content::Str(core::str::from_utf8(content).unwrap_or_default()),
        false => Content::Bytes(content),
    }
}
