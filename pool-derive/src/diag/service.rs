//! Errors about services' files. What is wrong inside a file, `pool_service` says, as it does at run time.

use pool_service::FileError;
use syn::{Error, LitStr};

use super::at;

pub(crate) fn service_file_unreadable(file: &LitStr, error: &std::io::Error) -> Error {
    let what = format!("cannot read `{}`: {error}", file.value());
    at(file, &what, "the path is relative to the folder of the package's `Cargo.toml`")
}

pub(crate) fn service_file(place: &LitStr, error: &FileError) -> Error {
    Error::new(place.span(), error)
}
