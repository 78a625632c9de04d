//! The collection of errors, and the constructors of one error.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Error;
use syn::spanned::Spanned as _;

/// The errors found in one input, reported together.
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

    /// Returns the value, or records the error and returns `None`.
    pub(crate) fn handle<T, E: Into<Error>>(&mut self, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// The number of errors.
    pub(crate) fn count(&self) -> usize {
        self.all.iter().flatten().count()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_none()
    }

    /// One `compile_error!` for each error.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.all.map(Error::into_compile_error).unwrap_or_default()
    }
}

/// An error that covers all of `tokens`: the broken rule and the fix.
pub(super) fn at(tokens: impl ToTokens, message: &str, help: &str) -> Error {
    Error::new_spanned(tokens, format_args!("{message}\nhelp: {help}"))
}

/// Like [`at`], for errors whose tokens are gone.
pub(super) fn at_span(span: Span, message: &str, help: &str) -> Error {
    Error::new(span, format_args!("{message}\nhelp: {help}"))
}

/// The span of a key.
pub(crate) fn span_of(key: &syn::Path) -> Span {
    key.span()
}
