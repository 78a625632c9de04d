//! One form of a set: the emitters of shared impls work on it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use crate::model::{Set, SetVariant};

/// One form of a set, owned or borrowed.
pub(crate) struct SetForm<'a> {
    pub(crate) set: &'a Set<'a>,
    pub(crate) name: &'a Ident,
    /// The type with its lifetime, if it has one.
    pub(crate) ty: TokenStream,
    /// The impl's generics, if the type has a lifetime.
    pub(crate) generics: TokenStream,
    /// Whether it is the borrowed one.
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

    /// What a variant holds.
    pub(crate) fn held(&self, variant: &SetVariant<'_>) -> TokenStream {
        if self.borrowed { variant.borrowed_ty.clone() } else { variant.ty.to_token_stream() }
    }

    /// A match over `self` that does the same with each message.
    pub(crate) fn for_each(
        &self,
        body: impl Fn(&SetVariant<'_>, TokenStream) -> TokenStream,
    ) -> TokenStream {
        let name = self.name;
        let arms = self.set.variants.iter().map(|variant| {
            let (ident, body) = (variant.ident, body(variant, self.held(variant)));
            quote!(#name::#ident(__message) => #body,)
        });
        quote!(match self { #(#arms)* })
    }
}
