use pool_codec::{Frame, FrameSet, TlvHeader};

#[derive(Frame)]
#[frame(id = 1)]
struct Hash {
    hash: [u8; 32],
}

#[derive(FrameSet)]
#[frames(header = TlvHeader, max_payload = 31)]
enum Set {
    Hash(Hash),
}

fn main() {}
