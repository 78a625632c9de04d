//! `Encodable` of either form.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::form::{Form, FormField, Record};
use super::rules;
use crate::bounds::{self, Need};
use crate::model::{Body, Enum, Model, VariantTag};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { model, ty, owned, .. }) = (paths.private(), form);
    // Not where `max_size` tightens the bound: it says nothing of a value that breaks it.
    let shortcut = model.max_size.is_none().then(|| {
        quote! {
            if <#owned as #private::Wire>::MIN_SIZE == <#owned as #private::Wire>::MAX_SIZE {
                return <#owned as #private::Wire>::MIN_SIZE;
            }
        }
    });
    let limit = rules::limit_on_encode(form, paths);
    let (len, encode) = match &model.body {
        Body::Struct(_) => form.record().map(|record| of_struct(form, &record, paths)),
        Body::Enum(body) => Some(of_enum(form, body, paths)),
    }
    .unwrap_or_default();
    let inline = inline(model);
    let generics = bounds::generics(form, Need::Encodable, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters #private::Encodable for #ty #clause {
            #inline
            fn encoded_len(&self) -> usize {
                #shortcut
                #len
            }

            #inline
            fn encode_to(
                &self,
                __encoder: &mut #private::Encoder<'_>,
            ) -> #private::Result<(), #private::EncodeError> {
                #limit
                #encode
            }
        }
    }
}

/// Always inlined, as hot messages gain much by it; but not the many variants of an enum.
pub(crate) fn inline(model: &Model<'_>) -> TokenStream {
    match &model.body {
        Body::Enum(body) if body.has_data() => quote!(#[inline]),
        _ => quote!(#[inline(always)]),
    }
}

fn of_struct(form: &Form<'_>, record: &Record<'_>, paths: &Paths) -> (TokenStream, TokenStream) {
    let value = |field: &FormField<'_>| {
        let member = &field.member;
        quote!(&self.#member)
    };
    let (private, fields) = (paths.private(), encode_fields(form, record, value, paths));
    (sum(record, value, paths), quote!(#fields #private::Ok(())))
}

/// The sum of the fields' lengths.
fn sum(
    record: &Record<'_>,
    value: impl Fn(&FormField<'_>) -> TokenStream,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private();
    let lens = record.fields.iter().map(|field| {
        let (len, value) = (field.len_fn(paths), value(field));
        quote!(#len(#value))
    });
    quote!(#private::sum(&[#(#lens),*]))
}

/// Writes the fields one after another.
fn encode_fields(
    form: &Form<'_>,
    record: &Record<'_>,
    value: impl Fn(&FormField<'_>) -> TokenStream,
    paths: &Paths,
) -> TokenStream {
    let fields = record.fields.iter().enumerate();
    fields.map(|(index, field)| encode_field(form, record, index, &value(field), paths)).collect()
}

fn encode_field(
    form: &Form<'_>,
    record: &Record<'_>,
    index: usize,
    value: &TokenStream,
    paths: &Paths,
) -> TokenStream {
    let (private, schema) = (paths.private(), form.schema(paths));
    let schemas = record.schemas(&schema, paths);
    let Some(field) = record.fields.get(index) else { return TokenStream::new() };
    let (label, index) = (&field.field.label, Literal::usize_unsuffixed(index));
    let encode = field.encode_fn(paths);
    let range = rules::range_on_encode(form, field, value, paths);
    if form.model.transparent.is_some() {
        return quote! {
            #range
            if let #private::Err(__error) = #encode(#value, __encoder) {
                return #private::Err(__error);
            }
        };
    }
    // One check of the room for each run of fixed-size fields; the compiler removes the implied ones.
    quote! {
        if let #private::Err(__error) =
            #private::Encoder::check_run(__encoder, const { #private::run_size(#schemas, #index) })
        {
            return #private::Err(__error.in_message(#schema));
        }
        #range
        if let #private::Err(__error) = #encode(#value, __encoder) {
            return #private::Err(__error.in_field(#label, #schema));
        }
    }
}

/// The value of a field that a pattern binds.
fn bound(field: &FormField<'_>) -> TokenStream {
    field.local.to_token_stream()
}

fn of_enum(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> (TokenStream, TokenStream) {
    let (private, schema, tag) = (paths.private(), form.schema(paths), &body.tag.ty);
    let (mut tags, mut lens, mut contents) = (Vec::new(), Vec::new(), Vec::new());
    for (variant, record) in form.variants(body) {
        let path = &record.path;
        tags.push(match &variant.tag {
            VariantTag::Number(number) => {
                let literal = &number.literal;
                quote!(#path { .. } => #literal,)
            }
            VariantTag::Other(_) => other_tag(&record, body, &schema, paths),
        });
        if !record.fields.is_empty() {
            let (pattern, sum) = (record.pattern(), sum(&record, bound, paths));
            let encode = encode_fields(form, &record, bound, paths);
            lens.push(quote!(#pattern => #sum,));
            // In a function of its own, as in `decode_from`.
            contents.push(quote! {
                #pattern => {
                    let __variant = |
                        __encoder: &mut #private::Encoder<'_>,
                    | -> #private::Result<(), #private::EncodeError> {
                        #encode
                        #private::Ok(())
                    };
                    __variant(__encoder)
                }
            });
        }
    }
    let size = Literal::usize_unsuffixed(body.tag.size);
    let rest = |arm: TokenStream| (lens.len() < tags.len()).then_some(arm);
    let (none, nothing) = (rest(quote!(_ => 0,)), rest(quote!(_ => #private::Ok(()),)));
    let (lens, contents) = match body.has_data() {
        true => (
            quote!(#private::sum(&[#size, match self { #(#lens)* #none }])),
            quote!(match self { #(#contents)* #nothing }),
        ),
        false => (quote!(#size), quote!(#private::Ok(()))),
    };
    let encode = quote! {
        let __tag: #tag = match self {
            #(#tags)*
        };
        if let #private::Err(__error) = <#tag as #private::Encodable>::encode_to(&__tag, __encoder) {
            return #private::Err(__error.in_message(#schema));
        }
        #contents
    };
    (lens, encode)
}

/// The tag that `other` keeps, unless it would decode to another variant.
fn other_tag(
    record: &Record<'_>,
    body: &Enum<'_>,
    schema: &TokenStream,
    paths: &Paths,
) -> TokenStream {
    let (private, path, tag) = (paths.private(), &record.path, record.tag.iter());
    let (ty, numbers) = (&body.tag.ty, body.tagged().map(|(_, number)| &number.literal));
    quote! {
        #path { #(#tag: __tag,)* .. } => {
            const __KNOWN: &[#ty] = &[#(#numbers),*];
            if __KNOWN.contains(__tag) {
                return #private::Err(#private::invalid_encode(
                    "the tag is that of another variant",
                    #schema,
                ));
            }
            *__tag
        }
    }
}
