use pool_codec::{Frame, FrameSet, Seq, TlvHeader};

/// 72 petabytes, of which the header can express 4 GiB.
#[derive(Frame)]
#[frame(id = 1)]
struct Huge {
    blobs: Seq<Seq<[u8; 65_536], 0xFF_FFFF>, 65_536>,
}

#[derive(FrameSet)]
#[frames(header = TlvHeader)]
enum Unlimited {
    Huge(Huge),
}

#[derive(FrameSet)]
#[frames(header = TlvHeader, max_payload = 1 << 20)]
enum Limited {
    Huge(Huge),
}

fn main() {}
