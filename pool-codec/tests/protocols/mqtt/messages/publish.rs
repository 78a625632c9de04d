//! Messages. Whether a PUBLISH has an identifier depends on the quality of service, which is in its fixed header: so
//! there are two types.

use core::num::NonZeroU16;

use pool_codec::Frame;
use pool_codec::layout::Leb128;

use super::*;

/// The longest message, a limit of ours.
const MAX_PAYLOAD: usize = 1 << 20;

/// A PUBLISH with QoS 0.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) struct PublishOnce {
    #[frame(max_len = MAX_TEXT)]
    pub(crate) topic: String,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<PUBLISH>,
    #[frame(rest, max_len = MAX_PAYLOAD)]
    pub(crate) payload: Vec<u8>,
}

/// A PUBLISH with QoS 1 or 2.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) struct PublishAcknowledged {
    #[frame(max_len = MAX_TEXT)]
    pub(crate) topic: String,
    pub(crate) packet_id: NonZeroU16,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<PUBLISH>,
    #[frame(rest, max_len = MAX_PAYLOAD)]
    pub(crate) payload: Vec<u8>,
}
