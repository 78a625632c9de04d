//! `Decodable` of either form.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::encode::inline;
use super::form::{Form, FormField, Record};
use super::{refill, rules};
use crate::bounds::{self, Need};
use crate::model::{Body, Enum, VariantTag};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { model, ty, .. }) = (paths.private(), form);
    let start = rules::start(model, paths);
    let decode = match &model.body {
        Body::Struct(_) => {
            form.record().map(|record| decode_record(form, &record, paths)).unwrap_or_default()
        }
        Body::Enum(body) => decode_enum(form, body, paths),
    };
    let (inline, refill) = (inline(model), refill::emit(form, paths));
    let generics = bounds::generics(form, Need::Decodable, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters #private::Decodable<'decoder> for #ty #clause {
            #inline
            fn decode_from(
                __decoder: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> {
                #start
                #decode
            }

            #refill
        }
    }
}

/// Reads the fields and makes the value; a block's content.
fn decode_record(form: &Form<'_>, record: &Record<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let labels = labels(form, record);
    let fields = (0..record.fields.len()).map(|index| decode_field(form, record, index, paths));
    let (limit, value) = (rules::limit_on_decode(form, paths), record.construct(paths));
    let done = match rules::validate(form, &quote!(&__value), paths) {
        Some(validate) => quote! {
            let __value = #value;
            #validate
            #private::Ok(__value)
        },
        None => quote!(#private::Ok(#value)),
    };
    quote! {
        #labels
        #(#fields)*
        #limit
        #done
    }
}

fn decode_enum(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> TokenStream {
    let (private, schema) = (paths.private(), form.schema(paths));
    let mut unknown =
        quote!(_ => #private::Err(#private::unknown_tag(__tag as u64, __tag_at, #schema)),);
    let mut arms = Vec::new();
    for (variant, record) in form.variants(body) {
        let decoded = in_own_frame(&decode_record(form, &record, paths), &record, form, paths);
        match &variant.tag {
            VariantTag::Number(number) => {
                let literal = &number.literal;
                arms.push(quote!(#literal => { #decoded }));
            }
            VariantTag::Other(_) => unknown = quote!(_ => { #decoded }),
        }
    }
    let tag = read_tag(form, body, paths);
    quote! {
        #tag
        match __tag {
            #(#arms)*
            #unknown
        }
    }
}

/// The decoding of a variant in a function of its own: without optimization, one function for many variants
/// would have the locals of all of them on its stack. A closure can name the type's parameters.
fn in_own_frame(
    decode: &TokenStream,
    record: &Record<'_>,
    form: &Form<'_>,
    paths: &Paths,
) -> TokenStream {
    let (private, ty) = (paths.private(), &form.ty);
    if record.fields.is_empty() {
        return decode.clone();
    }
    quote! {
        let __variant = |
            __decoder: &mut #private::Decoder<'decoder>,
        | -> #private::Result<#ty, #private::DecodeError> { #decode };
        __variant(__decoder)
    }
}

/// Binds `__tag`, and `__tag_at` to its offset if an unknown one is an error.
pub(crate) fn read_tag(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> TokenStream {
    let (private, schema, tag) = (paths.private(), form.schema(paths), &body.tag.ty);
    let at = body
        .other()
        .is_none()
        .then(|| quote!(let __tag_at = #private::Decoder::offset(__decoder);));
    quote! {
        #at
        let __tag = match <#tag as #private::Decodable<'decoder>>::decode_from(__decoder) {
            #private::Ok(__tag) => __tag,
            #private::Err(__error) => return #private::Err(__error.in_message(#schema)),
        };
    }
}

/// The const that the checks of a record's runs name.
pub(crate) fn labels(form: &Form<'_>, record: &Record<'_>) -> Option<TokenStream> {
    let labels = record.fields.iter().map(|field| &field.field.label);
    (form.model.transparent.is_none() && !record.fields.is_empty())
        .then(|| quote!(const __LABELS: &[&str] = &[#(#labels),*];))
}

/// One check of the input's length for each run of fixed-size fields; the compiler removes the
/// implied ones.
pub(crate) fn check_run(
    form: &Form<'_>,
    record: &Record<'_>,
    index: usize,
    paths: &Paths,
) -> Option<TokenStream> {
    if form.model.transparent.is_some() {
        return None;
    }
    let (private, index) = (paths.private(), Literal::usize_unsuffixed(index));
    let (schema, variant) = (form.schema(paths), record.variant());
    let schemas = record.schemas(&schema, paths);
    Some(quote! {
        if let #private::Err(__error) = #private::Decoder::check_run(
            __decoder,
            const { #private::run_size(#schemas, #index) },
            const { &#private::Run { schema: #schema, variant: #variant, labels: __LABELS, index: #index } },
        ) {
            return #private::Err(__error);
        }
    })
}

/// `__error`, with the field's name.
pub(crate) fn named_error(form: &Form<'_>, field: &FormField<'_>, paths: &Paths) -> TokenStream {
    let (schema, label) = (form.schema(paths), &field.field.label);
    match form.model.transparent {
        Some(_) => quote!(__error),
        None => quote!(__error.in_field(#label, #schema)),
    }
}

/// Binds the offset of a field that has a range.
pub(crate) fn at(field: &FormField<'_>, paths: &Paths) -> Option<TokenStream> {
    let private = paths.private();
    field.field.range.as_ref().map(|_| quote!(let __at = #private::Decoder::offset(__decoder);))
}

fn decode_field(form: &Form<'_>, record: &Record<'_>, index: usize, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let Some(field) = record.fields.get(index) else { return TokenStream::new() };
    let (local, error) = (&field.local, named_error(form, field, paths));
    let (check, at) = (check_run(form, record, index, paths), at(field, paths));
    let decode = field.decode_fn(paths);
    let range = rules::range_on_decode(form, field, &quote!(&#local), paths);
    let decoded = quote! {
        match #decode(__decoder) {
            #private::Ok(__value) => __value,
            #private::Err(__error) => return #private::Err(#error),
        }
    };
    if !field.field.optional() {
        return quote! {
            #check
            #at
            let #local = #decoded;
            #range
        };
    }
    let (default, ty) = (field.default(paths), &field.ty);
    quote! {
        #at
        let #local: #ty = if #private::Decoder::rest(__decoder).is_empty() {
            #default
        } else {
            #check
            #decoded
        };
        #range
    }
}
