//! An enum without fields: a tag on the wire.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::model::{Part, PartVariant};
use crate::paths::Paths;

pub(crate) fn emit(part: &Part<'_>, paths: &Paths) -> TokenStream {
    let (private, Part { name, .. }) = (paths.private(), part);
    let parts = [size(part, paths), encode(part, paths), decode(part, paths)];
    let zero_copy = part.borrowed.as_ref().map(|borrowed| zero_copy(part, borrowed, paths));
    quote! {
        #(#parts)*
        #zero_copy
        #[automatically_derived]
        impl #private::ArrayElement for #name {}
    }
}

/// The name that borrowed forms use for the enum.
pub(crate) fn declaration(part: &Part<'_>) -> Option<TokenStream> {
    let Part { name, vis, .. } = part;
    let borrowed = part.borrowed.as_ref()?;
    let doc = format!(" Borrowed form of [`{name}`]: the same.");
    Some(quote! {
        #[doc = #doc]
        #vis type #borrowed<'decoder> = #name;
    })
}

fn zero_copy(part: &Part<'_>, borrowed: &Ident, paths: &Paths) -> TokenStream {
    let (private, Part { name, .. }) = (paths.private(), part);
    let idents: Vec<_> = part.variants.iter().map(|variant| variant.ident).collect();
    quote! {
        #[automatically_derived]
        impl #private::ZeroCopy for #name {
            type Ref<'decoder> = #borrowed<'decoder>;

            #[inline]
            fn from_borrowed(__borrowed: &#name) -> Self {
                match __borrowed {
                    #(#name::#idents => #name::#idents,)*
                }
            }
        }
    }
}

fn size(part: &Part<'_>, paths: &Paths) -> TokenStream {
    let (private, Part { name, label, tag, .. }) = (paths.private(), part);
    let size = Literal::usize_unsuffixed(tag.size);
    let variants =
        part.variants.iter().map(|PartVariant { label, value, .. }| quote!((#label, #value)));
    quote! {
        #[automatically_derived]
        impl #private::Wire for #name {
            const MIN_SIZE: usize = #size;
            const MAX_SIZE: usize = #size;
            const MAX_HEAP: usize = 0;
            const SCHEMA: &'static #private::Schema =
                &#private::Schema::Enum { name: #label, tag: #size, variants: &[#(#variants),*] };
        }
    }
}

fn encode(part: &Part<'_>, paths: &Paths) -> TokenStream {
    let (private, Part { name, tag, .. }) = (paths.private(), part);
    let (tag, size) = (&tag.ty, Literal::usize_unsuffixed(tag.size));
    let arms = part
        .variants
        .iter()
        .map(|PartVariant { ident, value, .. }| quote!(#name::#ident => #value,));
    quote! {
        #[automatically_derived]
        impl #private::Encodable for #name {
            #[inline(always)]
            fn encoded_len(&self) -> usize {
                #size
            }

            #[inline(always)]
            fn encode_to(
                &self,
                __encoder: &mut #private::Encoder<'_>,
            ) -> #private::Result<(), #private::EncodeError> {
                let __tag: #tag = match self {
                    #(#arms)*
                };
                <#tag as #private::Encodable>::encode_to(&__tag, __encoder)
            }
        }
    }
}

fn decode(part: &Part<'_>, paths: &Paths) -> TokenStream {
    let (private, Part { name, tag, .. }) = (paths.private(), part);
    let tag = &tag.ty;
    let arms = part
        .variants
        .iter()
        .map(|PartVariant { ident, value, .. }| quote!(#value => #private::Ok(#name::#ident),));
    quote! {
        #[automatically_derived]
        impl<'decoder> #private::Decodable<'decoder> for #name {
            #[inline(always)]
            fn decode_from(
                __decoder: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> {
                let __start = #private::Decoder::offset(__decoder);
                let __tag = match <#tag as #private::Decodable<'decoder>>::decode_from(__decoder) {
                    #private::Ok(__tag) => __tag,
                    #private::Err(__error) => {
                        return #private::Err(__error.in_message(<#name as #private::Wire>::SCHEMA));
                    }
                };
                match __tag {
                    #(#arms)*
                    _ => #private::Err(#private::unknown_tag(
                        __tag as u64,
                        __start,
                        <#name as #private::Wire>::SCHEMA,
                    )),
                }
            }
        }
    }
}
