//! Where-clauses of impls. They bound the types of generic fields, not the type parameters: `Vec<T>` may implement a
//! trait that `T` does not, and the reverse.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Generics, Type, TypeParamBound, WherePredicate, parse_quote};

use super::form::{Form, FormField};
use super::generics::{extend, params};
use crate::attrs::DefaultArg;
use crate::lower::type_syntax::{self, mentions};
use crate::model::{Field, Model};
use crate::paths::Paths;

/// The trait that an impl requires of each field.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Need {
    Encode,
    /// `Decode<'decoder, _>`.
    Decode,
    Borrow,
}

/// The generics of an impl for every layout `__L`, with the bounds on the fields.
pub(crate) fn generics(form: &Form<'_>, need: Need, paths: &Paths) -> Generics {
    let private = paths.private();
    let mut generics = bare(form, need, paths);
    generics.params.push(parse_quote!(__L: #private::Layout));
    generics
}

/// The generics of an impl that does not depend on the layout, with the bounds on the fields.
pub(crate) fn bare(form: &Form<'_>, need: Need, paths: &Paths) -> Generics {
    let mut generics = form.generics.clone();
    if matches!(need, Need::Decode) && !form.borrowed {
        generics.params.insert(0, parse_quote!('decoder));
    }
    let params = params(form.model);
    if !params.is_empty() {
        extend(&mut generics, predicates(form, need, &params, paths));
    }
    generics
}

fn predicates(
    form: &Form<'_>,
    need: Need,
    params: &[&Ident],
    paths: &Paths,
) -> Vec<WherePredicate> {
    let mut predicates = of_fields(form, need, params, paths);
    match need {
        Need::Borrow => {
            let elements = form.model.fields().flat_map(|field| &field.borrowed.elements);
            predicates.extend(elements.flat_map(|element| of_element(form.model, element, paths)));
            let lives = |param: &&Ident| -> WherePredicate { parse_quote!(#param: 'static) };
            predicates.extend(params.iter().map(lives));
        }
        // `validate` takes the borrowed form.
        Need::Decode if form.lends_to_validate() => {
            predicates.extend(self::predicates(form, Need::Borrow, params, paths));
        }
        _ => {}
    }
    if !form.borrowed && matches!(need, Need::Decode | Need::Borrow) {
        let skipped = form.model.fields().filter(|field| field.skip.is_some());
        let defaulted = skipped.filter(|field| mentions(&field.ty, params) && needs_default(field));
        let defaulted = defaulted.flat_map(|field| elements(&field.ty));
        predicates.extend(defaulted.map(|ty| default(ty, paths)));
    }
    predicates
}

/// The bounds on the types of generic fields.
fn of_fields(form: &Form<'_>, need: Need, params: &[&Ident], paths: &Paths) -> Vec<WherePredicate> {
    let (private, layout) = (paths.private(), &form.model.layout);
    let mut predicates = Vec::new();
    for field in form.fields().filter(|field| mentions(&field.field.ty, params)) {
        let FormField { field, ty, codec, .. } = &field;
        // Both forms take their sizes from the owned form.
        let (owned, value) = (&field.codec, &field.ty);
        predicates.push(parse_quote!(#owned: #private::Encode<#layout, Value = #value>));
        match need {
            Need::Encode if form.borrowed => {
                predicates.push(parse_quote!(#codec: #private::Encode<#layout, Value = #ty>));
            }
            Need::Encode => {}
            Need::Decode => {
                predicates.push(parse_quote!(#codec: #private::Encode<#layout, Value = #ty>));
                // Next to a user's bound for all lifetimes, a bound for `'decoder` would be ambiguous.
                if form.borrowed || !has_decode_bound(form.model, &field.ty) {
                    predicates.push(parse_quote!(#codec: #private::Decode<'decoder, #layout>));
                }
            }
            Need::Borrow if field.borrowed.unchanged => {
                predicates.push(parse_quote!(#ty: #private::Copy));
            }
            Need::Borrow if !field.borrowed.projected => {}
            Need::Borrow => {
                predicates.push(parse_quote!(#codec: #private::Borrow<#layout>));
            }
        }
        if field.optional() && matches!(need, Need::Decode) && needs_default(field) {
            match form.borrowed {
                true => predicates.push(default(ty, paths)),
                false => {
                    predicates.extend(elements(value).into_iter().map(|ty| default(ty, paths)))
                }
            }
        }
    }
    predicates
}

/// Whether the user's own bounds on `ty`, a parameter, include `Decode` or `Decodable`.
fn has_decode_bound(model: &Model<'_>, ty: &Type) -> bool {
    let is_ty = |ident: &Ident| matches!(ty, Type::Path(ty) if ty.path.is_ident(ident));
    let params = model.generics.type_params().filter(|param| is_ty(&param.ident));
    let clause = model.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let clause = clause.filter_map(|predicate| match predicate {
        WherePredicate::Type(of) if of.bounded_ty == *ty => Some(&of.bounds),
        _ => None,
    });
    let mut bounds = params.map(|param| &param.bounds).chain(clause).flatten();
    bounds.any(|bound| match bound {
        TypeParamBound::Trait(bound) => bound
            .path
            .segments
            .last()
            .is_some_and(|last| ["Decodable", "Decode"].iter().any(|name| last.ident == name)),
        _ => false,
    })
}

/// The bounds on a sequence's elements. A `Borrow` bound on the sequence itself would hide from the compiler that
/// its form is a `SeqRef`.
fn of_element(model: &Model<'_>, element: &Type, paths: &Paths) -> [WherePredicate; 2] {
    let (private, layout) = (paths.private(), &model.layout);
    [
        parse_quote!(#element: #private::Borrow<#layout, Value = #element>),
        parse_quote!(#element: for<'__decoder> #private::Decode<'__decoder, #layout>),
    ]
}

fn needs_default(field: &Field<'_>) -> bool {
    !matches!(field.default.as_ref().map(|default| &default.value), Some(DefaultArg::Value(_)))
}

/// The types whose `Default` is called: arrays, also in boxes and tuples, are filled with the default of their elements.
fn elements(ty: &Type) -> Vec<&Type> {
    match type_syntax::ungrouped(ty) {
        ty if !type_syntax::has_array(ty) => vec![ty],
        Type::Array(array) => elements(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().flat_map(elements).collect(),
        ty => type_syntax::boxed(ty).map(elements).unwrap_or_default(),
    }
}

fn default(ty: impl ToTokens, paths: &Paths) -> WherePredicate {
    let private = paths.private();
    parse_quote!(#ty: #private::Default)
}

/// The generics of an impl that requires `bound` of each field of the form.
pub(crate) fn each_field(form: &Form<'_>, bound: &TokenStream) -> Generics {
    let mut generics = form.generics.clone();
    let params = params(form.model);
    let types = form.fields().filter(|field| mentions(&field.field.ty, &params));
    let predicates =
        types.map(|FormField { ty, .. }| -> WherePredicate { parse_quote!(#ty: #bound) });
    extend(&mut generics, predicates);
    generics
}
