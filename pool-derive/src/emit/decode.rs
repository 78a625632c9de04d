//! `Decodable` of either form.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::form::{Form, FormField};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { ty, name, marker, .. }) = (paths.private(), form);
    let (start, limit) = limit(form, paths);
    let schema = form.schema(paths);
    let decoded = form
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| decode_field(index, field, &schema, paths));
    let refilled = form
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| refill_field(index, field, &schema, paths));
    let values = form.fields.iter().map(|FormField { ident, local, .. }| quote!(#ident: #local,));
    quote! {
        #[automatically_derived]
        impl<'decoder> #private::Decodable<'decoder> for #ty {
            #[inline(always)]
            fn decode_from(
                __decoder: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> {
                #start
                #(#decoded)*
                #limit
                #private::Ok(#name { #(#values)* #marker })
            }

            #[inline(always)]
            fn refill_from(
                &mut self,
                __decoder: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<(), #private::DecodeError> {
                #start
                #(#refilled)*
                #limit
                #private::Ok(())
            }
        }
    }
}

/// What a `max_size` adds before the first and behind the last field.
fn limit(form: &Form<'_>, paths: &Paths) -> (TokenStream, TokenStream) {
    if form.message.max_size.is_none() {
        return (TokenStream::new(), TokenStream::new());
    }
    let (private, owned, schema) = (paths.private(), form.message.name, form.schema(paths));
    let start = quote!(let __start = #private::Decoder::offset(__decoder););
    let limit = quote! {
        if let #private::Err(__error) = #private::check_decoded_len(
            #private::Decoder::offset(__decoder).saturating_sub(__start),
            <#owned as #private::Wire>::MAX_SIZE,
            __start,
            #schema,
        ) {
            return #private::Err(__error);
        }
    };
    (start, limit)
}

/// One check of the input's length for each run of fixed-size fields; the compiler removes the
/// implied ones.
fn check_run(index: usize, schema: &TokenStream, paths: &Paths) -> TokenStream {
    let (private, index) = (paths.private(), Literal::usize_unsuffixed(index));
    quote! {
        if let #private::Err(__error) = #private::Decoder::check_run(
            __decoder,
            const { #private::run_size(#schema.fields(), #index) },
            #schema,
            #index,
        ) {
            return #private::Err(__error);
        }
    }
}

fn decode_field(
    index: usize,
    field: &FormField<'_>,
    schema: &TokenStream,
    paths: &Paths,
) -> TokenStream {
    let (private, FormField { label, local, .. }) = (paths.private(), field);
    let (check, decode) = (check_run(index, schema, paths), field.decode_fn("decode_from", paths));
    quote! {
        #check
        let #local = match #decode(__decoder) {
            #private::Ok(__value) => __value,
            #private::Err(__error) => return #private::Err(__error.in_field(#label, #schema)),
        };
    }
}

fn refill_field(
    index: usize,
    field: &FormField<'_>,
    schema: &TokenStream,
    paths: &Paths,
) -> TokenStream {
    let (private, FormField { ident, label, .. }) = (paths.private(), field);
    let (check, refill) = (check_run(index, schema, paths), field.decode_fn("refill_from", paths));
    quote! {
        #check
        if let #private::Err(__error) = #refill(&mut self.#ident, __decoder) {
            return #private::Err(__error.in_field(#label, #schema));
        }
    }
}
