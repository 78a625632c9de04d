//! The content of the messages, independent of the types of the contenders.

use core::fmt::Debug;
use core::hint::black_box;

/// A short text of 19 bytes.
pub(crate) const SYMBOL: &str = "BTC-USD-PERP-261225";

/// One of the two messages. The sizes are those of our payload, which has the same bytes as that of `binary_sv2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// Three integers, a short text and 64 bytes: 100 B.
    Small,
    /// The same with 4058 bytes of variable length: 4 KiB.
    Large,
}

impl Size {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Small => "100 B",
            Self::Large => "4 KiB",
        }
    }

    /// Returns the length of a payload in the layout of Stratum V2, in bytes.
    pub(crate) fn payload(self) -> usize {
        match self {
            Self::Small => 100,
            Self::Large => 4096,
        }
    }

    /// Returns the bytes at the end of a message.
    fn body(self) -> usize {
        match self {
            Self::Small => 64,
            Self::Large => 4058,
        }
    }
}

/// The fields of one message, except [`SYMBOL`].
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) sequence: u32,
    pub(crate) account: u32,
    pub(crate) price: u64,
    pub(crate) body: Vec<u8>,
}

impl Content {
    pub(crate) fn new(size: Size, sequence: u32) -> Self {
        let bytes = sequence.to_le_bytes();
        Self {
            sequence,
            account: 788_152,
            price: 6_712_345_678,
            body: bytes.into_iter().cycle().take(size.body()).collect(),
        }
    }
}

/// Encoded frames that are read again and again. They are 256 KiB, which does not fit into the first-level cache, like
/// bytes that come from a socket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frames {
    pub(crate) bytes: &'static [u8],
    pub(crate) count: u32,
}

impl Frames {
    /// Creates frames of the same length with `encode`. Their numbers begin at 1, because prost omits zeros.
    pub(crate) fn new(size: Size, mut encode: impl FnMut(&Content) -> Vec<u8>) -> Self {
        let count = 256 * 1024 / size.payload() as u32;
        let frames = (1..=count).map(|sequence| encode(&Content::new(size, sequence)));
        let bytes: Vec<u8> = frames.flatten().collect();
        assert!(bytes.len().is_multiple_of(count as usize), "frames of one length");
        Self { bytes: bytes.leak(), count }
    }

    /// Returns the length of one frame, in bytes.
    pub(crate) fn frame_len(self) -> usize {
        self.bytes.len() / self.count as usize
    }

    /// Returns the sum of the sequence numbers of the first `frames` frames.
    pub(crate) fn sum(self, frames: u64) -> u64 {
        (0..frames).map(|index| index % u64::from(self.count) + 1).sum()
    }
}

/// A message in any form. The runs are checked by its number.
pub(crate) trait Numbered {
    fn number(&self) -> u32;
}

/// Passes the decoded message to the optimiser by reference, so that no copy is measured, and reads one field, as a
/// handler would.
#[inline(always)]
pub(crate) fn seen<M: Numbered, E: Debug>(decoded: &Result<M, E>) -> u64 {
    match black_box(decoded) {
        Ok(message) => message.number().into(),
        Err(error) => panic!("{error:?}"),
    }
}
