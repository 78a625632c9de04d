//! Compile-time checks of a type and its parts: what may end early is at the end, and prefixes are as wide as declared.

use super::node::{Field, Kind, Schema};
use crate::codec::const_fmt::{Decimal, fail};

/// Fails the build if the last fields of a sequence's element may be absent. Only the last element could omit
/// them, and the bytes of the sequence would then differ from the encodings of its elements.
#[track_caller]
pub(super) const fn element(element: &'static Schema) {
    if let Some(name) = optional_field(element) {
        fail(&[
            "an element of a sequence has the field `",
            name,
            "`, which can be absent\nhelp: make it an `Option`; only the last fields of a whole message can \
             have a `default`",
        ]);
    }
}

/// Fails the build unless every part that may end early is followed only by fields that may be absent.
#[track_caller]
pub(super) const fn ends(owner: &str, fields: &'static [Field]) {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if let Some(inner) = early_end(field.schema, all_optional(tail)) {
            fail(&[
                "field `",
                field.name(),
                "` of `",
                owner,
                "` contains `",
                inner,
                "`, which can be absent but is not at the end\nhelp: make it an `Option`, or move the field to \
                 the end; only the last fields of a whole message can have a `default`",
            ]);
        }
        rest = tail;
    }
}

const fn all_optional(fields: &'static [Field]) -> bool {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if !field.optional {
            return false;
        }
        rest = tail;
    }
    true
}

/// Finds a field that may be absent in a place where that is not allowed. It is only allowed if the schema is
/// `at_end`.
const fn early_end(schema: &'static Schema, at_end: bool) -> Option<&'static str> {
    match schema.kind {
        Kind::Array { len, element } => early_end(element, at_end && len <= 1),
        Kind::Option { value } => early_end(value, at_end),
        Kind::Tuple { fields } => {
            let mut rest = fields;
            while let [field, tail @ ..] = rest {
                if let Some(name) = early_end(field.schema, at_end && tail.is_empty()) {
                    return Some(name);
                }
                rest = tail;
            }
            None
        }
        // Structs and enums were checked when they were built.
        _ if at_end => None,
        _ => optional_field(schema),
    }
}

/// Finds a field that may be absent, in `schema` or in a part of it.
const fn optional_field(schema: &'static Schema) -> Option<&'static str> {
    match schema.kind {
        Kind::Array { element: inner, .. } | Kind::Option { value: inner } => optional_field(inner),
        Kind::Struct { fields, .. } | Kind::Tuple { fields } => optional_among(fields),
        Kind::Enum { variants, other, .. } => {
            let mut rest = variants;
            while let [variant, tail @ ..] = rest {
                if let Some(name) = optional_among(variant.fields) {
                    return Some(name);
                }
                rest = tail;
            }
            match other {
                Some(other) => optional_among(other.fields),
                None => None,
            }
        }
        // Sequences were checked when they were built.
        _ => None,
    }
}

const fn optional_among(fields: &'static [Field]) -> Option<&'static str> {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if field.optional {
            return Some(field.name());
        }
        if let Some(name) = optional_field(field.schema) {
            return Some(name);
        }
        rest = tail;
    }
    None
}

/// The length of the shortest encoding that is written, in bytes. Fields that may be absent are present in it.
pub(super) const fn shortest_written(schema: &Schema) -> usize {
    match schema.kind {
        Kind::Array { len, element } => shortest_written(element).saturating_mul(len),
        Kind::Struct { fields, .. } | Kind::Tuple { fields } => shortest_fields(fields),
        Kind::Enum { tag, variants, other, .. } => {
            let mut shortest = usize::MAX;
            let mut rest = variants;
            while let [variant, tail @ ..] = rest {
                shortest = smaller(shortest, shortest_fields(variant.fields));
                rest = tail;
            }
            if let Some(other) = other {
                shortest = smaller(shortest, shortest_fields(other.fields));
            }
            shortest.saturating_add(tag)
        }
        _ => schema.sizes.min,
    }
}

const fn shortest_fields(fields: &[Field]) -> usize {
    let (mut rest, mut sum) = (fields, 0_usize);
    while let [field, tail @ ..] = rest {
        sum = sum.saturating_add(shortest_written(field.schema));
        rest = tail;
    }
    sum
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// The bit of a prefix width in a set of widths.
pub(super) const fn width_bit(width: usize) -> u16 {
    1 << width
}

/// Fails the build if `schema`, whose prefixes are declared to be `width` bytes wide, has a part whose prefixes are not
/// and which does not declare a layout itself.
#[track_caller]
pub(super) const fn prefixes(schema: &Schema, width: usize) {
    if schema.sizes.prefixes & !width_bit(width) == 0 {
        return;
    }
    let mut variant = 0;
    let variants = schema.variants().len();
    while variant <= variants {
        let mut rest = schema.fields_of(variant);
        while let [field, tail @ ..] = rest {
            if field.schema.sizes.prefixes & !width_bit(width) != 0 {
                other_width(Some(field.label()), schema.label(), width);
            }
            rest = tail;
        }
        variant = variant.saturating_add(1);
    }
    // The schema of a transparent type is that of its field.
    other_width(None, schema.label(), width)
}

#[track_caller]
const fn other_width(field: Option<&str>, owner: &str, width: usize) -> ! {
    let (before, field, between) = match field {
        Some(field) => ("field `", field, "` of `"),
        None => ("`", "", ""),
    };
    fail(&[
        before,
        field,
        between,
        owner,
        "` has length prefixes that are not ",
        Decimal::new(width).as_str(),
        " bytes wide, as `len` says\nhelp: set the same `len` on the type of the field, or `len = auto` if its \
         prefixes are as narrow as their bounds in this protocol",
    ])
}
