//! The answers to a PUBLISH with QoS 1 (PUBACK) and with QoS 2 (PUBREC, PUBREL, PUBCOMP).
//!
//! A reason of 0 and properties that are empty may be absent. Our encoder writes them.

use core::num::NonZeroU16;

use pool_codec::Frame;
use pool_codec::layout::Leb128;

use super::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, borrow, endian = big, len = u16)]
pub(crate) struct Puback {
    pub(crate) packet_id: NonZeroU16,
    #[frame(default)]
    pub(crate) reason: PublishReason,
    #[frame(default, delimited, layout = Leb128)]
    pub(crate) properties: Properties<REASON>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5, borrow, endian = big, len = u16)]
pub(crate) struct Pubrec {
    pub(crate) packet_id: NonZeroU16,
    #[frame(default)]
    pub(crate) reason: PublishReason,
    #[frame(default, delimited, layout = Leb128)]
    pub(crate) properties: Properties<REASON>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 6, borrow, endian = big, len = u16)]
pub(crate) struct Pubrel {
    pub(crate) packet_id: NonZeroU16,
    #[frame(default)]
    pub(crate) reason: ReleaseReason,
    #[frame(default, delimited, layout = Leb128)]
    pub(crate) properties: Properties<REASON>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7, borrow, endian = big, len = u16)]
pub(crate) struct Pubcomp {
    pub(crate) packet_id: NonZeroU16,
    #[frame(default)]
    pub(crate) reason: ReleaseReason,
    #[frame(default, delimited, layout = Leb128)]
    pub(crate) properties: Properties<REASON>,
}
