//! Computes the heap memory of a value that is refilled again and again.

use super::node::{Field, Kind, Schema, Variant};
use super::sizes::{KEPT_ELEMENTS, Sizes, larger, smaller};

/// Returns the largest number of heap bytes that a value holds which is decoded and refilled from inputs of at most
/// `len` bytes, also while it is refilled.
///
/// Each heap block was taken for one part and one input, so it is at most what this part alone takes of `len` bytes. A
/// refill that fails does not reach the parts after the error, which keep the blocks that earlier inputs filled. So the
/// value holds at most the sum over its parts.
///
/// The parts are refilled one after another. Most of them release their block before they take another one. The others
/// have a new value beside the old one, and because only one part at a time does, the largest of these is added once.
pub(crate) const fn refilled_within(schema: &Schema, len: usize) -> usize {
    let Refilled { held, added } = Refilled::of(schema, len);
    held.saturating_add(added)
}

/// The heap bytes of a value that is refilled.
#[derive(Clone, Copy)]
struct Refilled {
    /// Those that the value holds between two refills.
    held: usize,
    /// Those that it holds in addition while it is refilled.
    added: usize,
}

impl Refilled {
    const NONE: Self = Self { held: 0, added: 0 };

    /// Returns the bounds for values of `schema` that are refilled from inputs of at most `len` bytes.
    const fn of(schema: &Schema, len: usize) -> Self {
        let sizes = &schema.sizes;
        if sizes.heap == 0 && sizes.adapted == 0 {
            return Self::NONE;
        }
        // The wire form, the new value and the old one exist together.
        if sizes.whole {
            let heap = sizes.heap_within(len);
            return Self { held: heap, added: heap.saturating_add(sizes.adapted) };
        }
        let value = match schema.kind {
            Kind::Bytes { max, .. } | Kind::Str { max, .. } => {
                Self { held: smaller(max, len), added: 0 }
            }
            Kind::Array { len: count, element } => {
                let element = Self::of(element, len);
                Self { held: element.held.saturating_mul(count), ..element }
            }
            Kind::Seq { max, element, .. } => Self::of_seq(sizes.element, element, max, len),
            Kind::Option { value } | Kind::Delimited { value, .. } | Kind::Padded { value, .. } => {
                Self::of(value, len)
            }
            Kind::Tuple { fields } | Kind::Struct { fields, .. } => Self::of_fields(fields, len),
            Kind::Enum { variants, other, .. } => {
                // It has the old and the new variant while it changes from one to the other.
                let new = sizes.heap_within(len).saturating_add(sizes.adapted);
                let either = Self::of_variants(variants, other, len);
                Self { added: larger(either.added, new), ..either }
            }
            Kind::Uint { .. }
            | Kind::Int { .. }
            | Kind::Float { .. }
            | Kind::Char
            | Kind::Bool { .. }
            | Kind::VarUint { .. }
            | Kind::VarInt { .. }
            | Kind::FixedStr { .. }
            | Kind::Constant { .. }
            // These create a new value in the place of the old one.
            | Kind::Rest { .. }
            | Kind::Terminated { .. }
            | Kind::Opaque => Self::NONE,
        };
        let held = value.held.saturating_add(sizes.boxes);
        if !sizes.shared {
            return Self { held, ..value };
        }
        // A value that has another owner is not refilled. It exists until the new one is complete.
        let new = sizes.heap_within(len).saturating_add(sizes.adapted);
        Self { held, added: larger(value.added, new) }
    }

    /// A sequence of at most `max` elements, each of which takes `size` bytes in its block.
    const fn of_seq(size: usize, element: &Schema, max: usize, len: usize) -> Self {
        let Sizes { min, heap, adapted, .. } = element.sizes;
        let count = match len.checked_div(min) {
            Some(count) => smaller(count, max),
            None => max,
        };
        // The elements come from one input, or are so few that they keep their blocks.
        let new = element.sizes.times(count, 0).heap_within(len);
        let (kept, added) = match heap > KEPT_ELEMENTS {
            true => (0, adapted),
            false => {
                (smaller(KEPT_ELEMENTS, heap.saturating_mul(max)), Self::of(element, len).added)
            }
        };
        Self { held: count.saturating_mul(size).saturating_add(larger(new, kept)), added }
    }

    const fn of_fields(fields: &[Field], len: usize) -> Self {
        let (mut rest, mut all) = (fields, Self::NONE);
        while let [field, tail @ ..] = rest {
            let mut part = Self::of(field.schema, len);
            if field.optional {
                // The default of an absent field does not come from the input. The old value exists while it is made.
                let default = field.schema.sizes.heap;
                part.held = larger(part.held, default);
                part.added = larger(part.added, default);
            }
            all.held = all.held.saturating_add(part.held);
            all.added = larger(all.added, part.added);
            rest = tail;
        }
        all
    }

    const fn of_variants(variants: &[Variant], other: Option<&Variant>, len: usize) -> Self {
        let mut all = match other {
            Some(other) => Self::of_fields(other.fields, len),
            None => Self::NONE,
        };
        let mut rest = variants;
        while let [variant, tail @ ..] = rest {
            let one = Self::of_fields(variant.fields, len);
            all = Self { held: larger(all.held, one.held), added: larger(all.added, one.added) };
            rest = tail;
        }
        all
    }
}
