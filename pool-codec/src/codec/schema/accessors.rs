//! What a schema and its fields say: sizes, names, parts.

use super::node::{Field, Kind, Schema, Variant};

impl Schema {
    /// Returns the shape of the encoding, with its parts.
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Returns the length of the shortest encoding, in bytes.
    #[inline]
    #[must_use]
    pub const fn min_size(&self) -> usize {
        self.sizes.min
    }

    /// Returns the length of the longest encoding, in bytes.
    #[inline]
    #[must_use]
    pub const fn max_size(&self) -> usize {
        self.sizes.max
    }

    /// Returns the largest number of heap bytes that a decoded value holds.
    #[must_use]
    pub const fn max_heap(&self) -> usize {
        self.sizes.heap
    }

    /// Returns the part of [`max_heap`](Self::max_heap) that is not the content of text and byte strings. The
    /// length of the input also limits the total content.
    #[must_use]
    pub const fn max_overhead(&self) -> usize {
        self.sizes.overhead
    }

    /// Returns the largest number of heap bytes per byte of encoding, rounded up. It is `usize::MAX` if it is
    /// unknown.
    #[must_use]
    pub const fn heap_per_byte(&self) -> usize {
        self.sizes.heap_per_byte
    }

    /// Whether a value is encoded without finding its size first: if that takes a loop, and no content is in cells, which
    /// are written faster if the size is known.
    pub(crate) const fn encodes_in_one_pass(&self) -> bool {
        self.sizes.uneven && !self.sizes.cells
    }

    /// Returns the largest number of heap bytes that a value decoded from at most `len` bytes holds.
    pub(crate) const fn heap_within(&self, len: usize) -> usize {
        self.sizes.heap_within(len)
    }

    /// Returns the number of bytes that may follow a payload of this type and are ignored.
    #[inline]
    #[must_use]
    pub const fn max_trailing(&self) -> usize {
        self.max_trailing
    }

    /// Returns the length of the encodings in bytes, if all of them have the same length.
    #[inline]
    #[must_use]
    pub const fn fixed_size(&self) -> Option<usize> {
        if self.sizes.min == self.sizes.max { Some(self.sizes.min) } else { None }
    }

    /// Returns the name of the struct or enum, if the type is one.
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

    /// Returns the fields of a struct or a tuple. Other types have none.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self.kind {
            Kind::Struct { fields, .. } | Kind::Tuple { fields } => fields,
            _ => &[],
        }
    }

    /// Returns the variants of an enum. Other types have none.
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

    /// Returns the variant of an enum for all discriminants that no other variant has, if there is one.
    #[must_use]
    pub const fn other(&self) -> Option<&'static Variant> {
        match self.kind {
            Kind::Enum { other, .. } => other,
            _ => None,
        }
    }

    /// Returns the doc comment of the type, one line of text per line. It is empty without the feature `docs`, and for
    /// types that have none.
    #[must_use]
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// Returns the discriminants of an enum that `#[frame(reserved = ..)]` lists, as ranges that include both ends.
    #[must_use]
    pub const fn reserved(&self) -> &'static [(u64, u64)] {
        self.reserved
    }

    /// Returns the variant that a discriminant selects.
    #[must_use]
    pub fn variant(&self, tag: u64) -> Option<&'static Variant> {
        self.variants().iter().find(|variant| variant.tag == tag).or(self.other())
    }

    /// Returns the fields of a struct, or those of the variant at index `variant` of an enum. The variant for other
    /// discriminants has the index after the last one.
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
    /// Returns the name of the field.
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

    /// Returns the name of the field in errors. In a variant, it begins with the name of the variant and a dot.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        self.label
    }

    /// Returns whether the field is absent if the input ends before it, as with `#[frame(default)]`.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }

    /// Returns the length of the shortest encoding of the field, in bytes. It is 0 if the field can be absent.
    #[must_use]
    pub const fn min_size(&self) -> usize {
        if self.optional || self.condition.is_some() { 0 } else { self.schema.sizes.min }
    }

    /// Returns the length of the longest encoding of the field, in bytes.
    #[must_use]
    pub const fn max_size(&self) -> usize {
        self.schema.sizes.max
    }

    /// Returns the encoding of the field.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Returns the doc comment of the field. See [`Schema::docs`].
    #[must_use]
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// Returns the values that `#[frame(range = ..)]` accepts, as Rust source. It is empty without the feature `docs`,
    /// and for fields that have no such rule.
    #[must_use]
    pub const fn range(&self) -> &'static str {
        self.range
    }
}
