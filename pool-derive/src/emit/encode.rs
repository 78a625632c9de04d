//! `Encodable` of either form.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::form::{Form, FormField};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { message, ty, generics, .. }) = (paths.private(), form);
    let (owned, schema) = (message.name, form.schema(paths));
    let lens = form.fields.iter().map(|field| {
        let (len, value) = (field.item("Encodable", "encoded_len", paths), field.value(paths));
        quote!(#len(#value))
    });
    let limit = message.max_size.as_ref().map(|_| {
        quote! {
            if let #private::Err(__error) = #private::check_encoded_len(
                <#ty as #private::Encodable>::encoded_len(self),
                <#owned as #private::Wire>::MAX_SIZE,
                #schema,
            ) {
                return #private::Err(__error);
            }
        }
    });
    // Not where `max_size` tightens the bound: it says nothing of a value that breaks it.
    let shortcut = form.message.max_size.is_none().then(|| {
        quote! {
            if <#owned as #private::Wire>::MIN_SIZE == <#owned as #private::Wire>::MAX_SIZE {
                return <#owned as #private::Wire>::MIN_SIZE;
            }
        }
    });
    let fields = form
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| encode_field(index, field, &schema, paths));
    quote! {
        #[automatically_derived]
        impl #generics #private::Encodable for #ty {
            #[inline(always)]
            fn encoded_len(&self) -> usize {
                #shortcut
                #private::sum(&[#(#lens),*])
            }

            #[inline(always)]
            fn encode_to(
                &self,
                __encoder: &mut #private::Encoder<'_>,
            ) -> #private::Result<(), #private::EncodeError> {
                #limit
                #(#fields)*
                #private::Ok(())
            }
        }
    }
}

fn encode_field(
    index: usize,
    field: &FormField<'_>,
    schema: &TokenStream,
    paths: &Paths,
) -> TokenStream {
    let (private, label, index) = (paths.private(), field.label, Literal::usize_unsuffixed(index));
    let (encode, value) = (field.item("Encodable", "encode_to", paths), field.value(paths));
    // One check of the room for each run of fixed-size fields; the compiler removes the implied ones.
    quote! {
        if let #private::Err(__error) =
            #private::Encoder::check_run(__encoder, const { #private::run_size(#schema.fields(), #index) })
        {
            return #private::Err(__error.in_message(#schema));
        }
        if let #private::Err(__error) = #encode(#value, __encoder) {
            return #private::Err(__error.in_field(#label, #schema));
        }
    }
}
