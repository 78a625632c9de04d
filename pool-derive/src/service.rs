//! The input of `service_config!`: parses the invocation and reads the declaration.

mod inline;

use std::path::{Path, PathBuf};

use pool_service::{Declaration, FileErrorKind, Place};
use proc_macro2::{Group, Span};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Token, Type, token};

use crate::diag::{self, Errors};

/// `service_config!(Set, "services.toml", "adapter")` or `service_config!(Set, { [service.adapter] .. })`. Both
/// take an optional last argument `crate = path`.
pub(crate) struct Invocation {
    pub(crate) set: Type,
    pub(crate) source: Source,
    pub(crate) krate: Option<syn::Path>,
}

/// The source of the declaration.
pub(crate) enum Source {
    File { file: LitStr, service: LitStr },
    Inline(Group),
}

impl Parse for Invocation {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Self::parse_arguments(input).map_err(|error| diag::service_arguments(&error))
    }
}

impl Invocation {
    fn parse_arguments(input: ParseStream<'_>) -> syn::Result<Self> {
        let set = input.parse()?;
        input.parse::<Token![,]>()?;
        let source = if input.peek(token::Brace) {
            Source::Inline(input.parse()?)
        } else {
            let file = input.parse()?;
            input.parse::<Token![,]>()?;
            Source::File { file, service: input.parse()? }
        };
        let mut krate = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            krate = Some(input.call(syn::Path::parse_mod_style)?);
            input.parse::<Option<Token![,]>>()?;
        }
        if !input.is_empty() {
            return Err(input.error("unexpected token"));
        }
        Ok(Self { set, source, krate })
    }
}

impl Source {
    /// The path of the file, if the source is a file.
    pub(crate) fn file(&self) -> Option<&LitStr> {
        match self {
            Self::File { file, .. } => Some(file),
            Self::Inline(_) => None,
        }
    }

    /// The span of an error at a place in the declaration. Inline, it is the token at that place. In a file, it is
    /// the path of the file, because a compile error cannot point into a file that is not Rust.
    pub(crate) fn span_of(&self, place: Option<&Place>) -> Span {
        match (self, place) {
            (Self::File { file, .. }, _) => file.span(),
            (Self::Inline(group), None) => group.span(),
            (Self::Inline(group), Some(place)) => inline::span_at(group, place.start()),
        }
    }
}

/// Reads the declaration. The path of a file is relative to `root`, or to the compiler's working directory.
pub(crate) fn read(
    source: &Source,
    root: Option<&Path>,
    errors: &mut Errors,
) -> Option<Declaration> {
    let read = match source {
        Source::File { file, service } => {
            let name = file.value();
            let path = root.map_or_else(|| PathBuf::from(&name), |root| root.join(&name));
            let text = std::fs::read_to_string(path)
                .map_err(|error| diag::service_file_unreadable(file, &error));
            pool_service::read(&errors.handle(text)?, Some(&name), &service.value())
        }
        Source::Inline(group) => {
            let text = inline::text_of(group).ok_or_else(|| diag::service_without_text(group));
            pool_service::read_only(&errors.handle(text)?)
        }
    };
    let mistakes = match read {
        Ok(declaration) => return Some(declaration),
        Err(mistakes) => mistakes,
    };
    for error in mistakes {
        errors.push(match source {
            Source::File { service, .. } if error.kind() == FileErrorKind::UnknownService => {
                diag::service_file(service.span(), &error)
            }
            Source::File { file, .. } => diag::service_file(file.span(), &error),
            Source::Inline(_) => {
                diag::service_file(source.span_of(error.place()), &error.without_place())
            }
        });
    }
    None
}
