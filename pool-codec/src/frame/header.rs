//! Headers: the bytes before a payload.

mod format;
mod sv2;
mod tlv;

pub(crate) use format::header_size;
pub use format::{Header, HeaderError};
pub use sv2::Sv2Header;
pub use tlv::TlvHeader;
