//! The message that the comparisons send.

use anyhow::Context;
use pool_codec::{Bytes, Frame};

/// The payloads, with their lengths in bytes.
pub const SIZES: [(&str, usize); 2] = [("100 B", 100), ("4 KiB", 4096)];

/// A number, and as many bytes as the payload has room for.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub struct Message {
    /// Tells messages apart.
    pub number: u32,
    /// The same bytes in each message.
    pub body: Bytes<4096>,
}

impl Message {
    /// Returns a message whose encoding has `len` bytes.
    ///
    /// # Errors
    ///
    /// Fails for more than 4,102 bytes.
    pub fn of_len(len: usize) -> anyhow::Result<Self> {
        let body = body(len).try_into().context("is too long")?;
        Ok(Self { number: 0, body })
    }
}

/// Returns the bytes behind the number and the prefix of a payload of `len` bytes.
#[must_use]
pub fn body(len: usize) -> Vec<u8> {
    vec![0xA5; len.saturating_sub(6)]
}
