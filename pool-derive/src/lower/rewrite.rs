//! Rewrites of the user's tokens that both forms repeat.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Generics, Lifetime, Macro, PathArguments, parse_quote};

/// Replaces `Self` with the type's name. In the impls of the borrowed form `Self` is a different type.
pub(super) struct ReplaceSelf<'a> {
    pub(super) name: &'a Ident,
    pub(super) generics: &'a Generics,
}

impl VisitMut for ReplaceSelf<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        if let Some(first) = path.segments.first_mut().filter(|first| first.ident == "Self") {
            let span = first.ident.span();
            first.ident = self.name.clone();
            first.ident.set_span(span);
            let (_, arguments, _) = self.generics.split_for_impl();
            if !self.generics.params.is_empty() {
                let arguments = arguments.as_turbofish();
                first.arguments = PathArguments::AngleBracketed(parse_quote!(#arguments));
            }
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_macro_mut(&mut self, invocation: &mut Macro) {
        invocation.tokens = self.in_tokens(core::mem::take(&mut invocation.tokens));
    }
}

impl ReplaceSelf<'_> {
    /// Replaces `Self` in the arguments of a macro, which are not parsed.
    fn in_tokens(&self, tokens: TokenStream) -> TokenStream {
        let (name, (_, arguments, _)) = (self.name, self.generics.split_for_impl());
        let arguments = (!self.generics.params.is_empty()).then(|| arguments.as_turbofish());
        let named = tokens.into_iter().map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => {
                quote_spanned!(ident.span()=> #name #arguments)
            }
            TokenTree::Group(group) => {
                let mut named = Group::new(group.delimiter(), self.in_tokens(group.stream()));
                named.set_span(group.span());
                TokenTree::Group(named).into()
            }
            token => token.into(),
        });
        named.collect()
    }
}

/// Renames the user's `for<'decoder>` in bounds, where it would shadow the expansion's `'decoder`.
pub(super) struct RenameDecoder;

impl VisitMut for RenameDecoder {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "decoder" {
            lifetime.ident = Ident::new("__bound", lifetime.ident.span());
        }
    }
}
