//! The reasons why a decode or an encode failed. Building an error is cold code and allocates nothing.

mod decode;
mod encode;
mod fault;
mod place;
mod too_long;

pub use decode::{DecodeError, DecodeErrorKind};
pub use encode::{EncodeError, EncodeErrorKind};
pub use too_long::TooLong;
