//! Headers: the bytes before a payload.

mod derived;
mod format;
mod size;
mod sv2;
mod tlv;

pub use derived::{
    as_id, bytes_counted, check_id_number, check_len, declared_id, declared_len, is_valid,
    len_of_payload, max_number, max_payload, read_header, read_whole_header, write_header,
};
pub use format::{Header, HeaderError};
pub(crate) use size::{Front, front_header, header_size, least_header, longest_header};
pub use sv2::Sv2Header;
pub use tlv::TlvHeader;
