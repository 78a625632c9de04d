//! Where-clauses of impls: bounds on the types of fields that depend on a type parameter, not on the
//! parameters themselves, which a field may use in ways of its own.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens as _;
use syn::{Generics, Lifetime, Type, TypeParamBound, WherePredicate, parse_quote};

use crate::attrs::DefaultArg;
use crate::emit::form::{Form, FormField};
use crate::model::{Field, Layout, Model};
use crate::paths::Paths;
use crate::written::mentions;

/// What an impl needs of each field.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Need {
    Wire,
    Encodable,
    /// At the lifetime `'decoder`.
    Decodable,
    ZeroCopy,
}

impl Need {
    /// The trait, for a type and for its layout.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Wire => ("Wire", "WireAs"),
            Self::Encodable => ("Encodable", "EncodeAs"),
            Self::Decodable => ("Decodable", "DecodeAs"),
            Self::ZeroCopy => ("ZeroCopy", "BorrowAs"),
        }
    }

    fn predicate(self, field: &Field<'_>, ty: &TokenStream, paths: &Paths) -> WherePredicate {
        let (private, (own, layout)) = (paths.private(), self.names());
        let (own, layout) = (crate::names::item(own), crate::names::item(layout));
        match (&field.layout, self) {
            (Layout::Own, Self::Decodable) => parse_quote!(#ty: #private::#own<'decoder>),
            (Layout::Own, _) => parse_quote!(#ty: #private::#own),
            (Layout::As(codec), Self::Decodable) => {
                parse_quote!(#codec: #private::#layout<'decoder, #ty>)
            }
            (Layout::As(codec), _) => parse_quote!(#codec: #private::#layout<#ty>),
        }
    }
}

/// The generics of an impl of a form, with what it needs of the fields.
pub(crate) fn generics(form: &Form<'_>, need: Need, paths: &Paths) -> Generics {
    let mut generics = form.generics.clone();
    if matches!(need, Need::Decodable) && !form.borrowed {
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
        Need::ZeroCopy => {
            let elements = form.model.fields().flat_map(|field| &field.borrowed.elements);
            predicates.extend(elements.flat_map(|element| of_element(form.model, element, paths)));
            let lives = |param: &&Ident| -> WherePredicate { parse_quote!(#param: 'static) };
            predicates.extend(params.iter().map(lives));
        }
        // What validates a value sees it in its borrowed form.
        Need::Decodable if form.lends_to_validate() => {
            predicates.extend(self::predicates(form, Need::ZeroCopy, params, paths));
        }
        _ => {}
    }
    if !form.borrowed && matches!(need, Need::Decodable | Need::ZeroCopy) {
        let skipped = form.model.fields().filter(|field| field.skip.is_some());
        let made = skipped.filter(|field| mentions(&field.ty, params) && needs_default(field));
        predicates.extend(made.map(|field| default(&field.ty.to_token_stream(), paths)));
    }
    predicates
}

/// What is needed of the types of fields that depend on a parameter.
fn of_fields(form: &Form<'_>, need: Need, params: &[&Ident], paths: &Paths) -> Vec<WherePredicate> {
    let private = paths.private();
    let mut predicates = Vec::new();
    for field in form.fields().filter(|field| mentions(&field.field.ty, params)) {
        let FormField { field, ty, .. } = &field;
        // The sizes of both forms are those of the owned one.
        predicates.push(Need::Wire.predicate(field, &field.ty.to_token_stream(), paths));
        match need {
            Need::ZeroCopy if field.borrowed.same => {
                predicates.push(parse_quote!(#ty: #private::Copy));
            }
            Need::ZeroCopy if !field.borrowed.projected => {}
            // Beside a bound for all lifetimes, one for a certain lifetime is ambiguous.
            Need::Decodable if is_decodable_anyway(form.model, &field.ty) && !form.borrowed => {}
            need => predicates.push(need.predicate(field, ty, paths)),
        }
        if field.optional() && matches!(need, Need::Decodable) && needs_default(field) {
            predicates.push(default(ty, paths));
        }
    }
    predicates
}

/// Whether the user's own bounds say that `ty`, a parameter, can be decoded.
fn is_decodable_anyway(model: &Model<'_>, ty: &Type) -> bool {
    let is_ty = |ident: &Ident| matches!(ty, Type::Path(ty) if ty.path.is_ident(ident));
    let params = model.generics.type_params().filter(|param| is_ty(&param.ident));
    let clause = model.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let clause = clause.filter_map(|predicate| match predicate {
        WherePredicate::Type(of) if of.bounded_ty == *ty => Some(&of.bounds),
        _ => None,
    });
    let mut bounds = params.map(|param| &param.bounds).chain(clause).flatten();
    bounds.any(|bound| match bound {
        TypeParamBound::Trait(bound) => {
            bound.path.segments.last().is_some_and(|last| last.ident == "Decodable")
        }
        _ => false,
    })
}

/// Adds the predicates that are not there yet.
fn extend(generics: &mut Generics, predicates: impl IntoIterator<Item = WherePredicate>) {
    let clause = generics.make_where_clause();
    for predicate in predicates {
        if !clause.predicates.iter().any(|other| *other == predicate) {
            clause.predicates.push(predicate);
        }
    }
}

/// What a sequence's elements need to have a borrowed form. A bound on the sequence itself would hide
/// from the compiler that its form is a `SeqRef`.
fn of_element(model: &Model<'_>, element: &Type, paths: &Paths) -> [WherePredicate; 2] {
    let private = paths.private();
    match &model.layout {
        None => [
            parse_quote!(#element: #private::Wire + #private::ZeroCopy),
            parse_quote!(#element: for<'__decoder> #private::Decodable<'__decoder>),
        ],
        Some(layout) => [
            parse_quote!(#layout: #private::BorrowAs<#element>),
            parse_quote!(#layout: for<'__decoder> #private::DecodeAs<'__decoder, #element>),
        ],
    }
}

fn needs_default(field: &Field<'_>) -> bool {
    !matches!(field.default.as_ref().map(|default| &default.value), Some(DefaultArg::Value(_)))
}

fn default(ty: &TokenStream, paths: &Paths) -> WherePredicate {
    let private = paths.private();
    parse_quote!(#ty: #private::Default)
}

/// The generics of an impl that needs each field of the form to be `bound`.
pub(crate) fn each_field(form: &Form<'_>, bound: &TokenStream) -> Generics {
    let mut generics = form.generics.clone();
    let params = params(form.model);
    let types = form.fields().filter(|field| mentions(&field.field.ty, &params));
    let predicates =
        types.map(|FormField { ty, .. }| -> WherePredicate { parse_quote!(#ty: #bound) });
    extend(&mut generics, predicates);
    generics
}

/// The generics of the borrowed form itself: with `'decoder`, and what its fields' types need.
pub(crate) fn of_borrowed_form(model: &Model<'_>, paths: &Paths) -> Generics {
    let mut generics = model.generics.clone();
    // At the key that asks for the form, which is wrong on a type that has nothing to borrow.
    let key = model.borrowed.as_ref().map_or_else(Span::call_site, |form| form.key);
    let decoder = Lifetime::new("'decoder", key.resolved_at(Span::call_site()));
    generics.params.insert(0, parse_quote!(#decoder));
    let projected = model.fields().filter(|field| field.borrowed.projected && field.skip.is_none());
    let predicates =
        projected.map(|field| Need::ZeroCopy.predicate(field, &field.ty.to_token_stream(), paths));
    extend(&mut generics, predicates);
    generics
}

/// The type parameters.
pub(crate) fn params<'a>(model: &'a Model<'_>) -> Vec<&'a Ident> {
    model.generics.type_params().map(|param| &param.ident).collect()
}
