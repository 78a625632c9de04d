//! A set without messages, for the size of readers and writers.

use crate::codec::{DecodeError, EncodeError};
use crate::frame::{
    DecodeFrame, EncodeFrame, FrameSet, MessageInfo, Outgoing, TlvHeader, unknown_id,
};

/// No value of this type exists. A reader or a writer of any set is as large as one of this set, but for a header larger
/// than [`TlvHeader`] in memory.
pub(super) enum AnySet {}

impl Outgoing for AnySet {
    type FrameHeader = TlvHeader;
}

impl EncodeFrame for AnySet {
    type Message = Self;

    fn frame_id(&self) -> u32 {
        match *self {}
    }

    fn payload_len(&self) -> usize {
        match *self {}
    }

    fn encode_payload(&self, _: &mut [u8]) -> Result<usize, EncodeError> {
        match *self {}
    }
}

impl DecodeFrame<'_> for AnySet {
    fn decode_frame(id: u32, _: &[u8]) -> Result<Self, DecodeError> {
        Err(unknown_id(id))
    }
}

impl FrameSet for AnySet {
    type Header = TlvHeader;
    const NAME: &'static str = "";
    const MESSAGES: &'static [MessageInfo] = &[];
    const KEEPS_UNKNOWN: bool = false;

    fn message(_: u32) -> Option<&'static MessageInfo> {
        None
    }
}
