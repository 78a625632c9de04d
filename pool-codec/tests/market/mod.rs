//! The messages of the tests with hostile streams.

use pool_codec::{Bytes, Frame, FrameSet, Pool, Str, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Tick {
    pub(crate) price: u64,
    pub(crate) venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(crate) struct Blob {
    pub(crate) content: Bytes<20_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub(crate) enum Set {
    Tick(Tick),
    Blob(Blob),
}

pub(crate) fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}
