//! Headers: the bytes before a payload.

pub mod derived;
mod fields;
mod format;
mod size;
mod sv2;
mod tlv;

pub use derived::DerivedHeader;
pub use fields::HeaderFields;
pub use format::{Header, HeaderError};
pub(crate) use size::{
    Front, front_header, header_size, least_header, longest_header, usual_header,
};
pub use sv2::Sv2Header;
pub use tlv::TlvHeader;
