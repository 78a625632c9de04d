//! The messages of the tests.

use pool_codec::{Bytes, Frame, FrameSet, TlvHeader};

/// A message of 8 bytes, in one class of 128 bytes.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct SwapEvent {
    pub(crate) amount: u64,
}

/// A message of 4 to 10,004 bytes, in the classes from 128 bytes to 16 KiB.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(crate) struct PoolStateUpdate {
    pub(crate) pool: u16,
    pub(crate) state: Bytes<10_000>,
}

/// A message with its own capacity, in the class of 256 bytes.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow, capacity = 3000)]
pub(crate) struct Quote {
    pub(crate) levels: [u32; 50],
}

/// A message that is too large for any pool.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, borrow)]
pub(crate) struct Archive {
    pub(crate) pages: Box<[[u8; 1 << 10]; 2 << 10]>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow, max_payload = 2 << 20)]
pub(crate) enum Market {
    SwapEvent(SwapEvent),
    PoolStateUpdate(PoolStateUpdate),
    Quote(Quote),
    Archive(Archive),
}
