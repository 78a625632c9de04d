//! The frame that is echoed.

use pool_codec::{Frame, FrameSet, Overflow, Pool, PoolConfig, SizeClass, TlvHeader};

/// A quote of 100 bytes.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Quote {
    pub(crate) number: u64,
    pub(crate) content: [u8; 92],
}

/// The messages of client and server.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub(crate) enum Quotes {
    Quote(Quote),
}

/// A pool with a window and a batch for each of a thousand connections. Both sides of every connection use it.
const CONFIG: PoolConfig =
    Quotes::POOL_CONFIG.with_class(SizeClass::for_len(8 << 10), 2048).with_overflow(Overflow::Heap);

pub(crate) static POOL: Pool = Pool::new(&CONFIG);
