//! `Debug`, `Clone`, `Copy` and `PartialEq` of the borrowed form.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Member;

use super::bounds;
use super::form::{Form, FormField, Record};
use super::generics;
use crate::model::{Body, Style};
use crate::names;
use crate::paths::Paths;

/// The `#[derive(..)]` of the form, for the traits that the standard derives implement correctly. They bound type
/// parameters instead of field types, but `FooRef<'_, Str<8>>` is `Copy` although `Str<8>` is not. `Debug` would
/// show the marker field.
pub(crate) fn derive(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    let absolute = paths.absolute();
    let debug = form.marker.is_none().then(|| quote!(#absolute::Debug,));
    generics::params(form.model)
        .is_empty()
        .then(|| quote!(#[derive(#debug #absolute::Clone, #absolute::Copy, #absolute::PartialEq)]))
}

/// The impls of the traits that [`derive`] leaves out.
pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let generic = !generics::params(form.model).is_empty();
    let implement = |name: TokenStream, body: TokenStream| {
        let generics = bounds::each_field(form, &quote!(#private::#name));
        let ((parameters, _, clause), ty) = (generics.split_for_impl(), &form.ty);
        quote! {
            #[automatically_derived]
            impl #parameters #private::#name for #ty #clause {
                #body
            }
        }
    };
    let debug =
        (generic || form.marker.is_some()).then(|| implement(quote!(Debug), debug(form, paths)));
    if !generic {
        return debug.unwrap_or_default();
    }
    let equal = implement(quote!(PartialEq), equal(form, paths));
    // `Clone` has the bounds of `Copy`, because it copies the form.
    let generics = bounds::each_field(form, &quote!(#private::Copy));
    let ((parameters, _, clause), ty) = (generics.split_for_impl(), &form.ty);
    quote! {
        #debug
        #equal
        #[automatically_derived]
        impl #parameters #private::Clone for #ty #clause {
            fn clone(&self) -> Self {
                *self
            }
        }
        #[automatically_derived]
        impl #parameters #private::Copy for #ty #clause {}
    }
}

/// A `match` on `self` with an arm for the struct or each variant. `body` returns the expression of an arm, in which
/// the fields are bound to their local variables.
fn match_records(
    form: &Form<'_>,
    body: impl Fn(&Record<'_>, &str, Style) -> TokenStream,
) -> TokenStream {
    let arms: Vec<_> = match &form.model.body {
        Body::Struct(fields) => {
            let (record, name) = (form.record(), names::label(form.name));
            let arm = |record| {
                let (pattern, body) =
                    (Record::pattern_with_tag(record), body(record, &name, fields.style));
                quote!(#pattern => #body,)
            };
            record.iter().map(arm).collect()
        }
        Body::Enum(all) => form
            .variants(all)
            .map(|(variant, record)| {
                let (pattern, style) = (record.pattern_with_tag(), variant.fields.style);
                let body = body(&record, &variant.label, style);
                quote!(#pattern => #body,)
            })
            .collect(),
    };
    quote!(match self { #(#arms)* })
}

fn debug(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let shown = match_records(form, |record, name, style| {
        let tag = record.tag.iter().map(|field| match &field.member {
            Member::Named(name) => {
                let label = names::label(name);
                quote!(let _ = __debug.field(#label, __tag);)
            }
            Member::Unnamed(_) => quote!(let _ = __debug.field(__tag);),
        });
        let fields = record.fields.iter().map(|FormField { field, local, .. }| {
            let label = field.label.rsplit('.').next();
            match style {
                Style::Named => quote!(let _ = __debug.field(#label, #local);),
                _ => quote!(let _ = __debug.field(#local);),
            }
        });
        let make = match style {
            Style::Named => quote!(debug_struct),
            _ => quote!(debug_tuple),
        };
        quote!({
            let mut __debug = #private::Formatter::#make(__f, #name);
            #(#tag)*
            #(#fields)*
            __debug.finish()
        })
    });
    quote! {
        fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::FmtResult {
            #shown
        }
    }
}

fn equal(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let arm = |record: &Record<'_>| {
        let (mine, path) = (record.pattern_with_tag(), &record.path);
        let tag = record.tag.iter().map(|FormField { member, .. }| quote!(#member: __other_tag,));
        let others: Vec<_> =
            record.fields.iter().map(|field| names::other_local(&field.local)).collect();
        let (members, locals): (Vec<_>, Vec<_>) =
            record.fields.iter().map(|field| (&field.member, &field.local)).unzip();
        let tags =
            record.tag.iter().map(|_| quote!(&& #private::PartialEq::eq(__tag, __other_tag)));
        quote! {
            (#mine, #path { #(#tag)* #(#members: #others,)* .. }) => {
                true #(#tags)* #(&& #private::PartialEq::eq(#locals, #others))*
            }
        }
    };
    let (arms, several): (Vec<_>, bool) = match &form.model.body {
        Body::Struct(_) => (form.record().iter().map(arm).collect(), false),
        Body::Enum(body) => {
            (form.variants(body).map(|(_, record)| arm(&record)).collect(), body.variants.len() > 1)
        }
    };
    let differ = several.then(|| quote!(_ => false,));
    quote! {
        fn eq(&self, __other: &Self) -> bool {
            match (self, __other) {
                #(#arms)*
                #differ
            }
        }
    }
}
