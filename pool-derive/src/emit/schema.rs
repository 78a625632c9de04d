//! The schema of a type, from which the library computes all sizes, and the type's table in the docs.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::Attribute;
use syn::spanned::Spanned as _;

use super::form::{Form, FormField, Record};
use crate::attrs::{self, Keyed};
use crate::model::{Body, Enum, Len, LenWidth, Model, TagSource, Trailing, VariantTag};
use crate::paths::Paths;

/// The const `ENCODING`.
pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    // The compiler reports a type that contains itself through another type on the const.
    let at = form.model.name.span().resolved_at(Span::call_site());
    let (private, value) = (paths.private_at(at), value(form, at, paths));
    quote_spanned!(at=> const ENCODING: &'static #private::Schema = &#value;)
}

/// The schema of the form. Errors about the whole type are reported at `at`.
fn value(form: &Form<'_>, at: Span, paths: &Paths) -> TokenStream {
    let (private, model, owned) = (paths.private_at(at), form.model, &form.owned);
    if form.borrowed {
        let encoding = quote!(<#owned as #private::Encode<#private::Own>>::ENCODING);
        return quote_spanned!(at=> #private::Schema::borrowed(#encoding));
    }
    let mut schema = match (&model.body, model.transparent) {
        (Body::Struct(_), Some(_)) => transparent(form, paths),
        (Body::Struct(_), None) => {
            let (label, fields) = (&model.label, form.record());
            let fields = fields.map(|record| list(form, &record, paths)).unwrap_or_default();
            quote_spanned!(at=> #private::Schema::record(#label, #fields))
        }
        (Body::Enum(body), _) => variants(form, body, at, paths),
    };
    if let Some(limit) = &model.max_size {
        let limit = &limit.value;
        // A limit out of bounds is reported on its value.
        let at = limit.span().resolved_at(Span::call_site());
        let private = paths.private_at(at);
        schema = quote_spanned!(at=> #private::Schema::with_max_size(#schema, #limit));
    }
    if let Some(Len { at, width }) = &model.len {
        // A part with other prefixes is reported on the value.
        let at = at.resolved_at(Span::call_site());
        let private = paths.private_at(at);
        let layout = &model.layout;
        schema = match width {
            LenWidth::Auto => {
                quote_spanned!(at=> #private::Schema::with_len(#schema, #private::None))
            }
            LenWidth::Bytes(width) => {
                let width = Literal::usize_unsuffixed(*width);
                quote_spanned!(at=> #private::Schema::with_len(#schema, #private::Some(#width)))
            }
            LenWidth::OfLayout => {
                quote_spanned!(at=> #private::Schema::with_layout::<#layout>(#schema))
            }
        };
    }
    match model.trailing.as_ref().map(|trailing| &trailing.value) {
        Some(Trailing::UpToSizeClass) => {
            schema = quote!(#private::Schema::with_trailing_room(#schema));
        }
        Some(Trailing::Bytes(bytes)) => {
            schema = quote!(#private::Schema::with_trailing(#schema, #bytes));
        }
        None => {}
    }
    // The schema of a transparent type is that of its field, with its docs.
    if model.transparent.is_none() {
        schema = described(schema, model, paths);
    }
    quote_spanned!(at=> #private::Schema::checked(#schema))
}

/// Adds the docs and the reserved tags of the type.
fn described(schema: TokenStream, model: &Model<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let schema = documented(schema, "Schema", &model.forwarded, paths);
    match &model.reserved {
        Some(reserved) if attrs::DESCRIBES => {
            let ranges = reserved.value.iter().map(|range| {
                // No tag is larger.
                let tag = |number: u128| u64::try_from(number).unwrap_or(u64::MAX);
                let (first, last) = (tag(range.first), tag(range.last));
                let (first, last) = (Literal::u64_unsuffixed(first), Literal::u64_unsuffixed(last));
                quote!((#first, #last))
            });
            quote!(#private::Schema::with_reserved(#schema, &[#(#ranges),*]))
        }
        _ => schema,
    }
}

/// Adds the doc comment among `attrs` to a schema, a variant or a field.
fn documented(part: TokenStream, kind: &str, attrs: &[Attribute], paths: &Paths) -> TokenStream {
    let (private, kind) = (paths.private(), Ident::new(kind, Span::call_site()));
    match attrs::docs(attrs) {
        Some(docs) => quote!(#private::#kind::with_docs(#part, #docs)),
        None => part,
    }
}

/// The schema of a transparent type is the schema of its field.
fn transparent(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, layout) = (paths.private(), &form.model.layout);
    let field = form.fields().next();
    let codec = field.iter().map(|field| &field.codec);
    quote!(#(*<#codec as #private::Encode<#layout>>::ENCODING)*)
}

fn variants(form: &Form<'_>, body: &Enum<'_>, at: Span, paths: &Paths) -> TokenStream {
    let (private, label) = (paths.private_at(at), &form.model.label);
    let (mut variants, mut other) = (Vec::new(), quote!(#private::None));
    for (variant, record) in form.variants(body) {
        let (label, fields) = (&variant.label, list(form, &record, paths));
        match &variant.tag {
            VariantTag::Number(number) => {
                let number = &number.literal;
                let new = match body.tag.source {
                    TagSource::Size => quote!(#private::Variant::by_size(#label, #fields)),
                    _ => quote!(#private::Variant::new(#label, #number, #fields)),
                };
                variants.push(documented(new, "Variant", &variant.forwarded, paths));
            }
            VariantTag::Other(_) => {
                let new = quote!(#private::Variant::new(#label, 0, #fields));
                let new = documented(new, "Variant", &variant.forwarded, paths);
                other = quote!(#private::Some(const { &#new }));
            }
        }
    }
    if body.tag.source == TagSource::Size {
        return quote_spanned!(at=> #private::by_size(#label, const { &[#(#variants),*] }));
    }
    if body.tag.source == TagSource::Layout {
        let layout = &form.model.layout;
        return quote_spanned! {at=>
            #private::enumeration::<#layout>(#label, const { &[#(#variants),*] }, #other)
        };
    }
    if form.model.in_named_layout() {
        let (layout, tag) = (&form.model.layout, &body.tag.ty);
        return quote_spanned! {at=>
            #private::tagged::<#tag, #layout>(#label, const { &[#(#variants),*] }, #other)
        };
    }
    let tag = Literal::usize_unsuffixed(body.tag.size);
    quote_spanned! {at=>
        #private::Schema::enumeration(#label, #tag, const { &[#(#variants),*] }, #other)
    }
}

fn list(form: &Form<'_>, record: &Record<'_>, paths: &Paths) -> TokenStream {
    let (private, layout) = (paths.private(), &form.model.layout);
    let fields = record.fields.iter().map(|part| {
        let FormField { field, codec, span, .. } = part;
        let encoding = quote_spanned!(*span=> <#codec as #private::Encode<#layout>>::ENCODING);
        let label = &field.label;
        let mut schema = quote!(#private::Field::new(#label, #encoding));
        if let Some(slot) = record.slot(part) {
            schema = quote!(#private::Field::switches(#schema, #slot));
        }
        if let Some(condition) = record.condition(part, paths) {
            schema = quote!(#private::Field::when(#schema, #condition));
        }
        if let Some(slot) = record.count_slot(part) {
            schema = quote!(#private::Field::counted(#schema, #slot));
        }
        if field.optional() {
            schema = quote!(#private::Field::optional(#schema));
        }
        if let Some(Keyed { value, .. }) = field.range.as_ref().filter(|_| attrs::DESCRIBES) {
            let range = readable(&value.to_token_stream().to_string());
            schema = quote!(#private::Field::with_range(#schema, #range));
        }
        documented(schema, "Field", &field.forwarded, paths)
    });
    quote!(const { &[#(#fields),*] })
}

/// The docs of the `Encode` impl: a table of the fields.
pub(crate) fn doc(form: &Form<'_>) -> String {
    let name = form.model.name;
    if form.borrowed {
        return format!(" The bytes, and so the sizes, of [`{name}`].");
    }
    let mut rows = String::new();
    let intro = match &form.model.body {
        Body::Struct(_) => "The fields in this order; the sizes are their sums, in bytes.",
        Body::Enum(body) => {
            rows = match body.tag.source {
                TagSource::Type => format!("| the tag | `{}` |\n", body.tag.ty),
                TagSource::Layout => "| the tag | as the layout has it |\n".into(),
                TagSource::Size => String::new(),
            };
            match body.tag.source {
                TagSource::Size => {
                    "The fields of a variant, which the number of bytes tells. The sizes are those of the shortest and of \
                     the longest variant, in bytes."
                }
                _ => {
                    "A tag, and the fields of the variant that it names. The sizes are the tag's with \
                     those of the shortest and of the longest variant, in bytes."
                }
            }
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

/// Removes the spaces that a token stream has between tokens and source code does not.
fn readable(tokens: &str) -> String {
    let tight = [
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" ;", ";"),
        (" ..", ".."),
        ("..= ", "..="),
        (".. ", ".."),
    ];
    tight.into_iter().fold(tokens.to_owned(), |text, (wide, tight)| text.replace(wide, tight))
}
