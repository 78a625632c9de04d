//! A feed of small and large messages, for readers and writers that are cancelled, slow or broken.

use pool_codec::{Bytes, Frame, FrameSet, FrameWriter, Pool, Str, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Tick {
    pub(crate) price: u64,
    pub(crate) venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(crate) struct Blob {
    pub(crate) content: Bytes<100_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub(crate) enum Market {
    Tick(Tick),
    Blob(Blob),
}

/// The size of the header and the length prefix of a blob frame.
pub(crate) const BLOB_PREFIX: usize = 9;

pub(crate) fn tick(price: u64) -> Market {
    Market::Tick(Tick { price, venue: "XNAS".parse().unwrap() })
}

pub(crate) fn blob(len: usize) -> Market {
    let content: Vec<u8> = (0..len).map(|index| (index % 251) as u8).collect();
    Market::Blob(Blob { content: content.try_into().unwrap() })
}

pub(crate) fn window() -> usize {
    Market::POOL_CONFIG.largest_class_within(16 << 10).unwrap().bytes()
}

/// Returns small frames, frames that just fit or just do not fit the window, and large frames.
pub(crate) fn messages() -> Vec<Market> {
    vec![
        tick(1),
        blob(0),
        blob(window() - BLOB_PREFIX - 1),
        tick(2),
        blob(window() - BLOB_PREFIX),
        blob(window() - BLOB_PREFIX + 1),
        tick(3),
        blob(100_000),
        blob(30_000),
        tick(4),
    ]
}

pub(crate) fn pool() -> Pool {
    Pool::new(&Market::POOL_CONFIG)
}

pub(crate) fn stream(messages: &[Market]) -> Vec<u8> {
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool());
    for message in messages {
        writer.send(message).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}

pub(crate) fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}
