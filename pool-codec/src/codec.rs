//! The traits, cursors, descriptions and errors that everything else stands on.

pub(crate) mod const_fmt;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod error;
pub(crate) mod schema;
pub(crate) mod sizes;
pub(crate) mod zero_copy;

pub use decode::{Decodable, Decoder};
pub use encode::{Encodable, Encoder};
pub use error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind, TooLong};
pub use schema::{Field, Schema, Variant};
