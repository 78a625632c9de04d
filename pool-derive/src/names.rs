//! Names in an expansion, made in one place.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote_spanned};
use syn::ext::IdentExt as _;
use syn::visit_mut::{self, VisitMut};
use syn::{Generics, Lifetime, Macro, Member, PathArguments, parse_quote};

/// The borrowed form of the type `owned`, with its span, so that "go to definition" finds it.
pub(crate) fn borrowed_form(owned: &Ident) -> Ident {
    format_ident!("{}Ref", owned.unraw(), span = owned.span())
}

/// The name as the wire format and error messages show it: without `r#`.
pub(crate) fn label(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// The local that holds a decoded field until all are there.
pub(crate) fn local(index: usize) -> Ident {
    format_ident!("__field_{index}", span = Span::call_site())
}

/// The local of the same field of another value.
pub(crate) fn other(local: &Ident) -> Ident {
    format_ident!("{local}_of_other", span = Span::call_site())
}

/// The const that holds the id of a set's message.
pub(crate) fn id(index: usize) -> Ident {
    format_ident!("__ID_{index}", span = Span::call_site())
}

/// The const that fails if a service's message breaks a rule.
#[cfg(feature = "service")]
pub(crate) fn checked(index: usize) -> Ident {
    format_ident!("__CHECKED_{index}", span = Span::call_site())
}

/// A name as the expansion resolves it.
pub(crate) fn item(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Writes the type for each `Self`, which means another one inside the impls of the borrowed form.
pub(crate) struct NameSelf<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) generics: &'a Generics,
}

impl VisitMut for NameSelf<'_> {
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

impl NameSelf<'_> {
    /// The same where nothing but tokens is known.
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

/// Renames `'decoder` in bounds that the user has written, where it is not the one of the expansion.
pub(crate) struct RenameBound;

impl VisitMut for RenameBound {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "decoder" {
            lifetime.ident = Ident::new("__bound", lifetime.ident.span());
        }
    }
}

/// The hidden field of a borrowed form, by a name that none of its `fields` has.
pub(crate) fn marker(fields: &[&Member]) -> Ident {
    let mut name = String::from("__decoder");
    while fields.iter().any(|field| matches!(field, Member::Named(ident) if *ident == name)) {
        name.push('_');
    }
    item(&name)
}
