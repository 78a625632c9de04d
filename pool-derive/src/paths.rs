//! Paths into the library, and the spans of generated tokens.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};

/// The paths by which an expansion names the library's items.
pub(crate) struct Paths {
    krate: TokenStream,
    absolute: TokenStream,
    private: TokenStream,
}

impl Paths {
    /// The paths of the library at `krate`; without it, at `::pool_codec`.
    pub(crate) fn new(krate: Option<&syn::Path>) -> Self {
        let krate = krate.map_or_else(|| quote!(::pool_codec), |path| path.to_token_stream());
        Self { absolute: quote!(#krate::__private), private: quote!(__private), krate }
    }

    /// The crate root, for types that appear in the user's own signatures.
    pub(crate) fn library(&self) -> &TokenStream {
        &self.krate
    }

    /// A header for sets that lack one.
    pub(crate) fn some_header(&self) -> TokenStream {
        let krate = &self.krate;
        quote!(#krate::Sv2Header)
    }

    /// The absolute path of `__private`, the module of all names in expansions.
    pub(crate) fn absolute(&self) -> &TokenStream {
        &self.absolute
    }

    /// The path of `__private` inside the `const` block, which imports it.
    pub(crate) fn private(&self) -> &TokenStream {
        &self.private
    }

    /// The same path at `span`. The compiler reports an error about an expression from its first token on.
    pub(crate) fn private_at(&self, span: Span) -> TokenStream {
        respan(self.private.clone(), span)
    }
}

/// Moves `tokens` to `span`, so errors in them are reported there and not on `#[derive(..)]`. Names still
/// resolve where they did before.
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
