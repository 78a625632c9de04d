//! Decode and encode errors. The code that builds them is cold and never allocates.

mod decode;
mod encode;
mod fault;
mod place;
mod too_long;

pub use decode::{DecodeError, DecodeErrorKind};
pub use encode::{EncodeError, EncodeErrorKind};
pub use too_long::TooLong;
