//! `Wire`: sizes and schema, all computed by the compiler from the fields' types.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::form::{Form, FormField};
use super::schema;
use crate::bounds::{self, Need};
use crate::model::{Body, Field, Layout, Trailing};
use crate::paths::{Paths, respan};

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, model, ty) = (paths.private(), form.model, &form.ty);
    let label = &model.label;
    // Not from the schema: a type that contains itself through others is then a shorter cycle to read.
    let min = total(form, "MIN_SIZE", Fold::Min, paths);
    let max = total(form, "MAX_SIZE", Fold::Max, paths);
    let max = match &model.max_size {
        // At the value, which is what a limit out of bounds is corrected at.
        Some(limit) => {
            let limit = &limit.value;
            respan(quote!(#private::tightened(#label, #min, #max, #limit)), limit.span())
        }
        None => max,
    };
    let heap = total(form, "MAX_HEAP", Fold::Max, paths);
    let overhead = total(form, "MAX_OVERHEAD", Fold::Max, paths);
    let rates = facts(form.fields(), "HEAP_PER_BYTE", paths);
    let (plain, schema) = (plain(form, paths), schema::emit(form, paths));
    let trailing = trailing(form, paths);
    // A generic type is checked where it is used, any other at once.
    let check = quote!(#private::check_type(#label, <#ty as #private::Wire>::MAX_SIZE, <#ty as #private::Wire>::SCHEMA));
    let generic = !model.generics.params.is_empty();
    let max = match generic {
        true => quote!(#private::checked_size(#label, #max)),
        false => max,
    };
    let check = (!generic).then(|| respan(quote!(const _: () = #check;), model.name.span()));
    let generics = bounds::generics(form, Need::Wire, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    let doc = doc(form);
    // At the name, where the compiler reports a type that contains itself through others.
    quote_spanned! {model.name.span().resolved_at(Span::call_site())=>
        #[doc = #doc]
        #[automatically_derived]
        impl #parameters #private::Wire for #ty #clause {
            const MIN_SIZE: usize = #min;
            const MAX_SIZE: usize = #max;
            const MAX_HEAP: usize = #heap;
            const MAX_OVERHEAD: usize = #overhead;
            const HEAP_PER_BYTE: usize = #private::max(&[#rates]);
            const PLAIN: bool = #plain;
            #trailing
            const SCHEMA: &'static #private::Schema = #schema;
        }
        #[automatically_derived]
        impl #parameters #private::OwnLayout for #ty #clause {}
        #[automatically_derived]
        impl #parameters #private::ArrayElement for #ty #clause {}
        #check
    }
}

/// What may follow, if anything: behind a transparent type, what may follow its field.
fn trailing(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    let (private, ty) = (paths.private(), &form.ty);
    let trailing = match (&form.model.trailing, form.model.transparent) {
        (Some(trailing), _) => match &trailing.value {
            Trailing::Room => quote!(#private::trailing_room(<#ty as #private::Wire>::MAX_SIZE)),
            Trailing::Bytes(bytes) => quote!(#bytes),
        },
        (None, Some(_)) => {
            let field = form.fields().find(|field| matches!(field.field.layout, Layout::Own))?;
            field.fact("MAX_TRAILING", paths)
        }
        (None, None) => return None,
    };
    Some(quote!(const MAX_TRAILING: usize = #trailing;))
}

/// Which variant counts.
#[derive(Clone, Copy)]
enum Fold {
    Min,
    Max,
}

/// A const over all fields: a struct's sum, or that of the variant that counts, and the tag.
fn total(form: &Form<'_>, fact: &str, fold: Fold, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let sum = |fields: Vec<FormField<'_>>| {
        let facts = facts(fields.into_iter(), fact, paths);
        quote!(#private::sum(&[#facts]))
    };
    let body = match &form.model.body {
        Body::Struct(_) => return sum(form.record().map(|r| r.fields).unwrap_or_default()),
        Body::Enum(body) => body,
    };
    let tag = Literal::usize_unsuffixed(if fact.ends_with("_SIZE") { body.tag.size } else { 0 });
    if !body.has_data() {
        return quote!(#tag);
    }
    let sums = form.variants(body).map(|(_, record)| sum(record.fields));
    match fold {
        Fold::Min => quote!(#private::sum(&[#tag, #private::min(&[#(#sums),*])])),
        Fold::Max => quote!(#private::sum(&[#tag, #private::max(&[#(#sums),*])])),
    }
}

/// One const of each field.
fn facts<'a>(
    fields: impl Iterator<Item = FormField<'a>>,
    fact: &str,
    paths: &Paths,
) -> TokenStream {
    let facts = fields.map(|field| field.fact(fact, paths));
    quote!(#(#facts),*)
}

/// Whether any bytes of the right length decode.
fn plain(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, model) = (paths.private(), form.model);
    let ruled = |field: &Field<'_>| field.range.is_some() || field.optional();
    let rules = model.max_size.is_some() || model.validate.is_some() || model.fields().any(ruled);
    if rules || matches!(model.body, Body::Enum(_)) {
        return quote!(false);
    }
    let plains = facts(form.fields(), "PLAIN", paths);
    quote!(#private::all(&[#plains]))
}

/// What the page of the type says beside the sizes.
fn doc(form: &Form<'_>) -> String {
    let mut rows = String::new();
    let intro = match &form.model.body {
        Body::Struct(_) => "The fields in this order; the sizes are their sums, in bytes.",
        Body::Enum(body) => {
            rows = format!("| the tag | `{}` |\n", body.tag.ty);
            "A tag, and the fields of the variant that it stands for. The sizes are the tag's with \
             those of the shortest and of the longest variant, in bytes."
        }
    };
    for field in form.fields().map(|field| field.field) {
        let ty = &field.original.ty;
        let ty = readable(&quote!(#ty).to_string());
        let absent = if field.optional() { "; absent in older messages" } else { "" };
        rows.push_str(&format!("| `{}` | `{ty}`{absent} |\n", field.label));
    }
    match rows.is_empty() {
        true => " No bytes.".into(),
        false => format!(" {intro}\n\n| on the wire | type |\n|---|---|\n{rows}"),
    }
}

/// Tokens without the blanks that tell them apart but that nobody writes.
fn readable(tokens: &str) -> String {
    let tight = [
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" ;", ";"),
    ];
    tight.into_iter().fold(tokens.to_owned(), |text, (wide, tight)| text.replace(wide, tight))
}

/// The borrowed form's bytes are the owned form's, so its sizes are too.
pub(crate) fn emit_borrowed(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, ty, owned) = (paths.private(), &form.ty, &form.owned);
    let generics = bounds::generics(form, Need::Wire, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    let doc = format!(" The bytes, and so the sizes, of [`{}`].", form.model.name);
    quote! {
        #[doc = #doc]
        #[automatically_derived]
        impl #parameters #private::Wire for #ty #clause {
            const MIN_SIZE: usize = <#owned as #private::Wire>::MIN_SIZE;
            const MAX_SIZE: usize = <#owned as #private::Wire>::MAX_SIZE;
            const MAX_HEAP: usize = 0;
            const PLAIN: bool = <#owned as #private::Wire>::PLAIN;
            const MAX_TRAILING: usize = <#owned as #private::Wire>::MAX_TRAILING;
            const SCHEMA: &'static #private::Schema = <#owned as #private::Wire>::SCHEMA;
        }
        #[automatically_derived]
        impl #parameters #private::OwnLayout for #ty #clause {}
    }
}
