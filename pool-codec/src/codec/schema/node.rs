//! The description of an encoding: a tree of kinds, with the sizes of each.

use super::sizes::Sizes;

/// The encoding of a type, as a `const` tree.
///
/// [`Wire::SCHEMA`](crate::Wire::SCHEMA) is the schema of every wire type; [`Value`](crate::schema::Value) reads bytes
/// by it. Enum variants and fields are in wire order; sizes are in bytes. A schema is made by `const`
/// functions of its parts, so it is finite, and its sizes agree with its parts.
///
/// It is about layout alone. Which of these bytes a type accepts is the type's own rule: `range`, `validate`
/// and `with` of the derive, and the rule that a `NonZero` is not 0, are not in the schema.
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
/// Two schemas are equal if they describe the same bytes, as those of the owned and the borrowed form of a type do.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    pub(super) kind: Kind,
    pub(super) sizes: Sizes,
    pub(super) max_trailing: usize,
}

/// The shape of an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
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
        /// The number of elements.
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
    /// A byte 0, or a byte 1 and the value.
    Option {
        /// The value's encoding.
        value: &'static Schema,
    },
    /// The elements one after another.
    Tuple {
        /// The elements, called `0`, `1`, ..
        fields: &'static [Field],
    },
    /// The fields one after another.
    Struct {
        /// The type's name.
        name: &'static str,
        /// The fields.
        fields: &'static [Field],
    },
    /// A discriminant, and the fields of the variant that it names.
    Enum {
        /// The type's name.
        name: &'static str,
        /// The discriminant's width.
        tag: usize,
        /// The variants that have a discriminant of their own.
        variants: &'static [Variant],
        /// The variant of all other discriminants, if there is one. Its own `tag` is not used.
        other: Option<&'static Variant>,
    },
    /// Bytes of unknown meaning, up to the end of the payload.
    Opaque,
}

/// A variant of a [`Kind::Enum`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    /// The variant's name.
    pub name: &'static str,
    /// Its discriminant.
    pub tag: u64,
    /// The fields behind the discriminant.
    pub fields: &'static [Field],
}

/// A field of a [`Kind::Struct`], of a [`Kind::Tuple`] or of a [`Variant`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The name that errors give: the field's, behind the variant's and a dot if it is in a variant.
    pub(super) label: &'static str,
    pub(super) optional: bool,
    pub(super) schema: &'static Schema,
}

impl Schema {
    /// The shape of the encoding, with its parts.
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The length of the shortest encoding, in bytes.
    #[inline]
    #[must_use]
    pub const fn min_size(&self) -> usize {
        self.sizes.min
    }

    /// The length of the longest encoding, in bytes.
    #[inline]
    #[must_use]
    pub const fn max_size(&self) -> usize {
        self.sizes.max
    }

    /// The most heap bytes that one decoded value holds.
    #[must_use]
    pub const fn max_heap(&self) -> usize {
        self.sizes.heap
    }

    /// The part of [`max_heap`](Self::max_heap) that is not the content of text and byte strings. The sum of
    /// the content is bounded by the input's length too.
    #[must_use]
    pub const fn max_overhead(&self) -> usize {
        self.sizes.overhead
    }

    /// The most heap bytes that one byte of encoding leads to, rounded up; `usize::MAX` if it is unknown.
    #[must_use]
    pub const fn heap_per_byte(&self) -> usize {
        self.sizes.heap_per_byte
    }

    /// Whether all encodings have one length and every byte string of that length decodes. A sequence of
    /// plain elements is checked in one comparison.
    #[inline]
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.sizes.plain
    }

    /// The number of bytes that may follow a payload of this type and are ignored.
    #[inline]
    #[must_use]
    pub const fn max_trailing(&self) -> usize {
        self.max_trailing
    }

    /// The length of all encodings, if they have one length.
    #[inline]
    #[must_use]
    pub const fn fixed_size(&self) -> Option<usize> {
        if self.sizes.min == self.sizes.max { Some(self.sizes.min) } else { None }
    }

    /// The name of the struct or enum, if it is one.
    ///
    /// ```
    /// use pool_codec::Wire;
    /// assert_eq!(u32::SCHEMA.name(), None);
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Struct { name, .. } | Kind::Enum { name, .. } => Some(name),
            _ => None,
        }
    }

    /// The fields of a struct or a tuple; empty for everything else.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self.kind {
            Kind::Struct { fields, .. } | Kind::Tuple { fields } => fields,
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
        match self.kind {
            Kind::Enum { variants, .. } => variants,
            _ => &[],
        }
    }

    /// The variant of an enum that takes every discriminant of no other variant, if there is one.
    #[must_use]
    pub const fn other(&self) -> Option<&'static Variant> {
        match self.kind {
            Kind::Enum { other, .. } => other,
            _ => None,
        }
    }

    /// The variant that a discriminant names.
    #[must_use]
    pub fn variant(&self, tag: u64) -> Option<&'static Variant> {
        self.variants().iter().find(|variant| variant.tag == tag).or(self.other())
    }

    /// The fields of a struct; of an enum, those of the variant at `variant`, where the variant of other
    /// discriminants stands behind the last one.
    #[must_use]
    pub(crate) const fn fields_of(&self, variant: usize) -> &'static [Field] {
        let Kind::Enum { variants, other, .. } = self.kind else { return self.fields() };
        if variant < variants.len() {
            #[expect(clippy::indexing_slicing, reason = "checked above; `get` is not const")]
            return variants[variant].fields;
        }
        match other {
            Some(other) => other.fields,
            None => &[],
        }
    }
}

impl Field {
    /// The field's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        let (mut rest, mut at) = (self.label.as_bytes(), 0_usize);
        let mut index = 0_usize;
        while let [byte, tail @ ..] = rest {
            index = index.saturating_add(1);
            if *byte == b'.' {
                at = index;
            }
            rest = tail;
        }
        self.label.split_at(at).1
    }

    /// The name that errors give the field: in a variant it begins with the variant's name and a dot.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        self.label
    }

    /// Whether the field is absent where the input ends before it: `#[frame(default)]`.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }

    /// The field's shortest encoding, in bytes; 0 if it is optional.
    #[must_use]
    pub const fn min_size(&self) -> usize {
        if self.optional { 0 } else { self.schema.sizes.min }
    }

    /// The field's longest encoding, in bytes.
    #[must_use]
    pub const fn max_size(&self) -> usize {
        self.schema.sizes.max
    }

    /// The field's encoding.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }
}

impl PartialEq for Schema {
    fn eq(&self, other: &Self) -> bool {
        (self.sizes.min, self.sizes.max, self.max_trailing)
            == (other.sizes.min, other.sizes.max, other.max_trailing)
            && self.kind == other.kind
    }
}

impl Eq for Schema {}
