//! The schema of an encoding: a tree of kinds, with the sizes of each.

use super::condition::Condition;
use super::int_encoding::IntEncoding;
use super::sizes::Sizes;
use crate::codec::varint::Varint;

/// The encoding of a type, as a `const` tree.
///
/// Every wire type has a schema in [`Wire::SCHEMA`](crate::Wire::SCHEMA), and [`Value`](crate::schema::Value)
/// reads bytes by a schema. Enum variants and fields are in wire order. Sizes are in bytes. `const` functions
/// build a schema from its parts, so it is finite and its sizes match its parts.
///
/// A schema describes only the layout of the bytes. It does not contain the rules by which a type rejects values:
/// `range`, `validate` and `with` of the derive, and the rule that a `NonZero` is not 0.
///
/// Two schemas are equal if they describe the same bytes under the same names. The schemas of the owned and the
/// borrowed form of a type are equal.
///
/// ```
/// use pool_codec::schema::Kind;
/// use pool_codec::{Str, Wire};
///
/// let schema = <Option<Str<300>>>::SCHEMA;
/// assert_eq!((schema.min_size(), schema.max_size()), (1, 1 + 2 + 300));
/// assert_eq!(schema.to_string(), "option of str[0..=300]");
/// let Kind::Option { value } = schema.kind() else { panic!() };
/// assert_eq!(*value, Str::<300>::SCHEMA);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    pub(super) kind: Kind,
    pub(super) sizes: Sizes,
    pub(super) max_trailing: usize,
    /// The encoding of the length, the count or the tag in front.
    pub(super) prefix: IntEncoding,
    pub(super) docs: &'static str,
    pub(super) reserved: &'static [(u64, u64)],
}

/// The shape of an encoding. Sizes and widths are in bytes.
///
/// ```
/// use pool_codec::Wire;
/// use pool_codec::schema::Kind;
///
/// assert_eq!(*u32::SCHEMA.kind(), Kind::Uint { size: 4, big_endian: false });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// An unsigned integer.
    Uint {
        /// The width of the number, in bytes.
        size: usize,
        /// Whether the most significant byte comes first. Otherwise the least significant byte does.
        big_endian: bool,
    },
    /// A signed integer in two's complement.
    Int {
        /// The width of the number, in bytes.
        size: usize,
        /// The byte order, as for `Uint`.
        big_endian: bool,
    },
    /// An IEEE 754 number.
    Float {
        /// The width of the number, in bytes: 4 or 8.
        size: usize,
        /// The byte order, as for `Uint`.
        big_endian: bool,
    },
    /// An unsigned integer of variable width.
    VarUint {
        /// The width of the largest number, in bits.
        bits: usize,
        /// The encoding.
        varint: Varint,
        /// Whether it may be longer than necessary.
        lenient: bool,
    },
    /// A signed integer of variable width, in zigzag order.
    VarInt {
        /// The width of the largest number in two's complement, in bits.
        bits: usize,
        /// The encoding.
        varint: Varint,
        /// Whether it may be longer than necessary.
        lenient: bool,
    },
    /// One character in UTF-8, 1 to 4 bytes.
    Char,
    /// Text of a fixed width in UTF-8.
    FixedStr {
        /// The width, in bytes.
        len: usize,
        /// The byte that fills the places after the text.
        pad: u8,
    },
    /// One byte.
    Bool {
        /// Whether only the lowest bit counts. Otherwise bytes other than 0 and 1 are rejected.
        low_bit: bool,
    },
    /// A fixed number of elements, without a prefix.
    Array {
        /// The number of elements.
        len: usize,
        /// The encoding of each element.
        element: &'static Schema,
    },
    /// A length prefix and that many bytes.
    Bytes {
        /// The largest length, in bytes.
        max: usize,
        /// The width of the length prefix, in bytes.
        prefix: usize,
        /// Whether the bytes are shown as text: most of them are UTF-8, as in a [`ByteStr`](crate::ByteStr).
        text: bool,
    },
    /// A length prefix and that many bytes of UTF-8.
    Str {
        /// The largest length, in bytes.
        max: usize,
        /// The width of the length prefix, in bytes.
        prefix: usize,
    },
    /// An element count and that many elements.
    Seq {
        /// The largest number of elements.
        max: usize,
        /// The width of the count, in bytes.
        prefix: usize,
        /// The encoding of each element.
        element: &'static Schema,
    },
    /// A byte 0, or a byte 1 and the value.
    Option {
        /// The encoding of the value.
        value: &'static Schema,
    },
    /// The elements one after another.
    Tuple {
        /// The elements, which are named `0`, `1` and so on.
        fields: &'static [Field],
    },
    /// The fields one after another.
    Struct {
        /// The name of the type.
        name: &'static str,
        /// The fields.
        fields: &'static [Field],
    },
    /// A discriminant, and the fields of the variant that it selects.
    Enum {
        /// The name of the type.
        name: &'static str,
        /// The width of the discriminant, in bytes.
        tag: usize,
        /// The variants that have a discriminant of their own.
        variants: &'static [Variant],
        /// The variant for all other discriminants, if there is one. Its `tag` is not used.
        other: Option<&'static Variant>,
    },
    /// A length in bytes, and a value of exactly that many bytes.
    Delimited {
        /// The width of the length, in bytes.
        prefix: usize,
        /// The encoding of the value.
        value: &'static Schema,
    },
    /// Everything up to the end of the payload: bytes if the element is a byte, text if it is a `char`, and elements
    /// otherwise.
    Rest {
        /// The largest number of bytes of bytes and text, and of elements.
        max: usize,
        /// The encoding of each element.
        element: &'static Schema,
    },
    /// Everything up to constant bytes, and these bytes: bytes if the element is a byte, text if it is a `char`, and
    /// elements otherwise, none of which begins with the constant bytes.
    Terminated {
        /// The largest number of bytes of bytes and text, and of elements.
        max: usize,
        /// The encoding of each element.
        element: &'static Schema,
        /// The constant bytes.
        end: &'static [u8],
    },
    /// Zero bytes, and a value.
    Padded {
        /// The number of zero bytes.
        padding: usize,
        /// The encoding of the value.
        value: &'static Schema,
    },
    /// Bytes that are always the same.
    Constant {
        /// The bytes.
        bytes: &'static [u8],
    },
    /// Bytes of unknown meaning, up to the end of the payload.
    Opaque,
}

/// A variant of a [`Kind::Enum`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Variant {
    /// The name of the variant.
    pub name: &'static str,
    /// The discriminant of the variant.
    pub tag: u64,
    /// The fields after the discriminant.
    pub fields: &'static [Field],
    /// The doc comment of the variant. See [`Schema::docs`].
    pub docs: &'static str,
}

/// A field of a [`Kind::Struct`], of a [`Kind::Tuple`] or of a [`Variant`].
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name of the field in errors. In a variant, the name of the variant and a dot come before it.
    pub(super) label: &'static str,
    pub(super) optional: bool,
    /// The slot under which conditions know the value of the field.
    pub(super) switch: Option<usize>,
    pub(super) condition: Option<Condition>,
    /// The slot of the field that has the length or the count of this one.
    pub(super) count: Option<usize>,
    pub(super) schema: &'static Schema,
    pub(super) docs: &'static str,
    pub(super) range: &'static str,
}

impl PartialEq for Schema {
    fn eq(&self, other: &Self) -> bool {
        (self.sizes.min, self.sizes.max, self.max_trailing, self.prefix)
            == (other.sizes.min, other.sizes.max, other.max_trailing, other.prefix)
            && self.kind == other.kind
    }
}

impl Eq for Schema {}

impl PartialEq for Variant {
    fn eq(&self, other: &Self) -> bool {
        (self.name, self.tag, self.fields) == (other.name, other.tag, other.fields)
    }
}

impl Eq for Variant {}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        (self.label, self.optional, self.schema) == (other.label, other.optional, other.schema)
    }
}

impl Eq for Field {}
