//! The rules for types, one function each. All of them run; what they find is reported together.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::LitInt;

use crate::diag::{self, Errors};
use crate::lower::literal::integer;
use crate::model::{Body, Enum, Model, Number, Set, Trailing, VariantTag};

mod field;

pub(crate) fn frame(model: &Model<'_>, errors: &mut Errors) {
    for rule in [
        id_fits,
        capacity_needs_an_id,
        trailing_needs_an_id,
        derive_needs_borrow,
        invariant_needs_borrow,
        transparent_wraps_one_field,
        transparent_has_no_size_of_its_own,
        tags_are_for_enums,
    ] {
        rule(model, errors);
    }
    for field in model.fields() {
        field::check(model, field, errors);
    }
    match &model.body {
        Body::Struct(fields) => field::defaults_are_last(fields, errors),
        Body::Enum(body) => {
            for rule in [tags_fit, tags_differ, one_other_tag, other_keeps_its_tag, no_defaults] {
                rule(body, errors);
            }
            reserved_tags_are_not_used(model, body, errors);
        }
    }
}

pub(crate) fn frame_set(set: &Set<'_>, errors: &mut Errors) {
    for rule in [
        some_message,
        one_other,
        set_derive_needs_borrow,
        set_invariant_needs_borrow,
        reserved_ids_fit,
    ] {
        rule(set, errors);
    }
}

fn id_fits(model: &Model<'_>, errors: &mut Errors) {
    // Other expressions are `u32` by their type.
    let Some(id) = &model.id else { return };
    if integer(&id.value).is_some_and(|literal| literal.base10_parse::<u32>().is_err()) {
        errors.push(diag::id_too_large(&id.value));
    }
}

fn capacity_needs_an_id(model: &Model<'_>, errors: &mut Errors) {
    if let (Some(capacity), None) = (&model.capacity, &model.id) {
        errors.push(diag::capacity_without_id(&capacity.key, model.name));
    }
}

fn trailing_needs_an_id(model: &Model<'_>, errors: &mut Errors) {
    let Some(trailing) = &model.trailing else { return };
    if model.id.is_none() {
        errors.push(diag::trailing_without_id(&trailing.key, model.name));
    }
    if let Trailing::Bytes(value) = &trailing.value
        && matches!(&**value, syn::Expr::Path(path) if path.path.is_ident("deny"))
    {
        errors.push(diag::trailing_deny(value));
    }
}

fn derive_needs_borrow(model: &Model<'_>, errors: &mut Errors) {
    if let (Some(derives), None) = (&model.derives, &model.borrowed) {
        errors.push(diag::derive_without_borrow(&derives.key, model.name));
    }
}

fn invariant_needs_borrow(model: &Model<'_>, errors: &mut Errors) {
    if let (Some(invariant), None) = (model.invariant, &model.borrowed) {
        errors.push(diag::invariant_without_borrow(invariant));
    }
}

fn transparent_wraps_one_field(model: &Model<'_>, errors: &mut Errors) {
    let Some(transparent) = model.transparent else { return };
    let on_wire = model.fields().filter(|field| field.skip.is_none()).count();
    if !matches!(model.body, Body::Struct(_)) || on_wire != 1 {
        errors.push(diag::transparent_needs_one_field(transparent, model.name));
    }
}

fn transparent_has_no_size_of_its_own(model: &Model<'_>, errors: &mut Errors) {
    let Some(transparent) = model.transparent else { return };
    let max_size = model.max_size.as_ref().map(|keyed| ("max_size", &keyed.key));
    let id = model.id.as_ref().map(|keyed| ("id", &keyed.key));
    let optional = model.fields().find(|field| field.optional());
    let default = optional.and_then(|field| field.default.as_ref());
    let default = default.map(|keyed| ("default", &keyed.key));
    for (name, key) in [max_size, id, default].into_iter().flatten() {
        errors.push(diag::key_with_transparent(name, key));
        errors.push(diag::transparent_with_key(name, transparent));
    }
}

fn tags_are_for_enums(model: &Model<'_>, errors: &mut Errors) {
    let Body::Struct(_) = &model.body else { return };
    // With `len` it is the one line that all types of a protocol have.
    if let Some(tag) = model.tag.as_ref().filter(|_| !model.prefixed) {
        errors.push(diag::key_on_struct("tag", &tag.key, model.name));
    }
    if let Some(reserved) = &model.reserved {
        errors.push(diag::key_on_struct("reserved", &reserved.key, model.name));
    }
}

fn tags_fit(body: &Enum<'_>, errors: &mut Errors) {
    for (variant, number) in known(body) {
        if number.value > body.tag.max() {
            let wider = wider(number.value);
            let (ident, literal) = (variant, &number.literal);
            errors.push(diag::tag_too_large(ident, literal, &body.tag.ty, wider));
        }
    }
}

/// The variants whose numbers are known.
fn known<'a>(body: &'a Enum<'_>) -> impl Iterator<Item = (&'a Ident, &'a Number)> {
    body.tagged()
        .filter(|(_, number)| number.value != Number::UNKNOWN)
        .map(|(variant, number)| (variant.ident, number))
}

/// The narrowest tag that holds `number`, if there is one.
fn wider(number: u128) -> Option<&'static str> {
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
    for (ident, number) in known(body) {
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

fn other_keeps_its_tag(body: &Enum<'_>, errors: &mut Errors) {
    let Some(other) = body.other() else { return };
    let tag = &body.tag.ty;
    match other.tag_field() {
        None => errors.push(diag::other_without_tag(other.ident, tag)),
        Some(field) => {
            let ty = &field.original.ty;
            if !crate::lower::written::path(ty).is_some_and(|path| path.is_ident(tag)) {
                errors.push(diag::other_tag_type(other.ident, tag, ty));
            }
            for key in field.keys() {
                errors.push(diag::other_tag_key(other.ident, key));
            }
        }
    }
    // What follows an unknown tag is as long as nobody knows, unless the variant reads it.
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
    for (ident, number) in known(body) {
        if reserved.value.iter().any(|range| (range.first..=range.last).contains(&number.value)) {
            errors.push(diag::tag_is_reserved(ident, &number.literal));
        }
    }
}

fn some_message(set: &Set<'_>, errors: &mut Errors) {
    if set.written == set.others() {
        errors.push(diag::set_without_messages(set.name));
    }
}

fn one_other(set: &Set<'_>, errors: &mut Errors) {
    let others: Vec<_> = set.variants.iter().filter_map(|variant| variant.other).collect();
    if others.len() > 1 {
        for other in others {
            errors.push(diag::two_others(other));
        }
    }
}

fn set_derive_needs_borrow(set: &Set<'_>, errors: &mut Errors) {
    if let (Some(derives), None) = (&set.derives, &set.borrowed) {
        errors.push(diag::set_derive_without_borrow(&derives.key, set.name));
    }
}

fn set_invariant_needs_borrow(set: &Set<'_>, errors: &mut Errors) {
    if let (Some(invariant), None) = (set.invariant, &set.borrowed) {
        errors.push(diag::invariant_without_borrow(invariant));
    }
}

fn reserved_ids_fit(set: &Set<'_>, errors: &mut Errors) {
    let Some(reserved) = &set.reserved else { return };
    if reserved.value.iter().any(|range| range.last > u32::MAX.into()) {
        errors.push(diag::reserved_id_too_large(&reserved.key));
    }
}
