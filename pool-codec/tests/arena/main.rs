//! Messages that are decoded in arenas, and arenas on the memory bill.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod bill;
mod decode_in;
mod hostile_frames;
mod no_alloc;

use pool_codec::{Bytes, Frame, FrameSet, Pool, PoolConfig, RawFrame, Str, TlvHeader};

#[global_allocator]
static ALLOCATOR: pool_dev::allocator::Watched<pool_dev::allocator::PerThread> =
    pool_dev::allocator::Watched::new();

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Hello {
    name: Str<255>,
    port: u16,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    content: Bytes<100_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Set {
    Hello(Hello),
    Blob(Blob),
    #[frame(other)]
    Unknown(RawFrame),
}

/// The slots that the messages and arenas of up to 256 KiB take.
const CONFIG: PoolConfig = Set::POOL_CONFIG.with_message(8 << 10, 128 << 10, None);

fn hello(name: &str) -> Hello {
    Hello { name: name.parse().unwrap(), port: 7 }
}

fn blob(len: usize) -> Blob {
    Blob {
        content: (0..len).map(|i| ((i * 31) >> 3) as u8).collect::<Vec<_>>().try_into().unwrap(),
    }
}

/// The slots that are in use.
fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

/// The frames as a stream.
fn stream(frames: &[Set]) -> Vec<u8> {
    let pool = Pool::new(&CONFIG);
    let frames = frames.iter().map(|frame| {
        pool_codec::PooledFrame::<Set>::encode(frame, &pool).unwrap().as_bytes().to_vec()
    });
    frames.flatten().collect()
}
