//! `#[derive(FrameSet)]`: from the input to the model.

use quote::ToTokens as _;
use syn::{Data, DataEnum, DeriveInput, Type};

use crate::attrs::{self, SetArgs, SetVariantArgs};
use crate::diag::{self, Errors};
use crate::lower::borrowed;
use crate::lower::{literal, written};
use crate::model::{Set, SetVariant};
use crate::names;
use crate::paths::Paths;

/// The model, as far as the input has the right shape; what has not goes to `errors`.
pub(crate) fn frame_set<'a>(
    input: &'a DeriveInput,
    args: SetArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Option<Set<'a>> {
    // A header with a misspelt key is not missing.
    let keys_are_right = errors.is_empty();
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
    if args.header.is_none() && keys_are_right {
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
        // The stand-in is for the impls that follow an error.
        header: args
            .header
            .map_or_else(|| paths.some_header(), |header| header.into_token_stream()),
        reserved: args.reserved.map(|reserved| literal::reserved(reserved, errors)),
        borrowed: args.borrow.is_present().then(|| names::borrowed_form(name)),
        invariant: args.invariant.is_present().then(|| args.invariant.span()),
        derives: args.derive.map(|derive| derive.map(|paths| paths.to_vec())),
        variants: data
            .variants
            .iter()
            .enumerate()
            .filter_map(|(index, original)| variant(index, original, paths, errors))
            .collect(),
        written: data.variants.len(),
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
    attrs::read_none(&field.attrs, errors);
    let ty: &Type = &field.ty;
    let Some(path) = written::path(ty).filter(|_| !written::borrows(ty)) else {
        errors.push(diag::set_variant_type(ident, ty));
        return None;
    };
    Some(SetVariant {
        ident,
        forwarded: attrs::forwarded(&original.attrs),
        ty,
        borrowed_ty: borrowed::form(path, paths),
        id: names::id(index),
        other: args.other.is_present().then(|| args.other.span()),
    })
}
