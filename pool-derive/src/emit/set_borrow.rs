//! The borrowed form of a set: its declaration, and the way back to the owned form.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::frame_set::SetForm;
use crate::attrs::documented;
use crate::model::{Set, SetVariant};
use crate::paths::Paths;

/// `SetRef<'decoder>`, documented variant by variant.
pub(crate) fn declaration(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, name) = (paths.private(), form.name);
    let Set { name: owned, vis, forwarded, variants, .. } = form.set;
    let intro =
        format!(" Borrowed form of [`{owned}`]: its messages point into the decoder's input.");
    let variants = variants.iter().map(|SetVariant { ident, forwarded, borrowed_ty, .. }| {
        if !documented(forwarded) {
            let doc = format!(" Variant `{ident}` of [`{owned}`].");
            return quote!(#[doc = #doc] #ident(#borrowed_ty),);
        }
        quote!(#(#forwarded)* #ident(#borrowed_ty),)
    });
    quote! {
        #[doc = #intro]
        #[doc = ""]
        #(#forwarded)*
        #[derive(#private::Debug, #private::Clone, #private::Copy, #private::PartialEq)]
        #vis enum #name<'decoder> {
            #(#variants)*
        }
    }
}

/// `ZeroCopy`, `Covariant`, `From` and `into_owned`.
pub(crate) fn emit(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, borrowed, Set { name, variants, .. }) = (paths.private(), form.name, form.set);
    let arms = variants.iter().map(|SetVariant { ident, ty, .. }| {
        // At the user's own span and not one of the expansion, so that what the path lacks and what the
        // argument lacks is the same error, reported once.
        let message = Ident::new("__message", ty.span());
        let owned =
            quote_spanned!(ty.span()=> <#ty as #private::ZeroCopy>::from_borrowed(#message));
        quote!(#borrowed::#ident(#message) => #name::#ident(#owned),)
    });
    let ways_back = super::borrow::ways_back(form.set.name, form.set.vis, borrowed, paths);
    quote! {
        #[automatically_derived]
        impl #private::ZeroCopy for #name {
            type Ref<'decoder> = #borrowed<'decoder>;

            fn from_borrowed(__borrowed: &#borrowed<'_>) -> Self {
                match __borrowed {
                    #(#arms)*
                }
            }
        }
        #ways_back
    }
}
