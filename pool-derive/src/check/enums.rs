//! The rules for enums and their variants.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::LitInt;

use crate::diag::{self, Errors};
use crate::lower::type_syntax;
use crate::model::{Enum, Model, Number, TagSource, VariantTag};

pub(super) fn check(model: &Model<'_>, body: &Enum<'_>, errors: &mut Errors) {
    for rule in [tags_fit, tags_differ, one_other_tag, other_stores_its_tag, no_defaults] {
        rule(body, errors);
    }
    reserved_tags_are_not_used(model, body, errors);
}

fn tags_fit(body: &Enum<'_>, errors: &mut Errors) {
    if body.tag.source == TagSource::Size {
        return;
    }

    for (variant, number) in valid_tags(body) {
        if number.value > body.tag.max() {
            let wider = narrowest_type(number.value);
            let (ident, literal) = (variant, &number.literal);
            errors.push(diag::tag_too_large(ident, literal, &body.tag.ty, wider));
        }
    }
}

/// The tags without an error, with their variants.
fn valid_tags<'a>(body: &'a Enum<'_>) -> impl Iterator<Item = (&'a Ident, &'a Number)> {
    body.tagged()
        .filter(|(_, number)| number.value != Number::UNKNOWN)
        .map(|(variant, number)| (variant.ident, number))
}

/// The narrowest type that holds `number`.
fn narrowest_type(number: u128) -> Option<&'static str> {
    let fits = |max: u64| number <= max.into();
    match number {
        _ if fits(u16::MAX.into()) => Some("u16"),
        _ if fits(u32::MAX.into()) => Some("u32"),
        _ if fits(u64::MAX) => Some("u64"),
        _ => None,
    }
}

fn tags_differ(body: &Enum<'_>, errors: &mut Errors) {
    let mut seen = HashMap::<u128, (&Ident, &LitInt)>::new();
    for (ident, number) in valid_tags(body) {
        match seen.get(&number.value) {
            Some((first, literal)) => {
                errors.push(diag::duplicate_tag(first, ident, literal));
                errors.push(diag::duplicate_tag(first, ident, &number.literal));
            }
            None => {
                seen.insert(number.value, (ident, &number.literal));
            }
        }
    }
}

fn one_other_tag(body: &Enum<'_>, errors: &mut Errors) {
    let others = body.variants.iter().filter_map(|variant| match variant.tag {
        VariantTag::Other(span) => Some(span),
        VariantTag::Number(_) => None,
    });
    let others: Vec<_> = others.collect();
    if others.len() > 1 {
        for other in others {
            errors.push(diag::two_other_tags(other));
        }
    }
}

fn other_stores_its_tag(body: &Enum<'_>, errors: &mut Errors) {
    let Some(other) = body.other() else { return };
    let tag = &body.tag.ty;
    match other.tag_field() {
        None => errors.push(diag::other_without_tag(other.ident, tag)),
        Some(field) => {
            let ty = &field.original.ty;
            if !type_syntax::path(ty).is_some_and(|path| path.is_ident(tag)) {
                errors.push(diag::other_tag_type(other.ident, tag, ty));
            }
            for key in field.keys() {
                errors.push(diag::other_tag_key(other.ident, key));
            }
        }
    }
    // The length of the fields after an unknown tag is unknown, so the variant must read them.
    if body.has_data() && other.body().next().is_none() {
        errors.push(diag::other_without_content(other.ident));
    }
}

fn no_defaults(body: &Enum<'_>, errors: &mut Errors) {
    for field in body.variants.iter().flat_map(|variant| &variant.fields.list) {
        if let Some(default) = field.default.as_ref().filter(|_| field.optional()) {
            errors.push(diag::default_in_variant(&field.label, &default.key));
        }
    }
}

fn reserved_tags_are_not_used(model: &Model<'_>, body: &Enum<'_>, errors: &mut Errors) {
    let Some(reserved) = &model.reserved else { return };
    for (ident, number) in valid_tags(body) {
        if reserved.value.iter().any(|range| (range.first..=range.last).contains(&number.value)) {
            errors.push(diag::tag_is_reserved(ident, &number.literal));
        }
    }
}
