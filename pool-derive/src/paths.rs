//! Paths into the library, and the places errors about them are reported at.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};

/// Where an expansion finds the library.
pub(crate) struct Paths {
    krate: TokenStream,
    absolute: TokenStream,
    private: TokenStream,
}

impl Paths {
    /// The library at `krate`, or under its own name.
    pub(crate) fn new(krate: Option<&syn::Path>) -> Self {
        let krate = krate.map_or_else(|| quote!(::pool_codec), |path| path.to_token_stream());
        Self { absolute: quote!(#krate::__private), private: quote!(__private), krate }
    }

    /// The library itself, for the types that become part of the user's own signatures.
    pub(crate) fn library(&self) -> &TokenStream {
        &self.krate
    }

    /// Any header, where the user has given none.
    pub(crate) fn some_header(&self) -> TokenStream {
        let krate = &self.krate;
        quote!(#krate::Sv2Header)
    }

    /// The module of everything an expansion names, by its full path.
    pub(crate) fn absolute(&self) -> &TokenStream {
        &self.absolute
    }

    /// The same within the block of the impls, which imports it.
    pub(crate) fn private(&self) -> &TokenStream {
        &self.private
    }
}

/// Moves `tokens` to `span`: an error in them is reported there and not at `#[derive(..)]`. Names keep
/// the hygiene they have.
pub(crate) fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    tokens.into_iter().map(|token| respan_token(token, span)).collect()
}

fn respan_token(mut token: TokenTree, span: Span) -> TokenTree {
    if let TokenTree::Group(group) = &token {
        let mut moved = Group::new(group.delimiter(), respan(group.stream(), span));
        moved.set_span(span.resolved_at(group.span()));
        return TokenTree::Group(moved);
    }
    token.set_span(span.resolved_at(token.span()));
    token
}
