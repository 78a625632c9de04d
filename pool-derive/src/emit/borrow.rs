//! The borrowed form of a message: its declaration, and the way back to the owned form.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::form::Form;
use crate::attrs::documented;
use crate::model::{Field, Message, ToOwned};
use crate::paths::Paths;

/// `FooRef<'decoder>`, documented field by field, since users name it and read its docs.
pub(crate) fn declaration(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, name) = (paths.private(), form.name);
    let Message { name: owned, vis, forwarded, fields, .. } = form.message;
    let intro = format!(
        " Borrowed form of [`{owned}`]: variable-length fields point into the decoder's input."
    );
    let fields = fields.iter().map(|field| declaration_of_field(field, owned));
    let marker = form
        .marker
        .as_ref()
        .map(|_| quote!(#[doc(hidden)] #vis __decoder: #private::PhantomData<&'decoder ()>,));
    quote! {
        #[doc = #intro]
        #[doc = ""]
        #(#forwarded)*
        #[derive(#private::Debug, #private::Clone, #private::Copy, #private::PartialEq)]
        #vis struct #name<'decoder> {
            #(#fields)*
            #marker
        }
    }
}

fn declaration_of_field(field: &Field<'_>, owned: &Ident) -> TokenStream {
    let (Field { original, ident, label, forwarded, .. }, ty) = (field, &field.borrowed.ty);
    let vis = &original.vis;
    if !documented(forwarded) {
        let doc = format!(" Field `{label}` of [`{owned}`].");
        return quote!(#[doc = #doc] #vis #ident: #ty,);
    }
    quote!(#(#forwarded)* #vis #ident: #ty,)
}

/// `ZeroCopy`, `Covariant`, `From` and `into_owned`.
pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, borrowed, Message { name, fields, .. }) =
        (paths.private(), form.name, form.message);
    let fields = fields.iter().map(|field| {
        let (ident, value) = (field.ident, owned_field(field, paths));
        quote!(#ident: #value,)
    });
    let ways_back = ways_back(name, form.message.vis, borrowed, paths);
    let from_owned = form.marker.as_ref().map(|marker| from_owned(form, marker, paths));
    quote! {
        #[automatically_derived]
        impl #private::ZeroCopy for #name {
            type Ref<'decoder> = #borrowed<'decoder>;

            fn from_borrowed(__borrowed: &#borrowed<'_>) -> Self {
                #name { #(#fields)* }
            }
        }
        #ways_back
        #from_owned
    }
}

fn owned_field(field: &Field<'_>, paths: &Paths) -> TokenStream {
    let (private, Field { ident, ty, .. }) = (paths.private(), field);
    match field.borrowed.to_owned {
        ToOwned::Copy => quote!(__borrowed.#ident),
        ToOwned::Text => quote!(#private::str_to_string(__borrowed.#ident)),
        ToOwned::Bytes => quote!(#private::bytes_to_vec(__borrowed.#ident)),
        ToOwned::Seq => quote!(#private::seq_to_vec(&__borrowed.#ident)),
        ToOwned::ZeroCopy => {
            // At the user's own span and not one of the expansion, so that what the path lacks and what
            // the argument lacks is the same error, reported once.
            let span = field.original.ty.span();
            let local = Ident::new("__field", span);
            let owned = quote_spanned!(span=> <#ty as #private::ZeroCopy>::from_borrowed(#local));
            quote!({ let #local = &__borrowed.#ident; #owned })
        }
    }
}

/// What follows from `ZeroCopy` alone.
pub(crate) fn ways_back(
    name: &Ident,
    vis: &syn::Visibility,
    borrowed: &Ident,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private();
    quote! {
        #[automatically_derived]
        impl #private::Covariant for #name {
            fn shorten<'short, 'long: 'short>(
                __borrowed: &'short #borrowed<'long>,
            ) -> &'short #borrowed<'short> {
                __borrowed
            }
        }
        #[automatically_derived]
        impl #private::From<#borrowed<'_>> for #name {
            fn from(__borrowed: #borrowed<'_>) -> Self {
                <#name as #private::ZeroCopy>::from_borrowed(&__borrowed)
            }
        }
        impl #borrowed<'_> {
            /// Copies the message out of the decoder's input.
            #[must_use]
            #vis fn into_owned(self) -> #name {
                <#name as #private::ZeroCopy>::from_borrowed(&self)
            }
        }
    }
}

/// The way in, for a form with a field that users cannot name.
fn from_owned(form: &Form<'_>, marker: &TokenStream, paths: &Paths) -> TokenStream {
    let (private, Form { name, ty, .. }, owned) = (paths.private(), form, form.message.name);
    let fields: Vec<_> = form.fields.iter().map(|field| field.ident).collect();
    quote! {
        #[automatically_derived]
        impl<'decoder> #private::From<#owned> for #ty {
            fn from(__owned: #owned) -> Self {
                #name { #(#fields: __owned.#fields,)* #marker }
            }
        }
    }
}
