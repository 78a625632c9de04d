//! After an error: the impls the user's other code relies on, so that it is not reported as well.
//! They never run, because the build has failed.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, parse_quote};

use super::form::Form;
use super::pair::{self, Pair};
use super::set_form::SetForm;
use super::{borrow, const_block, set_borrow, standard};
use crate::diag::Errors;
use crate::model::{Model, Set};
use crate::paths::Paths;

/// The errors of a `#[derive(Frame)]`, and stand-ins for its impls.
pub(crate) fn frame(
    input: &DeriveInput,
    model: Option<&Model<'_>>,
    paths: &Paths,
    errors: Errors,
) -> TokenStream {
    let errors = errors.into_tokens();
    // A type that borrows already has no form that borrows more.
    let model = model.filter(|_| input.generics.lifetimes().next().is_none());
    let owned = stand_in(input);
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
        let block = const_block(&impls, false, paths);
        return quote!(#errors #declaration #block);
    };
    let borrowed = StandIn { ty: form.ty.clone(), generics: form.generics.clone() };
    impls.extend(wire_impls(&borrowed, paths));
    if has_id {
        impls.extend(frame_impl(&borrowed, paths));
    }
    let pair = borrow::pair(&form, static_params(&form.generics, &owned.generics));
    impls.extend(borrow_impl(&pair, paths));
    impls.extend(pair::emit(&pair, paths));
    impls.extend(standard::emit(&form, paths));
    let declaration = borrow::declaration(model, Some(&form), paths);
    let block = const_block(&impls, false, paths);
    quote!(#errors #declaration #block)
}

/// The owned form's generics with the borrowed form's where-clause, and parameters that live long enough
/// for any `'decoder`.
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
        let block = const_block(&impls, false, paths);
        return quote!(#errors #block);
    };
    let borrowed = StandIn { ty: form.ty.clone(), generics: parse_quote!(<'decoder>) };
    impls.extend(set_impls(&borrowed, paths));
    let pair = set_borrow::pair(&form);
    impls.extend(zero_copy(&pair, paths));
    impls.extend(pair::emit(&pair, paths));
    let declaration = set_borrow::declaration(&form, paths);
    let block = const_block(&impls, false, paths);
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

/// The generics with a layout among them.
fn with_layout(generics: &Generics, paths: &Paths) -> Generics {
    let (private, mut generics) = (paths.private(), generics.clone());
    generics.params.push(parse_quote!(__L: #private::Layout));
    generics
}

fn wire_impls(type_: &StandIn, paths: &Paths) -> TokenStream {
    let (private, StandIn { ty, generics }) = (paths.private(), type_);
    let (generics, decoder) =
        (with_layout(generics, paths), with_layout(&type_.with_decoder(), paths));
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

fn array_element(type_: &StandIn, paths: &Paths) -> TokenStream {
    let (private, StandIn { ty, generics }) = (paths.private(), type_);
    let (generics, _, bounds) = generics.split_for_impl();
    quote!(impl #generics #private::ArrayElement for #ty #bounds {})
}

fn frame_impl(type_: &StandIn, paths: &Paths) -> TokenStream {
    let (private, StandIn { ty, generics }) = (paths.private(), type_);
    let (generics, _, bounds) = generics.split_for_impl();
    quote! {
        impl #generics #private::Frame for #ty #bounds {
            const ID: u32 = 0;
            const NAME: &'static str = "";
        }
    }
}

fn no_borrowed_form(type_: &StandIn, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let ty = &type_.ty;
    // What borrows is not `'static`, as a type with a borrowed form is.
    if type_.generics.lifetimes().next().is_some() {
        return TokenStream::new();
    }
    let generics = with_layout(&static_params(&type_.generics, &type_.generics), paths);
    let (generics, _, bounds) = generics.split_for_impl();
    quote! {
        impl #generics #private::Borrow<__L> for #ty #bounds {
            type Ref<'decoder> = Self;
            fn own(_: &Self) -> Self { loop {} }
            fn lend(_: &Self) -> Self { loop {} }
        }
    }
}

fn borrow_impl(pair: &Pair<'_>, paths: &Paths) -> TokenStream {
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

fn zero_copy(pair: &Pair<'_>, paths: &Paths) -> TokenStream {
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
