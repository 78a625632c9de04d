//! The set of the message.

use loopback::message::{Message, MessageRef};
use pool_codec::{FrameSet, Pool, TlvHeader};

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub(crate) enum Set {
    Message(Message),
}

pub(crate) static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
