//! Parts that may end early stand at the end, checked by the compiler.

use super::node::{Field, Kind, Schema};
use crate::codec::const_fmt::fail;

/// Fails the build if an element of a sequence may lack its last fields. Only the last element could, and
/// then the sequence's bytes differ from its elements' encodings.
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

/// A field that may be absent where it is not allowed: anywhere, unless the schema is `at_end`.
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
        // Structs and enums have been checked on their own.
        _ if at_end => None,
        _ => optional_field(schema),
    }
}

/// A field that may be absent, in `schema` or in a part of it.
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
        // Sequences have been checked on their own.
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
