use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(Frame)]
#[frame(id = 0x01)]
struct Close {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
enum Set {
    Open(Open),
    Close(Close),
}

fn main() {}
