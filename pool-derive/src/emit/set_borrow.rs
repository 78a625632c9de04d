//! The borrowed form of a set: its declaration, and the way back to the owned form.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Generics;
use syn::spanned::Spanned as _;

use super::pair::{self, Pair};
use super::set_form::SetForm;
use crate::attrs::documented;
use crate::model::{Set, SetVariant};
use crate::paths::Paths;

/// `SetRef<'decoder>`, documented variant by variant.
pub(crate) fn declaration(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (absolute, name) = (paths.absolute(), form.name);
    let Set { name: owned, vis, forwarded, variants, .. } = form.set;
    let asked = form.set.derives.as_ref().map(|derives| {
        let derives = &derives.value;
        quote!(#[derive(#(#derives),*)])
    });
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
        #[derive(#absolute::Debug, #absolute::Clone, #absolute::Copy, #absolute::PartialEq)]
        #asked
        #vis enum #name<'decoder> {
            #(#variants)*
        }
    }
}

/// `ZeroCopy` and what follows from it.
pub(crate) fn emit(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, borrowed, Set { name, .. }) = (paths.private(), form.name, form.set);
    let from = arms(borrowed, name, "from_borrowed", form.set, paths);
    let to = arms(name, borrowed, "as_borrowed", form.set, paths);
    let follows = pair::emit(&pair(form), paths);
    quote! {
        #[automatically_derived]
        impl #private::ZeroCopy for #name {
            type Ref<'decoder> = #borrowed<'decoder>;

            fn from_borrowed(__borrowed: &#borrowed<'_>) -> Self {
                match __borrowed {
                    #(#from)*
                }
            }

            fn as_borrowed(&self) -> #borrowed<'_> {
                match self {
                    #(#to)*
                }
            }
        }
        #follows
    }
}

/// The two forms of the set.
pub(crate) fn pair<'a>(form: &'a SetForm<'_>) -> Pair<'a> {
    Pair {
        owned: form.set.name,
        borrowed: form.name,
        vis: form.set.vis,
        generics: Generics::default(),
        covariant: form.set.invariant.is_none(),
        key: form.name.span(),
    }
}

/// From the variants of one form to those of the other.
fn arms(
    from: &Ident,
    to: &Ident,
    way: &str,
    set: &Set<'_>,
    paths: &Paths,
) -> impl Iterator<Item = TokenStream> {
    let private = paths.private();
    set.variants.iter().map(move |SetVariant { ident, ty, .. }| {
        // At the user's own span and not one of the expansion, so that what the path lacks and what the
        // argument lacks is the same error, reported once.
        let (message, way) = (Ident::new("__message", ty.span()), Ident::new(way, ty.span()));
        let converted = quote_spanned!(ty.span()=> <#ty as #private::ZeroCopy>::#way(#message));
        quote!(#from::#ident(#message) => #to::#ident(#converted),)
    })
}
