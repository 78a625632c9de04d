//! Values read by their schema instead of their type.

use core::iter::FusedIterator;

use crate::decode::{Decodable, Decoder};
use crate::error::{DecodeError, DecodeErrorKind, TooLong};
use crate::schema::{Field, Schema};
use crate::wire::{LowBitBool, prefix_size};

/// An encoded value and the schema to read it by: for tools that print messages they have no type
/// for at hand.
///
/// ```
/// use pool_codec::{Content, Seq, Value, Wire};
///
/// let value = Value::new(Seq::<u16, 255>::SCHEMA, &[2, 1, 0, 2, 0]).unwrap();
/// let Content::Items(items) = value.content() else { panic!() };
/// let numbers: Vec<_> = items.map(|item| item.content()).collect();
/// assert!(matches!(numbers[..], [Content::Uint(1), Content::Uint(2)]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value<'a> {
    schema: &'static Schema,
    /// The whole encoding and nothing else; checked.
    bytes: &'a [u8],
}

/// What a [`Value`] holds.
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
    /// An enum's discriminant and the variant's name.
    Enum(u64, &'static str),
}

impl<'a> Value<'a> {
    /// Checks that `bytes` are exactly one encoding of `schema`.
    ///
    /// # Errors
    ///
    /// If decoding the type itself would fail, though not always with the same words: a type checks the
    /// length of several fields at once, and names them. Also if the schema, made by hand, nests more
    /// than 64 deep.
    pub fn new(schema: &'static Schema, bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = Self::read(schema, &mut decoder)?;
        decoder.finish()?;
        Ok(value)
    }

    /// Reads one value at the cursor.
    ///
    /// # Errors
    ///
    /// If the bytes at the cursor are not an encoding of `schema`.
    pub fn read(schema: &'static Schema, decoder: &mut Decoder<'a>) -> Result<Self, DecodeError> {
        let start = decoder.rest();
        skip(schema, decoder, DEPTH)?;
        let len = start.len().saturating_sub(decoder.rest().len());
        Ok(Self { schema, bytes: start.get(..len).unwrap_or(start) })
    }

    /// The schema.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// The encoding.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The encoding without its length or count prefix, for types that have one.
    #[must_use]
    pub fn body(&self) -> &'a [u8] {
        let prefix = match self.schema {
            Schema::Bytes { max } | Schema::Str { max } | Schema::Seq { max, .. } => {
                prefix_size(*max)
            }
            _ => 0,
        };
        self.bytes.get(prefix..).unwrap_or_default()
    }

    /// What the value holds.
    #[must_use]
    pub fn content(&self) -> Content<'a> {
        match self.schema {
            Schema::Uint { .. } => Content::Uint(uint(self.bytes)),
            Schema::Int { size } => {
                let unused =
                    128_u32.saturating_sub(u32::try_from(size.saturating_mul(8)).unwrap_or(128));
                Content::Int((uint(self.bytes) as i128).wrapping_shl(unused).wrapping_shr(unused))
            }
            Schema::Float { size: 4 } => Content::F32(f32::from_bits(uint(self.bytes) as u32)),
            Schema::Float { .. } => Content::F64(f64::from_bits(uint(self.bytes) as u64)),
            Schema::Bool { .. } => Content::Bool(uint(self.bytes) & 1 == 1),
            Schema::Array { element: Schema::Uint { size: 1 }, .. }
            | Schema::Bytes { .. }
            | Schema::Opaque => Content::Bytes(self.body()),
            Schema::Str { .. } => {
                Content::Str(core::str::from_utf8(self.body()).unwrap_or_default())
            }
            Schema::Array { len, element } => Content::Items(self.items(element, *len)),
            Schema::Seq { max, element } => {
                let count = self.bytes.get(..prefix_size(*max)).unwrap_or_default();
                Content::Items(self.items(element, uint(count) as usize))
            }
            Schema::Option { value } => Content::Option(
                self.bytes
                    .get(1..)
                    .filter(|_| self.bytes != [0])
                    .map(|bytes| Self { schema: value, bytes }),
            ),
            Schema::Struct { fields, .. } => {
                Content::Struct(NamedValues { fields, decoder: Decoder::new(self.bytes) })
            }
            Schema::Enum { variants, .. } => {
                let tag = uint(self.bytes) as u64;
                Content::Enum(tag, variant(variants, tag).unwrap_or_default())
            }
        }
    }

    fn items(&self, element: &'static Schema, left: usize) -> Values<'a> {
        Values { element, decoder: Decoder::new(self.body()), left }
    }
}

/// Iterator over the elements of a sequence or array.
#[derive(Debug, Clone)]
pub struct Values<'a> {
    element: &'static Schema,
    decoder: Decoder<'a>,
    left: usize,
}

impl PartialEq for Values<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.element == other.element
            && self.left == other.left
            && self.decoder.rest() == other.decoder.rest()
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

/// Iterator over the fields of a struct, with their names.
#[derive(Debug, Clone)]
pub struct NamedValues<'a> {
    fields: &'static [Field],
    decoder: Decoder<'a>,
}

impl PartialEq for NamedValues<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields && self.decoder.rest() == other.decoder.rest()
    }
}

impl<'a> Iterator for NamedValues<'a> {
    type Item = (&'static str, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let (field, rest) = self.fields.split_first()?;
        self.fields = rest;
        Some((field.name, Value::read(field.schema, &mut self.decoder).ok()?))
    }
}

/// At most 16 little-endian bytes.
fn uint(bytes: &[u8]) -> u128 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u128::from(*byte))
}

fn variant(variants: &'static [(&'static str, u64)], tag: u64) -> Option<&'static str> {
    variants.iter().find(|(_, discriminant)| *discriminant == tag).map(|(name, _)| *name)
}

/// The deepest schema that is followed: a derived one is finite, one made by hand may not be.
const DEPTH: usize = 64;

/// Moves the cursor over one value.
fn skip(
    schema: &'static Schema,
    decoder: &mut Decoder<'_>,
    depth: usize,
) -> Result<(), DecodeError> {
    let start = *decoder;
    let Some(depth) = depth.checked_sub(1) else {
        return Err(
            start.error(DecodeErrorKind::InvalidValue { reason: "the schema nests too deeply" })
        );
    };
    match schema {
        Schema::Uint { size } | Schema::Int { size } | Schema::Float { size } => {
            decoder.take(*size).map(drop)
        }
        Schema::Bool { low_bit: true } => LowBitBool::decode_from(decoder).map(drop),
        Schema::Bool { low_bit: false } => bool::decode_from(decoder).map(drop),
        Schema::Opaque => decoder.take(decoder.rest().len()).map(drop),
        Schema::Array { len, element } => skip_items(element, *len, decoder, depth),
        Schema::Bytes { max } => skip_bytes(*max, decoder).map(drop),
        Schema::Str { max } => {
            let text = skip_bytes(*max, decoder)?;
            core::str::from_utf8(text).map(drop).map_err(|error| {
                let start = decoder.offset().saturating_sub(text.len());
                let offset = start.saturating_add(error.valid_up_to());
                DecodeError::new(DecodeErrorKind::InvalidUtf8, offset)
            })
        }
        Schema::Seq { max, element } => {
            let count = read_length(*max, decoder)?;
            skip_items(element, count, decoder, depth)
        }
        Schema::Option { value } => match decoder.take_array()? {
            [0] => Ok(()),
            [1] => skip(value, decoder, depth),
            [byte] => Err(start.error(DecodeErrorKind::InvalidOption { byte: *byte })),
        },
        Schema::Struct { fields, max_size, .. } => {
            fields.iter().try_for_each(|field| skip(field.schema, decoder, depth))?;
            let size = decoder.offset().saturating_sub(start.offset());
            if size <= *max_size {
                return Ok(());
            }
            Err(start.error(DecodeErrorKind::TooLarge { size, max: *max_size }))
        }
        Schema::Enum { tag, variants, .. } => {
            let tag = uint(decoder.take(*tag)?) as u64;
            match variant(variants, tag) {
                Some(_) => Ok(()),
                None => Err(start.error(DecodeErrorKind::UnknownTag { tag })),
            }
        }
    }
}

fn skip_items(
    element: &'static Schema,
    count: usize,
    decoder: &mut Decoder<'_>,
    depth: usize,
) -> Result<(), DecodeError> {
    for _ in 0..count {
        let before = decoder.rest().len();
        skip(element, decoder, depth)?;
        // An element without bytes: so are the others, and there may be many.
        if decoder.rest().len() == before {
            break;
        }
    }
    Ok(())
}

fn skip_bytes<'a>(max: usize, decoder: &mut Decoder<'a>) -> Result<&'a [u8], DecodeError> {
    let len = read_length(max, decoder)?;
    decoder.take(len)
}

fn read_length(max: usize, decoder: &mut Decoder<'_>) -> Result<usize, DecodeError> {
    let start = *decoder;
    let len = uint(decoder.take(prefix_size(max))?) as usize;
    if len > max {
        return Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max })));
    }
    Ok(len)
}
