//! Computes the sizes of a type from the sizes of its parts.

use super::int_encoding::IntEncoding;
use super::node::{Field, Variant};
use super::sizes::{Sizes, larger};

/// The tag of an enum, with the lengths of the shortest and the longest one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    pub(crate) min: usize,
    pub(crate) max: usize,
    pub(crate) encoding: IntEncoding,
}

impl Sizes {
    /// Returns the sizes of all `fields` together.
    pub(super) const fn of_fields(fields: &[Field]) -> Self {
        let (mut rest, mut all) = (fields, Self::NONE);
        while let [field, tail @ ..] = rest {
            all = all.then(field);
            rest = tail;
        }
        all
    }

    /// Adds the sizes of one more field.
    const fn then(self, field: &Field) -> Self {
        let part = field.schema.sizes;
        // The default value of an absent field does not come from the bytes of the input.
        let (overhead, heap_per_byte) = match (field.optional, part.heap) {
            (false, _) | (true, 0) => (part.overhead, part.heap_per_byte),
            (true, _) => (part.heap, usize::MAX),
        };
        Self {
            min: self.min.saturating_add(field.min_size()),
            max: self.max.saturating_add(part.max),
            heap: self.heap.saturating_add(part.heap),
            overhead: self.overhead.saturating_add(overhead),
            heap_per_byte: larger(self.heap_per_byte, heap_per_byte),
            adapted: larger(self.adapted, part.adapted),
            integers: self.integers | part.integers,
            cells: self.cells || part.cells,
            uneven: self.uneven || part.uneven,
            ..Self::NONE
        }
    }

    /// Returns the sizes of an enum, which is a discriminant and the fields of one variant.
    pub(super) const fn of_variants(
        tag: Tag,
        variants: &[Variant],
        other: Option<&Variant>,
    ) -> Self {
        let mut all = match (variants, other) {
            ([first, ..], _) => Self::of_variant(tag, first),
            ([], Some(other)) => Self::of_other(tag, other),
            ([], None) => Self { min: tag.min, max: tag.max, ..Self::NONE },
        };
        let mut rest = variants;
        while let [variant, tail @ ..] = rest {
            all = all.or(Self::of_variant(tag, variant));
            rest = tail;
        }
        if let Some(other) = other {
            all = all.or(Self::of_other(tag, other));
        }
        all
    }

    const fn of_variant(tag: Tag, variant: &Variant) -> Self {
        let len = tag.encoding.len(variant.tag, tag.max);
        // A lenient tag may be as long as that of any variant.
        let max = match tag.encoding {
            IntEncoding::Varint { lenient: true, .. } => tag.max,
            _ => len,
        };
        Self::of_fields(variant.fields).behind(len, max)
    }

    /// The sizes of a variant for all tags that the others do not have.
    const fn of_other(tag: Tag, other: &Variant) -> Self {
        Self::of_fields(other.fields).behind(tag.min, tag.max)
    }

    /// Adds the bytes in front.
    const fn behind(mut self, min: usize, max: usize) -> Self {
        self.min = self.min.saturating_add(min);
        self.max = self.max.saturating_add(max);
        self
    }
}
