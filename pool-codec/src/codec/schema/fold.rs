//! Computes the sizes of a type from the sizes of its parts.

use super::node::{Field, Variant};
use super::sizes::{Sizes, larger};

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
            prefixes: self.prefixes | part.prefixes,
            ..Self::NONE
        }
    }

    /// Returns the sizes of an enum, which is a discriminant of `tag` bytes and the fields of one variant.
    pub(super) const fn of_variants(
        tag: usize,
        variants: &[Variant],
        other: Option<&Variant>,
    ) -> Self {
        let mut all = match (variants, other) {
            ([first, ..], _) => Self::of_fields(first.fields),
            ([], Some(other)) => Self::of_fields(other.fields),
            ([], None) => Self::NONE,
        };
        let mut rest = variants;
        while let [variant, tail @ ..] = rest {
            all = all.or(Self::of_fields(variant.fields));
            rest = tail;
        }
        if let Some(other) = other {
            all = all.or(Self::of_fields(other.fields));
        }
        all.min = all.min.saturating_add(tag);
        all.max = all.max.saturating_add(tag);
        all
    }
}
