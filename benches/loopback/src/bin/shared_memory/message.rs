//! The message that is sent.

use anyhow::Context;
use pool_codec::{Bytes, Frame, FrameSet, Pool, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Message {
    pub(crate) number: u32,
    pub(crate) body: Bytes<4096>,
}

impl Message {
    /// Returns a message whose encoding has `len` bytes.
    pub(crate) fn of_len(len: usize) -> anyhow::Result<Self> {
        let body = vec![0xA5; len - 6].try_into().context("is too long")?;
        Ok(Self { number: 0, body })
    }
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub(crate) enum Set {
    Message(Message),
}

pub(crate) static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
