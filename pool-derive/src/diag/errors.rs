//! The errors of one input, and how one is made.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Error;
use syn::spanned::Spanned as _;

/// Errors of one input, reported together.
#[derive(Default)]
pub(crate) struct Errors {
    all: Option<Error>,
}

impl Errors {
    pub(crate) fn push(&mut self, error: impl Into<Error>) {
        let error = error.into();
        match &mut self.all {
            Some(all) => all.combine(error),
            None => self.all = Some(error),
        }
    }

    /// The value; an error is kept and gives `None`.
    pub(crate) fn handle<T, E: Into<Error>>(&mut self, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.all.iter().flatten().count()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_none()
    }

    /// One `compile_error!` for each.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.all.map(Error::into_compile_error).unwrap_or_default()
    }
}

/// An error on all of `place`: what is wrong, and the way out.
pub(super) fn at(place: impl ToTokens, what: &str, help: &str) -> Error {
    Error::new_spanned(place, format_args!("{what}\nhelp: {help}"))
}

/// As [`at`], where only a span is known.
pub(super) fn at_span(span: Span, what: &str, help: &str) -> Error {
    Error::new(span, format_args!("{what}\nhelp: {help}"))
}

/// The place of a key.
pub(crate) fn span_of(key: &syn::Path) -> Span {
    key.span()
}
