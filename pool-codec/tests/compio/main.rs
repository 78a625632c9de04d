//! Readers and writers with the traits of compio: cancelled calls, slow and broken streams, and pools without a free slot.
//! The streams are ours, so no runtime is needed. `examples/tests/compio.rs` runs them over sockets.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod cancel;
mod errors;
mod lengths;
mod sealed;
mod streams;
#[path = "../toy_cipher/mod.rs"]
mod toy_cipher;
mod waiting;
mod writing;

use pool_codec::{Bytes, Frame, FrameSet, FrameWriter, Pool, Str, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    price: u64,
    venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    content: Bytes<100_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Market {
    Tick(Tick),
    Blob(Blob),
}

/// The size of the header and the length prefix of a blob frame.
const BLOB_PREFIX: usize = 9;

fn tick(price: u64) -> Market {
    Market::Tick(Tick { price, venue: "XNAS".parse().unwrap() })
}

fn blob(len: usize) -> Market {
    let content: Vec<u8> = (0..len).map(|index| (index % 251) as u8).collect();
    Market::Blob(Blob { content: content.try_into().unwrap() })
}

fn window() -> usize {
    Market::POOL_CONFIG.largest_class_within(16 << 10).unwrap().bytes()
}

/// Returns small frames, frames that just fit or just do not fit the window, and large frames.
fn messages() -> Vec<Market> {
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

fn pool() -> Pool {
    Pool::new(&Market::POOL_CONFIG)
}

fn stream(messages: &[Market]) -> Vec<u8> {
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool());
    for message in messages {
        writer.send(message).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}
