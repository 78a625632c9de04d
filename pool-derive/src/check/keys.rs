//! The rules for the keys of a type.

use proc_macro2::Ident;
use syn::spanned::Spanned as _;

use crate::diag::{self, Errors};
use crate::lower::codec::Endian;
use crate::lower::literal::integer;
use crate::model::{Body, Model, Trailing};

pub(super) fn check(model: &Model<'_>, errors: &mut Errors) {
    for rule in [
        id_fits,
        one_layout,
        endian_is_a_byte_order,
        bits_are_of_plain_structs,
        capacity_needs_an_id,
        trailing_needs_an_id,
        derive_needs_borrow,
        invariant_needs_borrow,
        transparent_wraps_one_field,
        transparent_has_no_size_of_its_own,
        untagged_needs_no_other_key,
        tags_are_for_enums,
    ] {
        rule(model, errors);
    }
}

fn id_fits(model: &Model<'_>, errors: &mut Errors) {
    // The compiler checks the type of any other expression.
    let Some(id) = &model.id else { return };
    if integer(&id.value).is_some_and(|literal| literal.base10_parse::<u32>().is_err()) {
        errors.push(diag::id_too_large(&id.value));
    }
}

fn one_layout(model: &Model<'_>, errors: &mut Errors) {
    if let Some((layout, len)) = model.conflicting_layout {
        errors.push(diag::layout_and_len(layout));
        errors.push(diag::layout_and_len(len));
    }
}

fn endian_is_a_byte_order(model: &Model<'_>, errors: &mut Errors) {
    if let Some(endian) =
        model.endian.as_ref().filter(|endian| Endian::new(&endian.value).is_none())
    {
        errors.push(diag::not_a_byte_order(&endian.value));
    }
}

/// The fields of an integer have a number of bits and no other key.
fn bits_are_of_plain_structs(model: &Model<'_>, errors: &mut Errors) {
    let is_bool = |ty: &syn::Type| matches!(ty, syn::Type::Path(ty) if ty.path.is_ident("bool"));
    for field in model.fields() {
        match (&model.bits, &field.bits) {
            (None, Some(bits)) => errors.push(diag::bits_without_integer(&field.label, &bits.key)),
            (Some(_), None) if !is_bool(&field.ty) && field.attrs_are_valid => {
                errors.push(diag::field_without_bits(&field.label, &field.original.ty));
            }
            _ => {}
        }
        if model.bits.is_some() && field.keys().count() > usize::from(field.bits.is_some()) {
            errors.push(diag::key_in_bits(&field.label, &field.original.ty));
        }
    }
    let Some(bits) = &model.bits else { return };
    let plain = matches!(model.body, Body::Struct(_)) && model.generics.params.is_empty();
    if !plain || model.max_size.is_some() || model.transparent.is_some() {
        errors.push(diag::bits_do_not_apply(&bits.key, model.name));
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
        errors.push(diag::invariant_without_borrow(invariant, model.name));
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

fn untagged_needs_no_other_key(model: &Model<'_>, errors: &mut Errors) {
    let Some(untagged) = model.untagged else { return };
    let keys = [
        ("tag", model.tag.as_ref().map(|tag| tag.key.span())),
        ("reserved", model.reserved.as_ref().map(|reserved| reserved.key.span())),
        ("trailing", model.trailing.as_ref().map(|trailing| trailing.key.span())),
    ];
    for (name, span) in keys {
        if let Some(span) = span {
            errors.push(diag::key_with_untagged(name, span));
        }
    }
    if let Body::Struct(_) = &model.body {
        errors.push(diag::key_on_struct("untagged", Ident::new("untagged", untagged), model.name));
    }
}

fn tags_are_for_enums(model: &Model<'_>, errors: &mut Errors) {
    let Body::Struct(_) = &model.body else { return };
    // With `len`, structs accept `tag`: a protocol can put the same attribute on all its types.
    if let Some(tag) = model.tag.as_ref().filter(|_| model.len.is_none()) {
        errors.push(diag::key_on_struct("tag", &tag.key, model.name));
    }
    if let Some(reserved) = &model.reserved {
        errors.push(diag::key_on_struct("reserved", &reserved.key, model.name));
    }
}
