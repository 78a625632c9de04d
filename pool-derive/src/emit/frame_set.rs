//! `FrameSet`: the messages of an enum, and the way from an id to a variant.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::set_form::SetForm;
use super::{const_block, set_borrow};
use crate::model::{Set, SetVariant};
use crate::paths::{Paths, respan};

/// Everything that `#[derive(FrameSet)]` adds to the user's module.
pub(crate) fn emit(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let owned = SetForm::owned(set);
    let mut impls = messages(set, paths);
    impls.extend(traits_of(&owned, paths));
    impls.extend(from_messages(set, paths));
    let Some(borrowed) = SetForm::borrowed(set) else {
        return const_block(&impls, set.deprecated(), paths);
    };
    impls.extend(traits_of(&borrowed, paths));
    impls.extend(set_borrow::emit(&borrowed, paths));
    let declaration = set_borrow::declaration(&borrowed, paths);
    let block = const_block(&impls, set.deprecated(), paths);
    quote!(#declaration #block)
}

/// The id of a variant's message. At the user's own span and not one of the expansion, so that an
/// error about it is the same wherever it is written, and reported once.
fn id(variant: &SetVariant<'_>, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), variant.ty);
    quote_spanned!(ty.span()=> <#ty as #private::Frame>::ID)
}

fn messages(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let (private, Set { name, label, header, .. }) = (paths.private(), set);
    let infos = set.messages().map(|variant| {
        let ty = variant.ty;
        let header = quote!(<#name as #private::FrameSet>::Header);
        let (id, info) = (id(variant, paths), quote!(#private::MessageInfo::of::<#ty, #header>()));
        let info = respan(info, ty.span());
        // Without the id the bound of `of` would report a part once more, in other words.
        quote!({ let _ = #id; #info })
    });
    let arms = set.messages().enumerate().map(|(index, variant)| {
        let (id, index) = (&variant.id, Literal::usize_unsuffixed(index));
        quote!(#id => <#name as #private::FrameSet>::MESSAGES.get(#index),)
    });
    let ids = set.messages().map(|variant| {
        let (name, id) = (&variant.id, id(variant, paths));
        quote!(const #name: u32 = #id;)
    });
    let keeps_unknown = set.other().is_some();
    // Any other type would be refused at run time only, by each frame that reaches it.
    let other = set.other().map(|variant| {
        let ty = variant.ty;
        quote_spanned!(ty.span()=> const _: fn(#ty) -> #private::RawFrame = |__frame| __frame;)
    });
    let check = respan(
        quote!(const _: () = #private::check_ids(#label, <#name as #private::FrameSet>::MESSAGES);),
        name.span(),
    );
    let reserved = set.reserved.as_ref().map(|reserved| {
        let ranges = reserved.value.iter().map(|range| {
            let (first, last) =
                (Literal::u128_unsuffixed(range.first), Literal::u128_unsuffixed(range.last));
            quote!((#first, #last))
        });
        let check = quote!(#private::check_reserved(
            #label,
            <#name as #private::FrameSet>::MESSAGES,
            &[#(#ranges),*],
        ));
        respan(quote!(const _: () = #check;), reserved.key.span())
    });
    quote! {
        #(#ids)*
        #[automatically_derived]
        impl #private::FrameSet for #name {
            type Header = #header;
            const NAME: &'static str = #label;
            const MESSAGES: &'static [#private::MessageInfo] = &[#(#infos),*];
            const KEEPS_UNKNOWN: bool = #keeps_unknown;

            #[inline]
            fn message(__id: u32) -> #private::Option<&'static #private::MessageInfo> {
                match __id {
                    #(#arms)*
                    _ => #private::None,
                }
            }
        }
        #check
        #reserved
        #other
    }
}

/// The traits of both forms of a set.
fn traits_of(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (encode, decode) = (encode(form, paths), decode(form, paths));
    quote!(#encode #decode)
}

fn encode(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, SetForm { ty, generics, .. }) = (paths.private(), form);
    // A message is encoded by its wire traits, which a part has too, so that only the missing id of a part is
    // reported.
    let id = form.for_each(|variant, held| match variant.other {
        Some(_) => quote!(<#held as #private::EncodeFrame>::frame_id(__message)),
        None => {
            let id = &variant.id;
            quote!(#id)
        }
    });
    let len = form.for_each(|variant, held| match variant.other {
        Some(_) => quote!(<#held as #private::EncodeFrame>::payload_len(__message)),
        None => quote!(<#held as #private::Encodable>::encoded_len(__message)),
    });
    let payload = form.for_each(|variant, held| match variant.other {
        Some(_) => quote!(<#held as #private::EncodeFrame>::encode_payload(__message, __out)),
        None => quote!(<#held as #private::Encodable>::encode(__message, __out)),
    });
    quote! {
        #[automatically_derived]
        impl #generics #private::EncodeFrame for #ty {
            #[inline]
            fn frame_id(&self) -> u32 {
                #id
            }

            #[inline]
            fn payload_len(&self) -> usize {
                #len
            }

            #[inline]
            fn encode_payload(&self, __out: &mut [u8]) -> #private::Result<usize, #private::EncodeError> {
                #payload
            }
        }
    }
}

fn decode(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, SetForm { set, name, ty, .. }) = (paths.private(), form);
    let wrapped = |decoded: TokenStream, variant: &SetVariant<'_>| {
        let ident = variant.ident;
        quote! {
            match #decoded {
                #private::Ok(__message) => #private::Ok(#name::#ident(__message)),
                #private::Err(__error) => #private::Err(__error),
            }
        }
    };
    let arms = set.messages().map(|variant| {
        let (id, held) = (&variant.id, form.held(variant));
        let decoded =
            wrapped(quote!(<#held as #private::Decodable<'decoder>>::decode(__payload)), variant);
        quote!(#id => #decoded,)
    });
    let unknown = match set.other() {
        Some(variant) => {
            let held = form.held(variant);
            let decoded =
                quote!(<#held as #private::DecodeFrame<'decoder>>::decode_frame(__id, __payload));
            wrapped(decoded, variant)
        }
        None => quote!(#private::Err(#private::unknown_id(__id))),
    };
    quote! {
        #[automatically_derived]
        impl<'decoder> #private::DecodeFrame<'decoder> for #ty {
            #[inline]
            fn decode_frame(
                __id: u32,
                __payload: &'decoder [u8],
            ) -> #private::Result<Self, #private::DecodeError> {
                match __id {
                    #(#arms)*
                    _ => #unknown,
                }
            }
        }
    }
}

/// `From` for each message; two variants of one type would make it ambiguous and get none twice.
fn from_messages(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let (private, name) = (paths.private(), set.name);
    let mut seen = HashSet::new();
    let distinct = set.variants.iter().filter(|variant| seen.insert(variant.ty));
    let impls = distinct.map(|SetVariant { ident, ty, .. }| {
        quote! {
            #[automatically_derived]
            impl #private::From<#ty> for #name {
                #[inline]
                fn from(__message: #ty) -> Self {
                    #name::#ident(__message)
                }
            }
        }
    });
    impls.collect()
}
