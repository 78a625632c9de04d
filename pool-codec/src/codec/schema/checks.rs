//! Compile-time checks of a type and its parts: what may end early is at the end.

use super::int_encoding::IntEncoding;
use super::node::{Field, Kind, Schema};
use crate::codec::const_fmt::fail;

/// A place in which a value must not end early, as errors describe it.
struct Place {
    value: &'static str,
    /// What comes after the value, as the end of the sentence.
    then: &'static str,
    /// The helps for a value that takes the rest, and for one with a field that may be absent.
    helps: [&'static str; 2],
}

const OPTION: &str =
    "make it an `Option`; only the last fields of a whole message can have a `default`";

/// Fails the build if the last fields of a sequence's element may be absent. Only the last element could omit
/// them, and the bytes of the sequence would then differ from the encodings of its elements.
#[track_caller]
pub(super) const fn element(element: &'static Schema) {
    let helps = ["only the last field of a whole message can", OPTION];
    Place { value: "an element of a sequence", then: "", helps }.check(element);
}

/// Fails the build if the elements of an array may end early and others follow them.
#[track_caller]
pub(super) const fn array(element: &'static Schema, len: usize) {
    if len > 1 {
        let (then, helps) = (", but another element follows", ["give it a length", OPTION]);
        Place { value: "an element of an array", then, helps }.check(element);
    }
}

/// Fails the build if a value before its checksum may end early.
#[track_caller]
pub(super) const fn before_checksum(value: &'static Schema) {
    let helps = ["give it a length", "make it an `Option`, or the field `delimited`"];
    let then = ", but the checksum follows";
    Place { value: "a field with a `checksum`", then, helps }.check(value);
}

impl Place {
    #[track_caller]
    const fn check(self, schema: &'static Schema) {
        let Self { value, then, helps: [rest, absent] } = self;
        if takes_rest(schema) {
            fail(&[value, " takes the rest of the payload", then, "\nhelp: ", rest]);
        }
        if let Some(name) = optional_field(schema) {
            fail(&[
                value,
                " has the field `",
                name,
                "`, which can be absent",
                then,
                "\nhelp: ",
                absent,
            ]);
        }
    }
}

/// The type whose fields are checked, as errors name it.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    part: &'a str,
    /// The text between the field and the end of the sentence.
    of: [&'a str; 3],
}

impl<'a> Owner<'a> {
    pub(super) const TUPLE: Self = Self { part: "element `", of: ["` of a tuple", "", ""] };

    pub(super) const fn named(name: &'a str) -> Self {
        Self { part: "field `", of: ["` of `", name, "`"] }
    }
}

/// Fails the build unless every part that may end early is followed only by fields that may be absent, and every field
/// that may be absent has bytes if it is not.
#[track_caller]
pub(super) const fn ends(owner: Owner<'_>, fields: &'static [Field]) {
    let Owner { part, of: [of, name, after] } = owner;
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if !tail.is_empty() && takes_rest(field.schema) {
            fail(&[
                part,
                field.name(),
                of,
                name,
                after,
                " takes the rest of the payload, but another field follows\nhelp: move it to the end of the message, or \
                 give it a length",
            ]);
        }
        if let Some(inner) = optional_field(field.schema)
            && !all_optional(tail)
        {
            fail(&[
                part,
                field.name(),
                of,
                name,
                after,
                " contains `",
                inner,
                "`, which can be absent but is not at the end\nhelp: make it an `Option`, or move the field to \
                 the end; only the last fields of a whole message can have a `default`",
            ]);
        }
        if field.optional && may_be_empty(field.schema) {
            fail(&[
                part,
                field.name(),
                of,
                name,
                after,
                " can be absent, and its encoding can have no bytes, which would mean the same\nhelp: remove \
                 `default`, or give the field a length",
            ]);
        }
        rest = tail;
    }
}

/// Whether one of several encodings has no bytes.
const fn may_be_empty(schema: &Schema) -> bool {
    shortest_written(schema) == 0 && schema.sizes.max > 0
}

/// Whether the schema takes the rest of the payload, or a part of it does.
pub(super) const fn takes_rest(schema: &Schema) -> bool {
    match schema.kind {
        Kind::Rest { .. } => true,
        Kind::Array { element: inner, .. }
        | Kind::Option { value: inner }
        | Kind::Padded { value: inner, .. } => takes_rest(inner),
        Kind::Struct { fields, .. } | Kind::Tuple { fields } => any_takes_rest(fields),
        Kind::Enum { .. } if matches!(schema.prefix, IntEncoding::Remaining) => true,
        Kind::Enum { .. } => {
            let mut variant = 0;
            while variant <= schema.variants().len() {
                if any_takes_rest(schema.fields_of(variant)) {
                    return true;
                }
                variant = variant.saturating_add(1);
            }
            false
        }
        // Sequences were checked when they were built, and a delimited value has an end of its own.
        _ => false,
    }
}

const fn any_takes_rest(fields: &'static [Field]) -> bool {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if takes_rest(field.schema) {
            return true;
        }
        rest = tail;
    }
    false
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

/// Finds a field that may be absent, in `schema` or in a part of it.
const fn optional_field(schema: &'static Schema) -> Option<&'static str> {
    match schema.kind {
        Kind::Array { element: inner, .. }
        | Kind::Option { value: inner }
        | Kind::Padded { value: inner, .. } => optional_field(inner),
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

/// The length of the shortest encoding that is written, in bytes. Fields that have a `default` are present in it.
pub(super) const fn shortest_written(schema: &Schema) -> usize {
    match schema.kind {
        Kind::Array { len, element } => shortest_written(element).saturating_mul(len),
        Kind::Struct { fields, .. } | Kind::Tuple { fields } => shortest_fields(fields),
        Kind::Enum { tag, variants, other, .. } => {
            let mut shortest = usize::MAX;
            let mut rest = variants;
            while let [variant, tail @ ..] = rest {
                let len = schema.prefix.len(variant.tag, tag);
                shortest = smaller(shortest, len.saturating_add(shortest_fields(variant.fields)));
                rest = tail;
            }
            if let Some(other) = other {
                let len = schema.prefix.len(0, tag);
                shortest = smaller(shortest, len.saturating_add(shortest_fields(other.fields)));
            }
            shortest
        }
        Kind::Padded { padding, value } => shortest_written(value).saturating_add(padding),
        Kind::Delimited { prefix, value } => {
            let len = shortest_written(value);
            schema.prefix.len(len as u64, prefix).saturating_add(len)
        }
        _ => schema.sizes.min,
    }
}

const fn shortest_fields(fields: &[Field]) -> usize {
    let (mut rest, mut sum) = (fields, 0_usize);
    while let [field, tail @ ..] = rest {
        // A field with a condition is not written unless that holds.
        if field.condition.is_none() {
            sum = sum.saturating_add(shortest_written(field.schema));
        }
        rest = tail;
    }
    sum
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}
