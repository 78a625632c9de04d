//! A length that counts itself, and whose own length varies.

use pool_codec::{Frame, Header, Pool, FrameSet};

#[derive(Debug, Clone, Copy, Frame, Header)]
#[frame(layout = pool_codec::layout::Postcard)]
struct Varies {
    #[header(len, counts = frame)]
    len: u32,
}

#[derive(Debug, Frame)]
#[frame(id = 0)]
struct Ping {
    nonce: u64,
}

#[derive(Debug, FrameSet)]
#[frames(header = Varies)]
enum Set {
    Ping(Ping),
}

static POOL: Pool = Pool::new(&Set::POOL_CONFIG);

fn main() {}
