//! The rules for fields.

use crate::attrs::DefaultArg;
use crate::diag::{self, Errors};
use crate::lower::{max_len, written};
use crate::model::{Field, Fields, FormShape, Model, Points};

pub(crate) fn check(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    for rule in [
        is_owned,
        is_finite,
        max_len_applies,
        standard_types_have_bounds,
        elements_have_bounds,
        one_way_to_be_laid_out,
        skipped_is_not_on_the_wire,
        default_is_known_in_both_forms,
    ] {
        rule(model, field, errors);
    }
}

fn is_owned(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if field.skip.is_none() && written::borrows(&field.ty) {
        errors.push(diag::field_borrows(&field.label, &model.label, &field.original.ty));
    }
}

fn is_finite(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if field.skip.is_none() && field.with.is_none() && written::contains(&field.ty, model.name) {
        errors.push(diag::recursive(&model.label, &field.original.ty));
    }
}

fn max_len_applies(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    match &field.max_len {
        Some(max_len) if max_len::bounded(&field.ty).is_none() => {
            errors.push(diag::max_len_does_not_apply(&field.label, &max_len.key));
        }
        _ => {}
    }
}

/// Without a bound the compiler would report the type once for each trait.
fn standard_types_have_bounds(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let bounded = field.max_len.is_some() || field.with.is_some() || field.skip.is_some();
    if bounded || !field.keys_are_right || !max_len::is_standard(&field.ty) {
        return;
    }
    if let Some(standard) = max_len::bounded(&field.ty) {
        errors.push(diag::without_bound(&field.label, standard.inner));
    }
}

/// `max_len` counts elements; what is in them is bounded by their own type.
fn elements_have_bounds(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let counted = field.max_len.as_ref().map(|_| &field.ty);
    if let Some(element) = counted.and_then(max_len::elements_without_bound) {
        errors.push(diag::element_without_bound(&field.label, element));
    }
}

/// `max_len`, `with` and `copy` each say what the field is; no two of them go together.
fn one_way_to_be_laid_out(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let keys = [
        ("max_len", field.max_len.as_ref().map(|max_len| diag::span_of(&max_len.key))),
        ("with", field.with.as_ref().map(|with| diag::span_of(&with.key))),
        ("copy", field.copy),
    ];
    conflicts(field, &keys, errors);
}

/// Reports the first two of `keys` that are set, each at its place.
fn conflicts(
    field: &Field<'_>,
    keys: &[(&'static str, Option<proc_macro2::Span>)],
    errors: &mut Errors,
) {
    let mut set = keys.iter().filter_map(|(key, span)| Some((*key, (*span)?)));
    if let (Some((first, first_at)), Some((second, second_at))) = (set.next(), set.next()) {
        errors.push(diag::conflict(&field.label, first, second, first_at));
        errors.push(diag::conflict(&field.label, first, second, second_at));
    }
}

fn skipped_is_not_on_the_wire(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let keys = [
        ("max_len", field.max_len.as_ref().map(|max_len| diag::span_of(&max_len.key))),
        ("with", field.with.as_ref().map(|with| diag::span_of(&with.key))),
        ("copy", field.copy),
        ("range", field.range.as_ref().map(|range| diag::span_of(&range.key))),
    ];
    for (name, at) in keys {
        if field.skip.is_some() && at.is_some() {
            conflicts(field, &[("skip", field.skip), (name, at)], errors);
        }
    }
}

/// A value is owned; a form that borrows it would need one that lives for ever.
fn default_is_known_in_both_forms(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(default) = field.default.as_ref().filter(|_| field.optional()) else { return };
    let real = model.borrowed.as_ref().is_some_and(|form| form.shape != FormShape::Alias);
    let bytes = written::byte_array(&field.ty).is_some();
    let points = field.borrowed.points == Points::Yes && !bytes;
    if let (DefaultArg::Value(value), true, true) = (&default.value, real, points) {
        errors.push(diag::default_of_borrowed(&field.label, value));
    }
}

/// Older messages end early: what they lack is at the end.
pub(crate) fn defaults_are_last(fields: &Fields<'_>, errors: &mut Errors) {
    let on_wire = || fields.list.iter().filter(|field| field.skip.is_none());
    let always = on_wire().enumerate().filter(|(_, field)| !field.optional());
    let Some((last, _)) = always.last() else { return };
    for field in on_wire().take(last) {
        if let Some(default) = &field.default {
            errors.push(diag::default_is_not_last(&field.label, &default.key));
        }
    }
}
