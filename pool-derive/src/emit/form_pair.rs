//! The impls that relate both forms of a type: `Covariant`, `From` and `into_owned`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Generics, Lifetime, Visibility, parse_quote};

use crate::paths::Paths;

/// An owned type and its borrowed form.
pub(crate) struct FormPair<'a> {
    pub(crate) owned: &'a Ident,
    pub(crate) borrowed: &'a Ident,
    pub(crate) vis: &'a Visibility,
    /// The generics of the owned form, with the bounds of its `ZeroCopy`.
    pub(crate) generics: Generics,
    /// Whether the borrowed form's lifetime can be shortened.
    pub(crate) covariant: bool,
    /// The span of the compiler's error if `covariant` is wrong.
    pub(crate) key: Span,
}

impl FormPair<'_> {
    /// The borrowed form at a lifetime.
    pub(crate) fn at(&self, lifetime: &str) -> TokenStream {
        borrowed_at(self.borrowed, &self.generics, lifetime)
    }
}

/// The type `borrowed` at a lifetime, with the arguments of `generics`.
pub(crate) fn borrowed_at(borrowed: &Ident, generics: &Generics, lifetime: &str) -> TokenStream {
    let lifetime = Lifetime::new(lifetime, Span::call_site());
    let mut generics = generics.clone();
    generics.params.insert(0, parse_quote!(#lifetime));
    let (_, arguments, _) = generics.split_for_impl();
    quote!(#borrowed #arguments)
}

/// All impls that the pair allows.
pub(crate) fn emit(pair: &FormPair<'_>, paths: &Paths) -> TokenStream {
    let (private, FormPair { owned, vis, generics, .. }) = (paths.private(), pair);
    let (_, arguments, _) = generics.split_for_impl();
    let (owned, borrowed) = (quote!(#owned #arguments), pair.at("'decoder"));
    let covariant = pair.covariant.then(|| covariant(pair, &owned, paths));
    let mut generics = generics.clone();
    generics.params.insert(0, parse_quote!('decoder));
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #covariant
        #[automatically_derived]
        impl #parameters #private::From<#borrowed> for #owned #clause {
            fn from(__borrowed: #borrowed) -> Self {
                <#owned as #private::ZeroCopy>::from_borrowed(&__borrowed)
            }
        }
        impl #parameters #borrowed #clause {
            /// Copies the message out of the decoder's input.
            #[must_use]
            #vis fn into_owned(self) -> #owned {
                <#owned as #private::ZeroCopy>::from_borrowed(&self)
            }
        }
    }
}

/// `Covariant`, which allows a borrowed form to be held.
fn covariant(pair: &FormPair<'_>, owned: &TokenStream, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let (long, short) = (pair.at("'long"), pair.at("'short"));
    let (parameters, _, clause) = pair.generics.split_for_impl();
    let argument = Ident::new("__borrowed", pair.key.resolved_at(Span::call_site()));
    quote! {
        #[automatically_derived]
        impl #parameters #private::Covariant for #owned #clause {
            fn shorten<'short, 'long: 'short>(#argument: &'short #long) -> &'short #short {
                #argument
            }
        }
    }
}

/// `Covariant` of a type that is its own borrowed form.
pub(crate) fn emit_alias(owned: &TokenStream, generics: &Generics, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters #private::Covariant for #owned #clause {
            fn shorten<'short, 'long: 'short>(__borrowed: &'short #owned) -> &'short #owned {
                __borrowed
            }
        }
    }
}
