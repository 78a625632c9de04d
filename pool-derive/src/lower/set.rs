//! `#[derive(FrameSet)]`: lowers the input to the model.

use quote::ToTokens as _;
use syn::{Data, DataEnum, DeriveInput, Type};

use crate::attrs::{self, SetArgs, SetVariantArgs};
use crate::diag::{self, Errors};
use crate::lower::borrowed;
use crate::lower::{literal, type_syntax};
use crate::model::set::{Set, SetVariant};
use crate::names;
use crate::paths::Paths;

/// Lowers an enum and records mistakes in `errors`. `None` if the input is not an enum.
pub(crate) fn frame_set<'a>(
    input: &'a DeriveInput,
    args: SetArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Option<Set<'a>> {
    // If a key is misspelt, it may be `header`: do not report it as missing too.
    let attrs_are_valid = errors.is_empty();
    for attr in input.attrs.iter().filter(|attr| attr.path().is_ident("frame")) {
        errors.push(diag::frame_args_on_set(attr.path()));
    }
    if !input.generics.params.is_empty() {
        errors.push(diag::set_on_generics(&input.generics.params));
    }
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => {
            errors.push(diag::set_on_other_shape(data.struct_token, "struct"));
            return None;
        }
        Data::Union(data) => {
            errors.push(diag::set_on_other_shape(data.union_token, "union"));
            return None;
        }
    };
    if args.header.is_none() && attrs_are_valid {
        errors.push(diag::set_without_header(&input.ident));
    }
    Some(lower(input, data, args, paths, errors))
}

fn lower<'a>(
    input: &'a DeriveInput,
    data: &'a DataEnum,
    args: SetArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Set<'a> {
    let name = &input.ident;
    Set {
        name,
        label: names::label(name),
        vis: &input.vis,
        forwarded: attrs::forwarded(&input.attrs),
        // Without a header the set is an error, and only the fallback impls use this one.
        header: args
            .header
            .map_or_else(|| paths.some_header(), |header| header.into_token_stream()),
        max_payload: args.max_payload,
        reserved: args.reserved.map(|reserved| literal::reserved(reserved, errors)),
        borrowed: args
            .borrow
            .map(|borrow| borrow.name.unwrap_or_else(|| names::borrowed_form(name))),
        invariant: args.invariant.is_present().then(|| args.invariant.span()),
        derives: args.derive.map(|derive| derive.map(|paths| paths.to_vec())),
        variants: data
            .variants
            .iter()
            .enumerate()
            .filter_map(|(index, original)| variant(index, original, paths, errors))
            .collect(),
        variant_count: data.variants.len(),
    }
}

fn variant<'a>(
    index: usize,
    original: &'a syn::Variant,
    paths: &Paths,
    errors: &mut Errors,
) -> Option<SetVariant<'a>> {
    let ident = &original.ident;
    let args: SetVariantArgs = attrs::read(&original.attrs, "frame", errors);
    if let Some((_, value)) = &original.discriminant {
        errors.push(diag::set_discriminant(ident, value));
    }
    let field = match &original.fields {
        syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
        _ => None,
    };
    let Some(field) = field else {
        errors.push(diag::set_variant_shape(ident, &original.fields));
        return None;
    };
    attrs::reject_on_set_field(&field.attrs, errors);
    let ty: &Type = &field.ty;
    let Some(path) = type_syntax::path(ty).filter(|_| !type_syntax::borrows(ty)) else {
        errors.push(diag::set_variant_type(ident, ty));
        return None;
    };
    // A box with a message is sent and borrowed as the message.
    let message = type_syntax::boxed(ty).unwrap_or(ty);
    let path = type_syntax::path(message).unwrap_or(path);
    Some(SetVariant {
        ident,
        forwarded: attrs::forwarded(&original.attrs),
        ty,
        message,
        borrowed_ty: borrowed::path(path, args.borrow.as_ref(), paths),
        id: names::id_const(index),
        other: args.other.is_present().then(|| args.other.span()),
    })
}
