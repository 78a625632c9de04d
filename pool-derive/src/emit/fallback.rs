//! The impls after an error. They satisfy the user's other code, so that the compiler reports only the error itself.
//! They never run: the build fails.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, parse_quote};

use super::form::Form;
use super::form_pair::{self, FormPair};
use super::set_form::SetForm;
use super::{borrow, const_block, set_borrow, std_traits};
use crate::diag::Errors;
use crate::model::Model;
use crate::model::set::Set;
use crate::paths::Paths;

/// The errors of `#[derive(Frame)]`, followed by fallback impls.
pub(crate) fn frame(
    input: &DeriveInput,
    model: Option<&Model<'_>>,
    paths: &Paths,
    errors: Errors,
) -> TokenStream {
    let errors = errors.into_tokens();
    // A type with lifetimes is an error and gets no borrowed form.
    let model = model.filter(|_| input.generics.lifetimes().next().is_none());
    let owned = target(input);
    let mut impls = wire_impls(&owned, paths);
    impls.extend(array_element(&owned, paths));
    let has_id = model.is_some_and(|model| model.id.is_some());
    if has_id {
        impls.extend(frame_impl(&owned, paths));
    }
    let borrowed = model.and_then(|model| Some((model, Form::borrowed(model, paths)?)));
    let Some((model, form)) = borrowed else {
        impls.extend(no_borrowed_form(&owned, paths));
        let declaration = model.and_then(|model| borrow::declaration(model, None, paths));
        let block = const_block(&impls, &[], paths);
        return quote!(#errors #declaration #block);
    };
    let borrowed = Target { ty: form.ty.clone(), generics: form.generics.clone() };
    impls.extend(wire_impls(&borrowed, paths));
    if has_id {
        impls.extend(frame_impl(&borrowed, paths));
    }
    let pair = borrow::pair(&form, static_params(&form.generics, &owned.generics));
    impls.extend(borrow_impl(&pair, paths));
    impls.extend(form_pair::emit(&pair, paths));
    impls.extend(std_traits::emit(&form, paths));
    let declaration = borrow::declaration(model, Some(&form), paths);
    let block = const_block(&impls, &[], paths);
    quote!(#errors #declaration #block)
}

/// The owned form's parameters with the borrowed form's where-clause and a `'static` bound on each type parameter.
fn static_params(borrowed: &Generics, owned: &Generics) -> Generics {
    let mut generics = Generics { params: owned.params.clone(), ..borrowed.clone() };
    let params: Vec<_> = owned.type_params().map(|param| param.ident.clone()).collect();
    if !params.is_empty() {
        let predicates =
            params.iter().map(|param| -> syn::WherePredicate { parse_quote!(#param: 'static) });
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

/// The errors of `#[derive(FrameSet)]`, followed by fallback impls.
pub(crate) fn frame_set(
    input: &DeriveInput,
    set: Option<&Set<'_>>,
    paths: &Paths,
    errors: Errors,
) -> TokenStream {
    let errors = errors.into_tokens();
    let owned = target(input);
    let header = set.map_or_else(|| paths.some_header(), |set| set.header.clone());
    let mut impls = set_impls(&owned, paths);
    impls.extend(set_impl(&owned, &header, paths));
    let borrowed = set.filter(|_| input.generics.params.is_empty()).and_then(SetForm::borrowed);
    // Without a variant the lifetime of the borrowed form would be unused.
    let Some(form) = borrowed.filter(|form| !form.set.variants.is_empty()) else {
        let block = const_block(&impls, &[], paths);
        return quote!(#errors #block);
    };
    let borrowed = Target { ty: form.ty.clone(), generics: parse_quote!(<'decoder>) };
    impls.extend(set_impls(&borrowed, paths));
    let pair = set_borrow::pair(&form);
    impls.extend(zero_copy(&pair, paths));
    impls.extend(form_pair::emit(&pair, paths));
    let declaration = set_borrow::declaration(&form, paths);
    let block = const_block(&impls, &[], paths);
    quote!(#errors #declaration #block)
}

/// The errors of `#[derive(Header)]`, followed by a fallback impl.
pub(crate) fn header(input: &DeriveInput, paths: &Paths, errors: Errors) -> TokenStream {
    let (private, errors, target) = (paths.private(), errors.into_tokens(), target(input));
    let Target { ty, generics } = &target;
    // A header is `'static` and `Copy`.
    if !generics.params.is_empty() {
        return errors;
    }
    let impls = quote! {
        impl #private::Header for #ty {
            const SIZE: usize = 1;
            const MAX_ID: u32 = u32::MAX;
            const MAX_PAYLOAD: usize = usize::MAX;
            fn new(_: u32, _: usize) -> #private::Option<Self> { #private::None }
            fn decode(_: &[u8]) -> #private::Result<Self, #private::HeaderError> { loop {} }
            fn encode(&self, _: &mut [u8]) {}
            fn id(&self) -> u32 { 0 }
            fn payload_len(&self) -> usize { 0 }
        }
    };
    let block = const_block(&impls, &[], paths);
    quote!(#errors #block)
}

/// A type that gets fallback impls, which do not depend on its fields.
struct Target {
    ty: TokenStream,
    generics: Generics,
}

fn target(input: &DeriveInput) -> Target {
    let (name, (_, generics, _)) = (&input.ident, input.generics.split_for_impl());
    Target { ty: quote!(#name #generics), generics: input.generics.clone() }
}

impl Target {
    /// The generics with `'decoder` among them.
    fn with_decoder(&self) -> Generics {
        let mut generics = self.generics.clone();
        if !generics.lifetimes().any(|param| param.lifetime.ident == "decoder") {
            generics.params.insert(0, parse_quote!('decoder));
        }
        generics
    }
}

/// The generics with a layout among them.
fn with_layout(generics: &Generics, paths: &Paths) -> Generics {
    let (private, mut generics) = (paths.private(), generics.clone());
    generics.params.push(parse_quote!(__L: #private::Layout));
    generics
}

fn wire_impls(target: &Target, paths: &Paths) -> TokenStream {
    let (private, Target { ty, generics }) = (paths.private(), target);
    let (generics, decoder) =
        (with_layout(generics, paths), with_layout(&target.with_decoder(), paths));
    let (generics, _, bounds) = generics.split_for_impl();
    let (decoder, _, _) = decoder.split_for_impl();
    quote! {
        impl #generics #private::Encode<__L> for #ty #bounds {
            type Value = Self;
            const ENCODING: &'static #private::Schema = &#private::Schema::UNKNOWN;
            fn encode_to<__S: #private::Sink>(
                _: &Self,
                _: &mut __S,
            ) -> #private::Result<(), __S::Error> { loop {} }
        }
        impl #decoder #private::Decode<'decoder, __L> for #ty #bounds {
            fn decode_from(
                _: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> { loop {} }
        }
    }
}

fn array_element(target: &Target, paths: &Paths) -> TokenStream {
    let (private, Target { ty, generics }) = (paths.private(), target);
    let (generics, _, bounds) = generics.split_for_impl();
    quote!(impl #generics #private::ArrayElement for #ty #bounds {})
}

fn frame_impl(target: &Target, paths: &Paths) -> TokenStream {
    let (private, Target { ty, generics }) = (paths.private(), target);
    let (generics, _, bounds) = generics.split_for_impl();
    quote! {
        impl #generics #private::Frame for #ty #bounds {
            type Owned = Self;
            const ID: u32 = 0;
            const NAME: &'static str = "";
        }
    }
}

fn no_borrowed_form(target: &Target, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let ty = &target.ty;
    // A type with a borrowed form is `'static`; a type with lifetimes is not.
    if target.generics.lifetimes().next().is_some() {
        return TokenStream::new();
    }
    let generics = with_layout(&static_params(&target.generics, &target.generics), paths);
    let (generics, _, bounds) = generics.split_for_impl();
    quote! {
        impl #generics #private::Borrow<__L> for #ty #bounds {
            type Ref<'decoder> = Self;
            fn own(_: &Self) -> Self { loop {} }
            fn lend(_: &Self) -> Self { loop {} }
        }
    }
}

fn borrow_impl(pair: &FormPair<'_>, paths: &Paths) -> TokenStream {
    let (private, owned) = (paths.private(), pair.owned);
    let (decoder, any) = (pair.at("'decoder"), pair.at("'_"));
    let (_, arguments, _) = pair.generics.split_for_impl();
    let generics = with_layout(&pair.generics, paths);
    let (parameters, _, bounds) = generics.split_for_impl();
    quote! {
        impl #parameters #private::Borrow<__L> for #owned #arguments #bounds {
            type Ref<'decoder> = #decoder;
            fn own(_: &#any) -> Self { loop {} }
            fn lend(_: &Self) -> #any { loop {} }
        }
    }
}

fn zero_copy(pair: &FormPair<'_>, paths: &Paths) -> TokenStream {
    let (private, owned) = (paths.private(), pair.owned);
    let (decoder, any) = (pair.at("'decoder"), pair.at("'_"));
    quote! {
        impl #private::ZeroCopy for #owned {
            type Ref<'decoder> = #decoder;
            fn from_borrowed(_: &#any) -> Self { loop {} }
            fn as_borrowed(&self) -> #any { loop {} }
        }
    }
}

fn set_impls(target: &Target, paths: &Paths) -> TokenStream {
    let (private, Target { ty, generics }) = (paths.private(), target);
    let decoder = target.with_decoder();
    let (generics, _, bounds) = generics.split_for_impl();
    let (decoder, _, _) = decoder.split_for_impl();
    quote! {
        impl #generics #private::EncodeFrame for #ty #bounds {
            type Message = Self;
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
    }
}

fn set_impl(target: &Target, header: &TokenStream, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), &target.ty);
    let mut any_message = target.generics.clone();
    any_message.params.push(parse_quote!(__M));
    let (any_message, _, _) = any_message.split_for_impl();
    let (generics, _, bounds) = target.generics.split_for_impl();
    quote! {
        impl #generics #private::Outgoing for #ty #bounds {
            type FrameHeader = #header;
        }
        impl #any_message #private::Carries<__M> for #ty #bounds {}
        impl #generics #private::FrameSet for #ty #bounds {
            type Header = #header;
            const NAME: &'static str = "";
            const MESSAGES: &'static [#private::MessageInfo] = &[];
            const KEEPS_UNKNOWN: bool = false;
            fn message(_: u32) -> #private::Option<&'static #private::MessageInfo> { #private::None }
        }
    }
}
