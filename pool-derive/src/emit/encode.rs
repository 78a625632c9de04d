//! `Encode` of one form.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};

use super::bounds::{self, Need};
use super::form::{Form, FormField, Record};
use super::rules;
use super::schema;
use crate::model::{Body, Enum, Model, VariantTag};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { model, ty, .. }) = (paths.private(), form);
    let (encoding, inline, doc) = (schema::emit(form, paths), inline(model), schema::doc(form));
    let encode = match (&model.body, model.transparent) {
        (Body::Struct(_), Some(_)) => transparent(form, paths),
        (Body::Struct(_), None) => of_struct(form, paths),
        (Body::Enum(body), _) => of_enum(form, body, paths),
    };
    let limit = model.max_size.as_ref().map(|_| quote!(__writer.check_size(__value)?;));
    let layout = &model.layout;
    let generics = bounds::generics(form, Need::Encode, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[doc = #doc]
        #[automatically_derived]
        impl #parameters #private::Encode<__L> for #ty #clause {
            type Value = Self;
            #encoding

            #inline
            fn encode_to<__S: #private::Sink>(
                __value: &Self,
                __sink: &mut __S,
            ) -> #private::Result<(), __S::Error> {
                let __writer = &mut #private::Writer::<__S, Self, #layout, 0>::new(__sink);
                #limit
                #encode
            }
        }
    }
}

/// The inline attribute. Structs are always inlined, because hot messages gain from it. Enums with data are not:
/// their code is large.
pub(crate) fn inline(model: &Model<'_>) -> TokenStream {
    match &model.body {
        Body::Enum(body) if body.has_data() => quote!(#[inline]),
        _ => quote!(#[inline(always)]),
    }
}

/// A transparent type encodes as its field.
fn transparent(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let fields = form.fields().map(|field| {
        let (member, codec) = (&field.member, &field.codec);
        let value = quote!(__value.#member);
        let range = rules::in_range(&field, &quote!(&#value), paths)
            .map(|(valid, reason)| quote!(__writer.check_transparent(|| #valid, #reason)?;));
        quote!(#range __writer.put_transparent::<#codec>(&#value))
    });
    fields.collect()
}

fn of_struct(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let fields = form.record().map(|record| {
        write_fields(
            &record,
            |FormField { member, span, .. }| quote_spanned!(*span=> &__value.#member),
            paths,
        )
    });
    quote!(#fields #private::Ok(()))
}

/// Writes the fields one after another.
fn write_fields(
    record: &Record<'_>,
    value: impl Fn(&FormField<'_>) -> TokenStream,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private();
    let fields = record.fields.iter().map(|field| {
        let present = record.is_present(field, &value, paths);
        let count = record.count(field, &value, paths);
        let (codec, index, value) = (&field.codec, &field.index, value(field));
        let present = present.map(|present| {
            let reason = "the field is present and another field says that it is absent, or the reverse";
            quote!(__writer.check::<#index>(|| #private::Option::is_some(#value) == #present, #reason)?;)
        });
        let range = rules::in_range(field, &value, paths)
            .map(|(valid, reason)| quote!(__writer.check::<#index>(|| #valid, #reason)?;));
        let count = count.map(|count| {
            let reason = "the length of the field is not the one in the field that has it";
            quote!(__writer.check::<#index>(|| #private::Count::count(#value) == #count, #reason)?;)
        });
        // An error about the type is reported once, on the type.
        let put = quote_spanned!(field.span=> __writer.put::<#codec, #index>(#value)?;);
        quote!(#range #present #count #put)
    });
    fields.collect()
}

fn of_enum(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> TokenStream {
    let (private, tag, ty) = (paths.private(), body.tag.codec(paths), &body.tag.ty);
    let only_tags = form.variants(body).all(|(_, record)| record.fields.is_empty());
    let arms = form.variants(body).map(|(variant, record)| {
        let (number, check) = match &variant.tag {
            VariantTag::Number(number) => (number.literal.to_token_stream(), None),
            VariantTag::Other(_) => {
                let known = body.tagged().map(|(_, number)| &number.literal);
                let check = quote!(__writer.check_other::<#ty>(__tag, &[#(#known),*])?;);
                (quote!(*__tag), Some(check))
            }
        };
        let pattern = record.pattern_with_tag();
        if only_tags {
            return quote!(#pattern => { #check #number });
        }
        if record.fields.is_empty() {
            return quote!(#pattern => { #check __writer.tag::<#tag>(#number) });
        }
        let (index, fields) =
            (record.variant(), write_fields(&record, |field| field.local.to_token_stream(), paths));
        quote! {
            #pattern => {
                #check
                __writer.variant::<#tag, #index>(#number, |__writer| {
                    #fields
                    #private::Ok(())
                })
            }
        }
    });
    match only_tags {
        // One write for all variants, so that the compiler makes a number of the variant without a branch.
        true => quote! {
            let __tag = match __value { #(#arms)* };
            __writer.tag::<#tag>(__tag)
        },
        false => quote!(match __value { #(#arms)* }),
    }
}
