//! Sums and checks of sizes that expansions call, most of them at compile time.

use pool_core::SizeClass;

use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind};
use crate::codec::schema::{Field, Schema};

/// The sum, saturating.
#[inline]
#[must_use]
pub const fn sum(sizes: &[usize]) -> usize {
    let (mut rest, mut sum) = (sizes, 0_usize);
    while let [size, tail @ ..] = rest {
        sum = sum.saturating_add(*size);
        rest = tail;
    }
    sum
}

/// The largest.
#[must_use]
pub const fn max(numbers: &[usize]) -> usize {
    let (mut rest, mut max) = (numbers, 0);
    while let [number, tail @ ..] = rest {
        if *number > max {
            max = *number;
        }
        rest = tail;
    }
    max
}

/// The smallest; 0 of none.
#[must_use]
pub const fn min(numbers: &[usize]) -> usize {
    let [first, tail @ ..] = numbers else { return 0 };
    let (mut rest, mut min) = (tail, *first);
    while let [number, tail @ ..] = rest {
        if *number < min {
            min = *number;
        }
        rest = tail;
    }
    min
}

/// The heap that one byte of encoding leads to, for a field that may be absent: then no byte leads to what
/// its default holds.
#[must_use]
pub const fn rate_of_optional(max_heap: usize, rate: usize) -> usize {
    if max_heap == 0 { rate } else { usize::MAX }
}

/// Whether all are true.
#[must_use]
pub const fn all(facts: &[bool]) -> bool {
    let mut rest = facts;
    while let [fact, tail @ ..] = rest {
        if !*fact {
            return false;
        }
        rest = tail;
    }
    true
}

/// `limit`, a message's `max_size`, if it tightens the bound that the fields give.
///
/// # Panics
///
/// At compile time, if no value fits into `limit`, or `limit` is no tighter than the fields.
#[must_use]
#[track_caller]
pub const fn tightened(name: &str, min: usize, max: usize, limit: usize) -> usize {
    if limit < min {
        fail(&[
            "`max_size` of `",
            name,
            "` is ",
            Decimal::new(limit).as_str(),
            ", but its shortest encoding is ",
            Decimal::new(min).as_str(),
            " bytes\nhelp: no value fits; raise it to at least ",
            Decimal::new(min).as_str(),
        ]);
    }
    if limit > max {
        fail(&[
            "`max_size` of `",
            name,
            "` is ",
            Decimal::new(limit).as_str(),
            ", but its fields allow only ",
            Decimal::new(max).as_str(),
            " bytes\nhelp: `max_size` tightens a bound and never loosens one; remove it",
        ]);
    }
    limit
}

/// Fails the build if a message's size overflows `usize`. On 32-bit targets the bound saturates
/// instead: what a header can express is the tighter one there.
#[track_caller]
pub(crate) const fn check_size(name: &str, max_size: usize) {
    if usize::BITS >= 64 && max_size == usize::MAX {
        fail(&[
            "the max wire size of `",
            name,
            "` overflows\nhelp: tighten it with `#[frame(max_size = N)]`",
        ]);
    }
}

/// Bytes between a message's longest encoding and the end of the size class that holds it: what may follow
/// it without a larger slot.
#[must_use]
pub const fn trailing_room(max_size: usize) -> usize {
    SizeClass::for_len(max_size).bytes().saturating_sub(max_size)
}

/// The fields of a struct; of an enum, those of the variant at `variant`, and behind the last one those of
/// the variant for other tags.
#[must_use]
pub const fn fields_of(schema: &'static Schema, variant: usize) -> &'static [Field] {
    let Schema::Enum { variants, other, .. } = schema else { return schema.fields() };
    if variant < variants.len() {
        #[expect(clippy::indexing_slicing, reason = "checked above; `get` is not const")]
        return variants[variant].fields;
    }
    match other {
        Some(other) => other.fields,
        None => &[],
    }
}

/// Fails the build if an element of a sequence may lack its last fields. Only the last one could, and then
/// the sequence's bytes are not what its elements encode to.
///
/// # Panics
///
/// At compile time, if there is a field with `default` in the element.
#[track_caller]
pub(crate) const fn check_element(element: &'static Schema) {
    if let Some(name) = optional_field(element) {
        fail(&[
            "an element of a sequence has the field `",
            name,
            "`, which may be absent\nhelp: only the last fields of a whole message can have a `default`; \
             make it an `Option`",
        ]);
    }
}

/// Fails the build if a type's size overflows, or it contains a part that may end early where the input
/// does not end.
#[track_caller]
pub const fn check_type(name: &str, max_size: usize, schema: &'static Schema) {
    check_size(name, max_size);
    match schema {
        Schema::Enum { variants, other, .. } => {
            let mut rest = *variants;
            while let [variant, tail @ ..] = rest {
                check_ends(name, variant.fields);
                rest = tail;
            }
            if let Some(other) = other {
                check_ends(name, other.fields);
            }
        }
        schema => check_ends(name, schema.fields()),
    }
}

/// Whatever may end early is followed only by what may be absent.
#[track_caller]
const fn check_ends(owner: &str, fields: &'static [Field]) {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if let Some(inner) = early_end(field.schema, all_optional(tail)) {
            fail(&[
                "field `",
                field.name,
                "` of `",
                owner,
                "` contains `",
                inner,
                "`, which may be absent, but is not at the end\nhelp: only the last fields of a whole message \
                 can have a `default`; make it an `Option`, or move the field to the end",
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
    match schema {
        Schema::Array { len, element } => early_end(element, at_end && *len <= 1),
        Schema::Option { value } => early_end(value, at_end),
        Schema::Tuple { fields } => {
            let mut rest = *fields;
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
        schema => optional_field(schema),
    }
}

/// A field that may be absent, in `schema` or what it contains.
const fn optional_field(schema: &'static Schema) -> Option<&'static str> {
    match schema {
        Schema::Array { element: inner, .. } | Schema::Option { value: inner } => {
            optional_field(inner)
        }
        Schema::Struct { fields, .. } | Schema::Tuple { fields } => optional_among(fields),
        Schema::Enum { variants, other, .. } => {
            let mut rest = *variants;
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
            return Some(field.name);
        }
        if let Some(name) = optional_field(field.schema) {
            return Some(name);
        }
        rest = tail;
    }
    None
}

/// `max_size`, checked: for generic types, which are checked where they are used.
#[must_use]
#[track_caller]
pub const fn checked_size(name: &str, max_size: usize) -> usize {
    check_size(name, max_size);
    max_size
}

/// Refuses an encoding longer than the message's `max_size`.
///
/// # Errors
///
/// `TooLarge` if it is.
#[inline]
pub const fn check_encoded_len(
    size: usize,
    max: usize,
    message: &'static Schema,
) -> Result<(), EncodeError> {
    if size <= max {
        return Ok(());
    }
    Err(EncodeError::new(EncodeErrorKind::TooLarge { size, max }).in_message(message))
}

/// Refuses an encoding longer than the message's `max_size`.
///
/// # Errors
///
/// `TooLarge` if it is.
#[inline]
pub const fn check_decoded_len(
    size: usize,
    max: usize,
    start: usize,
    message: &'static Schema,
) -> Result<(), DecodeError> {
    if size <= max {
        return Ok(());
    }
    Err(DecodeError::new(DecodeErrorKind::TooLarge { size, max }, start).in_message(message))
}

/// The error of a tag that names no variant.
#[cold]
#[inline(never)]
#[must_use]
pub const fn unknown_tag(tag: u64, offset: usize, message: &'static Schema) -> DecodeError {
    DecodeError::new(DecodeErrorKind::UnknownTag { tag }, offset).in_message(message)
}

/// The error of a message that its own rules keep from being encoded.
#[cold]
#[inline(never)]
#[must_use]
pub const fn invalid_encode(reason: &'static str, message: &'static Schema) -> EncodeError {
    EncodeError::new(EncodeErrorKind::InvalidValue { reason }).in_message(message)
}

/// The error of bytes that a message's own rules reject.
#[cold]
#[inline(never)]
#[must_use]
pub const fn invalid_decode(
    reason: &'static str,
    offset: usize,
    message: &'static Schema,
) -> DecodeError {
    DecodeError::new(DecodeErrorKind::InvalidValue { reason }, offset).in_message(message)
}
