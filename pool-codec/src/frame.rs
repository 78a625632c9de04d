//! Messages that travel in frames of their own, sets of them, and the headers before them.

pub(crate) mod header;
mod message;
mod message_info;
mod outgoing;
mod pool_mismatch;
mod raw;
mod set;
mod set_checks;
pub(crate) mod window;

pub use header::{Header, HeaderError, Sv2Header, TlvHeader};
pub(crate) use message::check_id;
pub use message::{DecodeFrame, EncodeFrame, Frame};
pub use message_info::MessageInfo;
pub use outgoing::{Carries, Outgoing};
pub use pool_mismatch::{PoolMismatch, assert_serves};
pub use raw::{RawFrame, RawFrameRef};
pub use set::{FrameSet, decode_variant, encode_other, unknown_id};
pub use set_checks::{check_ids, check_reserved};
