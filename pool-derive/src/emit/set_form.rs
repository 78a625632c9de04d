//! One form of a set, owned or borrowed. The emitters of shared impls take a form.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use crate::model::set::{Set, SetVariant};

/// The owned or the borrowed form of a set.
pub(crate) struct SetForm<'a> {
    pub(crate) set: &'a Set<'a>,
    pub(crate) name: &'a Ident,
    /// The type with its lifetime.
    pub(crate) ty: TokenStream,
    /// The generics of impls.
    pub(crate) generics: TokenStream,
    /// Whether this is the borrowed form.
    borrowed: bool,
}

impl<'a> SetForm<'a> {
    pub(crate) fn owned(set: &'a Set<'a>) -> Self {
        let (ty, generics) = (set.name.to_token_stream(), TokenStream::new());
        Self { set, name: set.name, ty, generics, borrowed: false }
    }

    /// The borrowed form, if the set has one.
    pub(crate) fn borrowed(set: &'a Set<'a>) -> Option<Self> {
        let name = set.borrowed.as_ref()?;
        Some(Self {
            set,
            name,
            ty: quote!(#name<'decoder>),
            generics: quote!(<'decoder>),
            borrowed: true,
        })
    }

    /// The type of a variant's message.
    pub(crate) fn message_type(&self, variant: &SetVariant<'_>) -> TokenStream {
        if self.borrowed { variant.borrowed_ty.clone() } else { variant.ty.to_token_stream() }
    }

    /// A `match` on `self`. `body` returns the expression of a variant, in which `__message` is the message.
    pub(crate) fn match_variants(
        &self,
        body: impl Fn(&SetVariant<'_>, TokenStream) -> TokenStream,
    ) -> TokenStream {
        let name = self.name;
        let arms = self.set.variants.iter().map(|variant| {
            let (ident, body) = (variant.ident, body(variant, self.message_type(variant)));
            quote!(#name::#ident(__message) => #body,)
        });
        quote!(match self { #(#arms)* })
    }
}
