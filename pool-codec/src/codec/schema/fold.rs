//! Computes the sizes of a type from the sizes of its parts.

use super::int_encoding::IntEncoding;
use super::node::{Field, Schema, Variant};
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
            kept: self.kept.saturating_add(part.kept),
            replaced: self.replaced || part.replaced,
            integers: self.integers | part.integers,
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
        all.replaced = all.heap > 0;
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

/// Returns the largest number of heap bytes that a value decoded from at most `len` bytes holds.
pub(crate) const fn heap_within(schema: &Schema, len: usize) -> usize {
    let by_rate = schema.heap_per_byte().saturating_mul(len);
    let by_content = schema.max_overhead().saturating_add(len);
    let tighter = if by_rate < by_content { by_rate } else { by_content };
    if tighter < schema.max_heap() { tighter } else { schema.max_heap() }
}

/// Returns the largest number of heap bytes that a value refilled from at most `len` bytes holds, also while it is
/// refilled. Each block that is kept is small or at most twice as large as its content, so together they are at most
/// twice what a new value needs and the small ones.
pub(crate) const fn refilled_within(schema: &Schema, len: usize) -> usize {
    let fresh = heap_within(schema, len);
    let kept = fresh.saturating_mul(2).saturating_add(schema.sizes.kept);
    let old = if kept < schema.max_heap() { kept } else { schema.max_heap() };
    if schema.sizes.replaced { old.saturating_add(fresh) } else { old }
}
