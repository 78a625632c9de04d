//! Messages that travel in frames of their own, sets of them, and the headers before them.

pub(crate) mod header;
mod message;
mod raw;

pub use header::{Header, HeaderError, Sv2Header, TlvHeader};
pub(crate) use message::wrong_id;
pub use message::{
    DecodeFrame, EncodeFrame, Frame, FrameSet, MessageInfo, check_ids, check_reserved, unknown_id,
};
pub use raw::{RawFrame, RawFrameRef};
