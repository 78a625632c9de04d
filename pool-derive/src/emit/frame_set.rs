//! `FrameSet`, `EncodeFrame` and `DecodeFrame` of an enum of messages.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::set_form::SetForm;
use super::{const_block, set_borrow};
use crate::model::set::{Set, SetVariant};
use crate::paths::{Paths, respan};

/// The expansion of `#[derive(FrameSet)]`.
pub(crate) fn emit(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let owned = SetForm::owned(set);
    let mut impls = frame_set(set, paths);
    impls.extend(shared_impls(&owned, paths));
    impls.extend(from_messages(set, paths));
    impls.extend(outgoing(set, paths));
    let Some(borrowed) = SetForm::borrowed(set) else {
        return const_block(&impls, &set.allowed(), paths);
    };
    impls.extend(shared_impls(&borrowed, paths));
    impls.extend(set_borrow::emit(&borrowed, paths));
    let declaration = set_borrow::declaration(&borrowed, paths);
    let block = const_block(&impls, &set.allowed(), paths);
    quote!(#declaration #block)
}

/// The id of a variant's message. The user's own span, without the expansion, lets the compiler merge equal errors
/// about the type.
fn id(variant: &SetVariant<'_>, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), variant.ty);
    quote_spanned!(ty.span()=> <#ty as #private::Frame>::ID)
}

/// `FrameSet`, the consts with the ids, and the checks of the set.
fn frame_set(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let (private, Set { name, label, header, .. }) = (paths.private(), set);
    let infos = set.messages().map(|variant| {
        let ty = variant.ty;
        let header = quote!(<#name as #private::FrameSet>::Header);
        let info = match &set.max_payload {
            Some(_) => quote!(#private::MessageInfo::of_at_most::<#ty, #header>(__MAX_PAYLOAD)),
            None => quote!(#private::MessageInfo::of::<#ty, #header>()),
        };
        let (id, info) = (id(variant, paths), respan(info, ty.span()));
        // The id comes first: for a part, the bound of `of` would report a second error with another text.
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
    let max_payload = set.max_payload.as_ref().map(|max| {
        let max = &max.value;
        quote!(const __MAX_PAYLOAD: usize = #max;)
    });
    let keeps_unknown = set.other().is_some();
    // Any other type would compile and then reject every frame at run time.
    let other = set.other().map(|variant| {
        let ty = variant.ty;
        quote_spanned!(ty.span()=> const _: fn(#ty) -> #private::RawFrame = |__frame| __frame;)
    });
    let slots =
        Literal::usize_unsuffixed(set.messages().count().saturating_add(1).next_power_of_two());
    let check = respan(
        quote! {
            const _: () =
                #private::check_ids::<#slots>(#label, <#name as #private::FrameSet>::MESSAGES);
        },
        name.span(),
    );
    let reserved = set.reserved.as_ref().map(|reserved| {
        let ranges = reserved.value.iter().map(|range| {
            let (first, last) =
                (Literal::u128_unsuffixed(range.first), Literal::u128_unsuffixed(range.last));
            quote!((#first, #last))
        });
        quote!(const RESERVED: &'static [(u32, u32)] = &[#(#ranges),*];)
    });
    let check_reserved = set.reserved.as_ref().map(|reserved| {
        let check = quote!(#private::check_reserved(
            #label,
            <#name as #private::FrameSet>::MESSAGES,
            <#name as #private::FrameSet>::RESERVED,
        ));
        respan(quote!(const _: () = #check;), reserved.key.span())
    });
    quote! {
        #(#ids)*
        #max_payload
        #[automatically_derived]
        impl #private::FrameSet for #name {
            type Header = #header;
            const NAME: &'static str = #label;
            const MESSAGES: &'static [#private::MessageInfo] = &[#(#infos),*];
            const KEEPS_UNKNOWN: bool = #keeps_unknown;
            #reserved

            #[inline]
            fn message(__id: u32) -> #private::Option<&'static #private::MessageInfo> {
                match __id {
                    #(#arms)*
                    _ => #private::None,
                }
            }
        }
        #check
        #check_reserved
        #other
    }
}

/// The impls that both forms of a set have.
fn shared_impls(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (encode, decode) = (encode(form, paths), decode(form, paths));
    quote!(#encode #decode)
}

fn encode(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, SetForm { ty, generics, set, .. }) = (paths.private(), form);
    let owned = set.name;
    // The arms call the wire traits, which a part has too. The compiler then reports only the missing id of a part.
    let id = form.match_variants(|variant, ty| match variant.other {
        Some(_) => quote!(<#ty as #private::EncodeFrame>::frame_id(__message)),
        None => {
            let id = &variant.id;
            quote!(#id)
        }
    });
    let len = form.match_variants(|variant, ty| match variant.other {
        Some(_) => quote!(<#ty as #private::EncodeFrame>::payload_len(__message)),
        None => quote!(<#ty as #private::Encodable>::encoded_len(__message)),
    });
    let payload = form.match_variants(|variant, ty| match variant.other {
        Some(_) => quote!(#private::encode_other::<#owned>(__message, __out)),
        None => quote!(<#ty as #private::Encodable>::encode(__message, __out)),
    });
    quote! {
        #[automatically_derived]
        impl #generics #private::EncodeFrame for #ty {
            type Message = #owned;

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
    let arms = set.messages().map(|variant| {
        let (id, ident, ty) = (&variant.id, variant.ident, form.message_type(variant));
        let decode = quote!(<#ty as #private::Decodable<'decoder>>::decode);
        quote!(#id => #private::decode_variant(__payload, #decode, #name::#ident),)
    });
    let unknown = match set.other() {
        Some(variant) => {
            let (ident, ty) = (variant.ident, form.message_type(variant));
            quote! {
                match <#ty as #private::DecodeFrame<'decoder>>::decode_frame(__id, __payload) {
                    #private::Ok(__message) => #private::Ok(#name::#ident(__message)),
                    #private::Err(__error) => #private::Err(__error),
                }
            }
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

/// `From` for each message type. If two variants have the same type, only the first gets an impl.
fn from_messages(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let (private, name) = (paths.private(), set.name);
    let impls = distinct(set).map(|SetVariant { ident, ty, .. }| {
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

/// The first variant of each type.
fn distinct<'s, 'a>(set: &'s Set<'a>) -> impl Iterator<Item = &'s SetVariant<'a>> {
    let mut seen = HashSet::new();
    set.variants.iter().filter(move |variant| seen.insert(variant.ty))
}

/// The impls by which writers of the set know its messages.
fn outgoing(set: &Set<'_>, paths: &Paths) -> TokenStream {
    let (private, Set { name, label, .. }) = (paths.private(), set);
    let messages = distinct(set).map(|variant| variant.message);
    quote! {
        #[automatically_derived]
        impl #private::Outgoing for #name {
            type FrameHeader = <#name as #private::FrameSet>::Header;
            const SET: #private::Option<(&'static str, &'static [#private::MessageInfo])> =
                #private::Some((#label, <#name as #private::FrameSet>::MESSAGES));
        }
        #[automatically_derived]
        impl #private::Carries<#name> for #name {}
        #(
            #[automatically_derived]
            impl #private::Carries<#messages> for #name {}
        )*
    }
}
