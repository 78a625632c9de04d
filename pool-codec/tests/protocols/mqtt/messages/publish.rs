//! Messages. Whether a PUBLISH has an identifier depends on the quality of service, which is in its fixed header: so
//! the type of the identifier is a parameter.

use core::num::NonZeroU16;

use pool_codec::Frame;
use pool_codec::layout::Leb128;

use super::*;

/// The longest message, a limit of ours.
const MAX_PAYLOAD: usize = 1 << 20;

/// A PUBLISH with QoS 0.
pub(crate) type PublishOnce = Publish<()>;
pub(crate) type PublishOnceRef<'decoder> = PublishRef<'decoder, ()>;

/// A PUBLISH with QoS 1 or 2.
pub(crate) type PublishAcknowledged = Publish<NonZeroU16>;
pub(crate) type PublishAcknowledgedRef<'decoder> = PublishRef<'decoder, NonZeroU16>;

/// The identifier of a PUBLISH, or none.
pub(crate) trait PublishId {
    /// The id of the frame. The type of the packet is 3 for both, so the header adds the quality of service.
    const FRAME_ID: u32;
}

impl PublishId for () {
    const FRAME_ID: u32 = 3;
}

impl PublishId for NonZeroU16 {
    const FRAME_ID: u32 = 16 + 3;
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = Id::FRAME_ID, borrow, endian = big, len = u16)]
pub(crate) struct Publish<Id: PublishId> {
    #[frame(max_len = MAX_TEXT)]
    pub(crate) topic: String,
    pub(crate) packet_id: Id,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<PUBLISH>,
    #[frame(rest, max_len = MAX_PAYLOAD)]
    pub(crate) payload: Vec<u8>,
}
