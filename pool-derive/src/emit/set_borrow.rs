//! The borrowed form of a set: its declaration, and the conversions between both forms.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Generics;
use syn::spanned::Spanned as _;

use super::form_pair::{self, FormPair};
use super::set_form::SetForm;
use crate::attrs::documented;
use crate::model::set::{Set, SetVariant};
use crate::paths::Paths;

/// The declaration of `SetRef<'decoder>`.
pub(crate) fn declaration(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (absolute, name) = (paths.absolute(), form.name);
    let Set { name: owned, vis, forwarded, variants, .. } = form.set;
    let requested = form.set.derives.as_ref().map(|derives| {
        let derives = &derives.value;
        quote!(#[derive(#(#derives),*)])
    });
    let intro =
        format!(" Borrowed form of [`{owned}`]: its messages point into the decoder's input.");
    let variants = variants.iter().map(|SetVariant { ident, forwarded, borrowed_ty, .. }| {
        let doc = (!documented(forwarded)).then(|| {
            let doc = format!(" Variant `{ident}` of [`{owned}`].");
            quote!(#[doc = #doc])
        });
        quote!(#doc #(#forwarded)* #ident(#borrowed_ty),)
    });
    quote! {
        #[doc = #intro]
        #[doc = ""]
        #(#forwarded)*
        #[derive(#absolute::Debug, #absolute::Clone, #absolute::Copy, #absolute::PartialEq)]
        #requested
        #vis enum #name<'decoder> {
            #(#variants)*
        }
    }
}

/// `ZeroCopy`, and the impls that build on it.
pub(crate) fn emit(form: &SetForm<'_>, paths: &Paths) -> TokenStream {
    let (private, borrowed, Set { name, .. }) = (paths.private(), form.name, form.set);
    let from = arms(borrowed, name, "from_borrowed", form.set, paths);
    let to = arms(name, borrowed, "as_borrowed", form.set, paths);
    let conversions = form_pair::emit(&pair(form), paths);
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
        #conversions
    }
}

/// The two forms of the set.
pub(crate) fn pair<'a>(form: &'a SetForm<'_>) -> FormPair<'a> {
    FormPair {
        owned: form.set.name,
        borrowed: form.name,
        vis: form.set.vis,
        generics: Generics::default(),
        covariant: form.set.invariant.is_none(),
        key: form.name.span(),
    }
}

/// Match arms that convert the variants of one form to the other.
fn arms(
    from: &Ident,
    to: &Ident,
    function: &str,
    set: &Set<'_>,
    paths: &Paths,
) -> impl Iterator<Item = TokenStream> {
    let private = paths.private();
    set.variants.iter().map(move |SetVariant { ident, ty, .. }| {
        // The user's own span, without the expansion, lets the compiler merge equal errors about the type.
        let ident_at = |name: &str| Ident::new(name, ty.span());
        let (message, function) = (ident_at("__message"), ident_at(function));
        let converted =
            quote_spanned!(ty.span()=> <#ty as #private::ZeroCopy>::#function(#message));
        quote!(#from::#ident(#message) => #to::#ident(#converted),)
    })
}
