//! After an error: the impls the user's other code relies on, so that it is not reported as well.
//! They never run, because the build has failed.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, parse_quote};

use super::frame_set::SetForm;
use super::{Form, borrow, const_block, set_borrow};
use crate::diag::Errors;
use crate::model::{Message, Model, Set};
use crate::paths::Paths;

/// The errors of a `#[derive(Frame)]`, and stand-ins for its impls.
pub(crate) fn frame(
    input: &DeriveInput,
    model: Option<&Model<'_>>,
    paths: &Paths,
    errors: Errors,
) -> TokenStream {
    let errors = errors.into_tokens();
    let message = match model {
        // Generic types have no borrowed form.
        Some(Model::Message(message)) if input.generics.params.is_empty() => Some(message),
        _ => None,
    };
    let owned = stand_in(input);
    let mut impls = wire_impls(&owned, paths);
    let has_id = message.is_some_and(|message| message.id.is_some());
    if has_id {
        impls.extend(frame_impl(&owned, paths));
    }
    let Some(form) = message.and_then(|message| Form::borrowed(message, paths)) else {
        impls.extend(no_borrowed_form(&owned, paths));
        let block = const_block(&impls);
        return quote!(#errors #block);
    };
    let borrowed = StandIn { ty: form.ty.clone(), generics: parse_quote!(<'decoder>) };
    impls.extend(wire_impls(&borrowed, paths));
    if has_id {
        impls.extend(frame_impl(&borrowed, paths));
    }
    let Message { name, vis, .. } = form.message;
    impls.extend(zero_copy(name, form.name, paths));
    impls.extend(borrow::ways_back(name, vis, form.name, paths));
    let declaration = borrow::declaration(&form, paths);
    let block = const_block(&impls);
    quote!(#errors #declaration #block)
}

/// The errors of a `#[derive(FrameSet)]`, and stand-ins for its impls.
pub(crate) fn frame_set(
    input: &DeriveInput,
    set: Option<&Set<'_>>,
    paths: &Paths,
    errors: Errors,
) -> TokenStream {
    let errors = errors.into_tokens();
    let owned = stand_in(input);
    let header = set.map_or_else(|| paths.some_header(), |set| set.header.clone());
    let mut impls = set_impls(&owned, paths);
    impls.extend(set_impl(&owned, &header, paths));
    let borrowed = set.filter(|_| input.generics.params.is_empty()).and_then(SetForm::borrowed);
    // Without a variant nothing would name the lifetime.
    let Some(form) = borrowed.filter(|form| !form.set.variants.is_empty()) else {
        let block = const_block(&impls);
        return quote!(#errors #block);
    };
    let borrowed = StandIn { ty: form.ty.clone(), generics: parse_quote!(<'decoder>) };
    impls.extend(set_impls(&borrowed, paths));
    impls.extend(zero_copy(form.set.name, form.name, paths));
    impls.extend(borrow::ways_back(form.set.name, form.set.vis, form.name, paths));
    let declaration = set_borrow::declaration(&form, paths);
    let block = const_block(&impls);
    quote!(#errors #declaration #block)
}

/// A type that gets impls without knowing what is in it.
struct StandIn {
    ty: TokenStream,
    generics: Generics,
}

fn stand_in(input: &DeriveInput) -> StandIn {
    let (name, (_, generics, _)) = (&input.ident, input.generics.split_for_impl());
    StandIn { ty: quote!(#name #generics), generics: input.generics.clone() }
}

impl StandIn {
    /// The generics with `'decoder` among them.
    fn with_decoder(&self) -> Generics {
        let mut generics = self.generics.clone();
        if !generics.lifetimes().any(|param| param.lifetime.ident == "decoder") {
            generics.params.insert(0, parse_quote!('decoder));
        }
        generics
    }
}

fn wire_impls(type_: &StandIn, paths: &Paths) -> TokenStream {
    let (private, StandIn { ty, generics }) = (paths.private(), type_);
    let decoder = type_.with_decoder();
    let (generics, _, bounds) = generics.split_for_impl();
    let (decoder, _, _) = decoder.split_for_impl();
    quote! {
        impl #generics #private::Wire for #ty #bounds {
            // Not zero, which a sequence refuses for its elements.
            const MIN_SIZE: usize = 1;
            const MAX_SIZE: usize = 1;
            const MAX_HEAP: usize = 0;
            const SCHEMA: &'static #private::Schema =
                &#private::Schema::Struct { name: "", max_size: 1, fields: &[] };
        }
        impl #generics #private::ArrayElement for #ty #bounds {}
        impl #generics #private::Encodable for #ty #bounds {
            fn encoded_len(&self) -> usize { loop {} }
            fn encode_to(
                &self,
                _: &mut #private::Encoder<'_>,
            ) -> #private::Result<(), #private::EncodeError> { loop {} }
        }
        impl #decoder #private::Decodable<'decoder> for #ty #bounds {
            fn decode_from(
                _: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> { loop {} }
        }
        impl #generics #private::Fields for #ty #bounds {
            fn visit_fields<__V: #private::FieldVisitor>(&self, _: &mut __V) {}
        }
    }
}

fn frame_impl(type_: &StandIn, paths: &Paths) -> TokenStream {
    let (private, StandIn { ty, generics }) = (paths.private(), type_);
    quote! {
        impl #generics #private::Frame for #ty {
            const ID: u32 = 0;
            const NAME: &'static str = "";
        }
    }
}

fn no_borrowed_form(type_: &StandIn, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let ty = &type_.ty;
    let (generics, _, bounds) = type_.generics.split_for_impl();
    quote! {
        impl #generics #private::ZeroCopy for #ty #bounds {
            type Ref<'decoder> = Self;
            fn from_borrowed(_: &Self) -> Self { loop {} }
        }
    }
}

fn zero_copy(name: &syn::Ident, borrowed: &syn::Ident, paths: &Paths) -> TokenStream {
    let private = paths.private();
    quote! {
        impl #private::ZeroCopy for #name {
            type Ref<'decoder> = #borrowed<'decoder>;
            fn from_borrowed(_: &#borrowed<'_>) -> Self { loop {} }
        }
    }
}

fn set_impls(type_: &StandIn, paths: &Paths) -> TokenStream {
    let (private, StandIn { ty, generics }) = (paths.private(), type_);
    let decoder = type_.with_decoder();
    let (generics, _, bounds) = generics.split_for_impl();
    let (decoder, _, _) = decoder.split_for_impl();
    quote! {
        impl #generics #private::EncodeFrame for #ty #bounds {
            fn frame_id(&self) -> u32 { loop {} }
            fn payload_len(&self) -> usize { loop {} }
            fn encode_payload(&self, _: &mut [u8]) -> #private::Result<usize, #private::EncodeError> { loop {} }
        }
        impl #decoder #private::DecodeFrame<'decoder> for #ty #bounds {
            fn decode_frame(
                _: u32,
                _: &'decoder [u8],
            ) -> #private::Result<Self, #private::DecodeError> { loop {} }
        }
        impl #generics #private::Fields for #ty #bounds {
            fn visit_fields<__V: #private::FieldVisitor>(&self, _: &mut __V) {}
        }
    }
}

fn set_impl(type_: &StandIn, header: &TokenStream, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), &type_.ty);
    let (generics, _, bounds) = type_.generics.split_for_impl();
    quote! {
        impl #generics #private::FrameSet for #ty #bounds {
            type Header = #header;
            const NAME: &'static str = "";
            const MESSAGES: &'static [#private::MessageInfo] = &[];
            const KEEPS_UNKNOWN: bool = false;
            fn message(_: u32) -> #private::Option<&'static #private::MessageInfo> { #private::None }
        }
    }
}
