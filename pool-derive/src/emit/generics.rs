//! The generics of a type and of its borrowed form.

use proc_macro2::{Ident, Span};
use syn::{Generics, Lifetime, WherePredicate, parse_quote};

use crate::model::Model;
use crate::paths::Paths;

/// Adds `predicates` to the where-clause, without duplicates.
pub(super) fn extend(
    generics: &mut Generics,
    predicates: impl IntoIterator<Item = WherePredicate>,
) {
    let clause = generics.make_where_clause();
    for predicate in predicates {
        if !clause.predicates.iter().any(|other| *other == predicate) {
            clause.predicates.push(predicate);
        }
    }
}

/// The generics of the borrowed form: the type's own, `'decoder`, and the bounds that the fields' types need.
pub(crate) fn of_borrowed_form(model: &Model<'_>, paths: &Paths) -> Generics {
    let mut generics = model.generics.clone();
    // An unused lifetime is reported on `borrow`, which the user must remove if nothing borrows.
    let key = model.borrowed.as_ref().map_or_else(Span::call_site, |form| form.key);
    let decoder = Lifetime::new("'decoder", key.resolved_at(Span::call_site()));
    generics.params.insert(0, parse_quote!(#decoder));
    let library = paths.library();
    let layout = match model.prefixed() {
        true => model.layout.clone(),
        false => quote::quote!(#library::layout::Own),
    };
    let projected = model.fields().filter(|field| field.borrowed.projected && field.skip.is_none());
    let predicates = projected.map(|field| -> WherePredicate {
        let codec = &field.codec;
        parse_quote!(#codec: #library::layout::Borrow<#layout>)
    });
    extend(&mut generics, predicates);
    generics
}

/// The type parameters.
pub(crate) fn params<'a>(model: &'a Model<'_>) -> Vec<&'a Ident> {
    model.generics.type_params().map(|param| &param.ident).collect()
}
