//! Decode and encode errors. The code that builds them is cold and never allocates.

mod decode;
#[cfg(feature = "arena")]
mod decode_in;
mod encode;
mod fault;
mod place;
mod too_long;

pub use decode::{DecodeError, DecodeErrorKind};
#[cfg(feature = "arena")]
pub use decode_in::DecodeInError;
pub use encode::{EncodeError, EncodeErrorKind};
pub use too_long::TooLong;
