//! How much work a sample is, before it is made.

use pool_codec::arbitrary::Extent;
use pool_codec::schema::{Field, Kind, Schema, Variant};

/// The most bytes of variable parts in a sample.
const BUDGET: u64 = 256 << 10;

/// Returns an upper bound of the bytes of a sample, besides the content of text and byte strings, which takes at most
/// 256 KiB. A part without bytes counts as one.
pub(super) fn work(schema: &Schema, extent: Extent) -> u64 {
    times(schema, extent, 1)
}

/// The work of `count` values.
fn times(schema: &Schema, extent: Extent, count: u64) -> u64 {
    let sum = |fields: &[Field]| {
        let work = |field: &Field| times(field.schema(), extent, count);
        fields.iter().map(work).fold(0, u64::saturating_add).max(count)
    };
    let bytes = |bytes: usize| (bytes as u64).max(1).saturating_mul(count);
    match *schema.kind() {
        Kind::Array { len, element } => {
            times(element, extent, count.saturating_mul(len as u64)).max(count)
        }
        Kind::Seq { max, prefix, element } => {
            // All sequences share the variable bytes, of which an element takes its least size.
            let least = (element.min_size() as u64).max(1);
            let elements = match extent {
                Extent::Shortest => 0,
                _ => BUDGET.checked_div(least).unwrap_or(0).min(count.saturating_mul(max as u64)),
            };
            bytes(prefix).saturating_add(times(element, extent, elements))
        }
        Kind::Option { value } => match extent {
            Extent::Shortest => count,
            _ => times(value, extent, count).saturating_add(count),
        },
        Kind::Struct { fields, .. } | Kind::Tuple { fields } => sum(fields),
        Kind::Enum { tag, variants, other, .. } => {
            let all = || variants.iter().chain(other);
            let longest = |variant: &&Variant| {
                let sizes = variant.fields.iter().map(Field::max_size);
                sizes.fold(0, usize::saturating_add)
            };
            let fields = |variant: &Variant| sum(variant.fields);
            // The sampler chooses the same ones.
            let chosen = match extent {
                Extent::Shortest => all().min_by_key(longest).map(fields),
                Extent::Longest => all().max_by_key(longest).map(fields),
                Extent::Any => all().map(fields).max(),
            };
            bytes(tag).saturating_add(chosen.unwrap_or(0))
        }
        Kind::Bytes { prefix, .. } | Kind::Str { prefix, .. } => bytes(prefix),
        Kind::Char => bytes(4),
        Kind::Opaque => bytes(schema.min_size()),
        // Their size is fixed.
        _ => bytes(schema.max_size()),
    }
}
