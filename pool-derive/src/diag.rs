//! All error texts, each with its span.

mod enums;
mod errors;
mod fields;
mod headers;
mod keys;
#[cfg(feature = "service")]
mod service;
mod sets;

pub(crate) use enums::*;
pub(crate) use errors::{Errors, span_of};
pub(crate) use fields::*;
pub(crate) use headers::*;
pub(crate) use keys::*;
#[cfg(feature = "service")]
pub(crate) use service::*;
pub(crate) use sets::*;
