use pool_codec::{Frame, FrameSet, TlvHeader};

#[derive(Frame)]
#[frame(id = 0x1_0000)]
struct Open {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = TlvHeader)]
enum Set {
    Open(Open),
}

fn main() {}
