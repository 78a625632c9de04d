//! Encodings described as data, and values read by that description.

use core::fmt;

/// How a type is laid out on the wire, as a `const` tree.
///
/// [`Wire::SCHEMA`](crate::Wire::SCHEMA) gives the schema of every wire type; [`Value`](crate::Value)
/// reads bytes by it. Enum variants and fields are in wire order; sizes are in bytes, `max` counts
/// elements (for text and byte strings: bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Schema {
    /// An unsigned little-endian integer.
    Uint {
        /// Its width.
        size: usize,
    },
    /// A signed little-endian integer.
    Int {
        /// Its width.
        size: usize,
    },
    /// An IEEE 754 number, little-endian.
    Float {
        /// Its width: 4 or 8.
        size: usize,
    },
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
    },
    /// A length prefix and that many bytes of UTF-8.
    Str {
        /// The largest length.
        max: usize,
    },
    /// An element count and that many elements.
    Seq {
        /// The largest count.
        max: usize,
        /// Each element's encoding.
        element: &'static Schema,
    },
    /// A tag byte 0, or a tag byte 1 and a value.
    Option {
        /// The value's encoding.
        value: &'static Schema,
    },
    /// The fields one after another.
    Struct {
        /// The type's name.
        name: &'static str,
        /// The longest encoding, in bytes; less than the fields' together if `max_size` tightens it.
        max_size: usize,
        /// The fields.
        fields: &'static [Field],
    },
    /// Bytes of unknown meaning, up to the end of the payload.
    Opaque,
    /// A discriminant.
    Enum {
        /// The type's name.
        name: &'static str,
        /// The discriminant's width.
        tag: usize,
        /// Names and discriminants.
        variants: &'static [(&'static str, u64)],
    },
}

/// A field of a [`Schema::Struct`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The field's name.
    pub name: &'static str,
    /// Its shortest encoding, in bytes.
    pub min_size: usize,
    /// Its longest encoding, in bytes.
    pub max_size: usize,
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

    /// The fields of a struct; empty for everything else.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self {
            Self::Struct { fields, .. } => fields,
            _ => &[],
        }
    }
}

/// The type as a specification writes it: `u32`, `str[0..=255]`, `seq[0..=255] of [u8; 32]`.
impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uint { size } => write!(f, "u{}", size.saturating_mul(8)),
            Self::Int { size } => write!(f, "i{}", size.saturating_mul(8)),
            Self::Float { size } => write!(f, "f{}", size.saturating_mul(8)),
            Self::Bool { .. } => f.write_str("bool"),
            Self::Array { len, element } => write!(f, "[{element}; {len}]"),
            Self::Bytes { max } => write!(f, "bytes[0..={max}]"),
            Self::Str { max } => write!(f, "str[0..={max}]"),
            Self::Seq { max, element } => write!(f, "seq[0..={max}] of {element}"),
            Self::Option { value } => write!(f, "option of {value}"),
            Self::Struct { name, .. } | Self::Enum { name, .. } => f.write_str(name),
            Self::Opaque => f.write_str("opaque"),
        }
    }
}
