//! The rules, one function each. All of them run; what they find is reported together.

use proc_macro2::Ident;

use crate::borrowed;
use crate::diag::{self, Errors};
use crate::lower::integer;
use crate::model::{Field, Message, Model, Part, PartVariant, Set};

pub(crate) fn frame(model: &Model<'_>, errors: &mut Errors) {
    match model {
        Model::Message(model) => message(model, errors),
        Model::Part(part) => {
            for rule in [discriminants_fit, discriminants_differ] {
                rule(part, errors);
            }
        }
    }
}

fn message(message: &Message<'_>, errors: &mut Errors) {
    for rule in [id_fits, capacity_needs_an_id, tag_is_for_enums] {
        rule(message, errors);
    }
    for field in &message.fields {
        for rule in [field_is_owned, field_is_finite, max_len_applies, max_len_or_copy] {
            rule(message, field, errors);
        }
    }
}

pub(crate) fn frame_set(set: &Set<'_>, errors: &mut Errors) {
    for rule in [some_message, one_other] {
        rule(set, errors);
    }
}

fn id_fits(message: &Message<'_>, errors: &mut Errors) {
    // Other expressions are `u32` by their type.
    let Some(id) = &message.id else { return };
    if integer(&id.value).is_some_and(|literal| literal.base10_parse::<u32>().is_err()) {
        errors.push(diag::id_too_large(&id.value));
    }
}

fn capacity_needs_an_id(message: &Message<'_>, errors: &mut Errors) {
    if let (Some(capacity), None) = (&message.capacity, &message.id) {
        errors.push(diag::capacity_without_id(&capacity.key, message.name));
    }
}

fn tag_is_for_enums(message: &Message<'_>, errors: &mut Errors) {
    if let Some(tag) = &message.tag {
        errors.push(diag::tag_on_struct(&tag.key, message.name));
    }
}

fn field_is_owned(message: &Message<'_>, field: &Field<'_>, errors: &mut Errors) {
    if borrowed::borrows(&field.ty) {
        errors.push(diag::field_borrows(&field.label, &message.label, &field.original.ty));
    }
}

fn field_is_finite(message: &Message<'_>, field: &Field<'_>, errors: &mut Errors) {
    if borrowed::contains(&field.ty, message.name) {
        errors.push(diag::recursive(&message.label, &field.original.ty));
    }
}

fn max_len_applies(_: &Message<'_>, field: &Field<'_>, errors: &mut Errors) {
    match &field.max_len {
        Some(max_len) if borrowed::bounded(&field.ty).is_none() => {
            errors.push(diag::max_len_does_not_apply(&field.label, &max_len.key));
        }
        _ => {}
    }
}

fn max_len_or_copy(_: &Message<'_>, field: &Field<'_>, errors: &mut Errors) {
    if let (Some(max_len), Some(copy)) = (&field.max_len, field.copy) {
        errors.push(diag::max_len_with_copy(&field.label, &max_len.key));
        errors.push(diag::copy_with_max_len(&field.label, copy));
    }
}

fn discriminants_fit(part: &Part<'_>, errors: &mut Errors) {
    for PartVariant { ident, value, number, .. } in &part.variants {
        if *number > part.tag.max() {
            errors.push(diag::discriminant_too_large(ident, value, &part.tag.ty, wider(*number)));
        }
    }
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

fn discriminants_differ(part: &Part<'_>, errors: &mut Errors) {
    let mut seen = std::collections::HashMap::<u128, (&Ident, &syn::LitInt)>::new();
    for PartVariant { ident, value, number, .. } in &part.variants {
        match seen.get(number) {
            Some((first, first_value)) => {
                errors.push(diag::duplicate_discriminant(first, ident, first_value));
                errors.push(diag::duplicate_discriminant(first, ident, value));
            }
            None => {
                seen.insert(*number, (ident, value));
            }
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
