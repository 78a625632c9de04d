//! Extensions negotiation (extension 0x0001).

use pool_codec::Frame;

use super::types::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x0100, borrow)]
pub struct RequestExtensions {
    pub request_id: u16,
    pub requested_extensions: Seq064K<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x0101, borrow)]
pub struct RequestExtensionsSuccess {
    pub request_id: u16,
    pub supported_extensions: Seq064K<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x0102, borrow)]
pub struct RequestExtensionsError {
    pub request_id: u16,
    pub unsupported_extensions: Seq064K<u16>,
    pub required_extensions: Seq064K<u16>,
}
