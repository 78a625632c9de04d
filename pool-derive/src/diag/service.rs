//! Errors about services' files. What is wrong inside a file, `pool_service` says, as it does at run time.

use pool_service::FileError;
use proc_macro2::{Group, Span};
use syn::{Error, LitStr};

use super::errors::{at, at_span};

pub(crate) fn service_arguments(error: &Error) -> Error {
    let help = "write `service_config!(Set, \"services.toml\", \"service\")` or `service_config!(Set, { .. })`";
    at_span(error.span(), &error.to_string(), help)
}

pub(crate) fn service_file_unreadable(file: &LitStr, error: &std::io::Error) -> Error {
    let what = format!("cannot read `{}`: {}", file.value(), error.kind());
    at(file, &what, "the path is relative to the folder of the package's `Cargo.toml`")
}

pub(crate) fn service_without_text(group: &Group) -> Error {
    at(
        group,
        "the text of the service is not to be seen",
        "write it where `service_config!` is invoked, not through another macro, and with double quotes; or put it \
         in a file",
    )
}

pub(crate) fn service_file(place: Span, error: &FileError) -> Error {
    Error::new(place, error)
}
