//! Encodings described as data, and values read by that description.

use core::fmt;

/// How a type is laid out on the wire, as a `const` tree.
///
/// [`Wire::SCHEMA`](crate::Wire::SCHEMA) gives the schema of every wire type; [`Value`](crate::Value)
/// reads bytes by it. Enum variants and fields are in wire order; sizes are in bytes, `max` counts
/// elements (for text and byte strings: bytes).
///
/// It is about layout alone. What a type accepts of such bytes is its own rule: `range`, `validate` and
/// `with` of the derive, and that a `NonZero` is not 0, are not in the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Schema {
    /// An unsigned integer.
    Uint {
        /// Its width.
        size: usize,
        /// Whether the most significant byte comes first; otherwise the least significant does.
        big_endian: bool,
    },
    /// A signed integer in two's complement.
    Int {
        /// Its width.
        size: usize,
        /// As for `Uint`.
        big_endian: bool,
    },
    /// An IEEE 754 number.
    Float {
        /// Its width: 4 or 8.
        size: usize,
        /// As for `Uint`.
        big_endian: bool,
    },
    /// One character in UTF-8, 1 to 4 bytes.
    Char,
    /// One byte.
    Bool {
        /// Whether only the lowest bit counts; otherwise bytes other than 0 and 1 are rejected.
        low_bit: bool,
    },
    /// A fixed number of elements, no prefix.
    Array {
        /// Number of elements.
        len: usize,
        /// Each element's encoding.
        element: &'static Schema,
    },
    /// A length prefix and that many bytes.
    Bytes {
        /// The largest length.
        max: usize,
        /// The width of the length prefix, in bytes.
        prefix: usize,
    },
    /// A length prefix and that many bytes of UTF-8.
    Str {
        /// The largest length.
        max: usize,
        /// The width of the length prefix, in bytes.
        prefix: usize,
    },
    /// An element count and that many elements.
    Seq {
        /// The largest count.
        max: usize,
        /// The width of the count, in bytes.
        prefix: usize,
        /// Each element's encoding.
        element: &'static Schema,
    },
    /// A tag byte 0, or a tag byte 1 and a value.
    Option {
        /// The value's encoding.
        value: &'static Schema,
    },
    /// The elements of a tuple one after another. `()` and `PhantomData` have none.
    Tuple {
        /// The elements, called `0`, `1`, ..
        fields: &'static [Field],
    },
    /// The fields one after another.
    Struct {
        /// The type's name.
        name: &'static str,
        /// The longest encoding, in bytes; less than the fields' together if `max_size` tightens it.
        max_size: usize,
        /// Bytes that may follow a payload of this type and are ignored; only there, not in a field.
        max_trailing: usize,
        /// The fields.
        fields: &'static [Field],
    },
    /// A discriminant, and the fields of the variant that it names.
    Enum {
        /// The type's name.
        name: &'static str,
        /// The discriminant's width.
        tag: usize,
        /// The longest encoding, in bytes, the discriminant included.
        max_size: usize,
        /// As for `Struct`.
        max_trailing: usize,
        /// The variants.
        variants: &'static [Variant],
        /// The variant of all other discriminants, if there is one. Its own `tag` is not used.
        other: Option<&'static Variant>,
    },
    /// Bytes of unknown meaning, up to the end of the payload.
    Opaque,
}

/// A variant of a [`Schema::Enum`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    /// The variant's name.
    pub name: &'static str,
    /// Its discriminant.
    pub tag: u64,
    /// What follows the discriminant.
    pub fields: &'static [Field],
}

/// A field of a [`Schema::Struct`], of a [`Schema::Tuple`] or of a [`Variant`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The field's name.
    pub name: &'static str,
    /// Its shortest encoding, in bytes; 0 if it is optional.
    pub min_size: usize,
    /// Its longest encoding, in bytes.
    pub max_size: usize,
    /// Whether the field is absent where the input ends before it: `#[frame(default)]`.
    pub optional: bool,
    /// Its encoding.
    pub schema: &'static Schema,
}

impl Schema {
    /// The name of the struct or enum, if it is one.
    ///
    /// ```
    /// use pool_codec::Wire;
    /// assert_eq!(u32::SCHEMA.name(), None);
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        match self {
            Self::Struct { name, .. } | Self::Enum { name, .. } => Some(name),
            _ => None,
        }
    }

    /// The fields of a struct or a tuple; empty for everything else.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self {
            Self::Struct { fields, .. } | Self::Tuple { fields } => fields,
            _ => &[],
        }
    }

    /// The variants of an enum; empty for everything else.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use pool_codec::{Frame, Wire};
    ///
    /// #[derive(Frame)]
    /// enum Side { Bid = 0, Ask = 1 }
    ///
    /// assert_eq!(Side::SCHEMA.variants()[1].name, "Ask");
    /// # }
    /// ```
    #[must_use]
    pub const fn variants(&self) -> &'static [Variant] {
        match self {
            Self::Enum { variants, .. } => variants,
            _ => &[],
        }
    }

    /// The variant of an enum that takes all discriminants of no other variant, if there is one.
    #[must_use]
    pub const fn other(&self) -> Option<&'static Variant> {
        match self {
            Self::Enum { other, .. } => *other,
            _ => None,
        }
    }

    /// Bytes that may follow a payload of this type and are ignored.
    pub(crate) const fn max_trailing(&self) -> usize {
        match self {
            Self::Struct { max_trailing, .. } | Self::Enum { max_trailing, .. } => *max_trailing,
            _ => 0,
        }
    }
}

/// The type as a specification writes it: `u32`, `str[0..=255]`, `seq[0..=255] of [u8; 32]`.
impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Shown { schema: self, depth: DEPTH }.fmt(f)
    }
}

/// The deepest schema that is written out: a derived one is finite, one made by hand may not be.
const DEPTH: usize = 16;

/// A schema, written out no deeper than `depth`.
struct Shown<'a> {
    schema: &'a Schema,
    depth: usize,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(depth) = self.depth.checked_sub(1) else { return f.write_str("..") };
        let inner = |schema| Shown { schema, depth };
        match self.schema {
            Schema::Uint { size, big_endian } => number(f, 'u', *size, *big_endian),
            Schema::Int { size, big_endian } => number(f, 'i', *size, *big_endian),
            Schema::Float { size, big_endian } => number(f, 'f', *size, *big_endian),
            Schema::Char => f.write_str("char"),
            Schema::Bool { .. } => f.write_str("bool"),
            Schema::Array { len, element } => write!(f, "[{}; {len}]", inner(element)),
            Schema::Bytes { max, .. } => write!(f, "bytes[0..={max}]"),
            Schema::Str { max, .. } => write!(f, "str[0..={max}]"),
            Schema::Seq { max, element, .. } => write!(f, "seq[0..={max}] of {}", inner(element)),
            Schema::Option { value } => write!(f, "option of {}", inner(value)),
            Schema::Struct { name, .. } | Schema::Enum { name, .. } => f.write_str(name),
            Schema::Tuple { fields } => {
                f.write_str("(")?;
                for (index, Field { schema, .. }) in fields.iter().enumerate() {
                    write!(f, "{}{}", if index == 0 { "" } else { ", " }, inner(schema))?;
                }
                f.write_str(")")
            }
            Schema::Opaque => f.write_str("opaque"),
        }
    }
}

fn number(f: &mut fmt::Formatter<'_>, kind: char, size: usize, big_endian: bool) -> fmt::Result {
    write!(f, "{kind}{}{}", size.saturating_mul(8), if big_endian { "be" } else { "" })
}
