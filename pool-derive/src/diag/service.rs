//! Errors about service declarations. `pool_service` words the errors inside a declaration, at build time and at
//! run time.

use pool_service::FileError;
use proc_macro2::{Group, Span};
use syn::{Error, LitStr};

use super::errors::{at, at_span};

pub(crate) fn service_arguments(error: &Error) -> Error {
    let help = "write `service_config!(Set, \"services.toml\", \"service\")` or `service_config!(Set, { .. })`";
    at_span(error.span(), &error.to_string(), help)
}

pub(crate) fn service_file_unreadable(file: &LitStr, error: &std::io::Error) -> Error {
    let message = format!("cannot read `{}`: {}", file.value(), error.kind());
    at(file, &message, "write the path relative to the folder of the package's `Cargo.toml`")
}

pub(crate) fn service_without_text(group: &Group) -> Error {
    at(
        group,
        "the text of the service cannot be read from the source file",
        "write it directly in `service_config!` and not through another macro, with strings in double quotes; or \
         move it to a file",
    )
}

pub(crate) fn service_file(span: Span, error: &FileError) -> Error {
    Error::new(span, error)
}
