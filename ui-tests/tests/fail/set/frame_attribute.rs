use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(FrameSet)]
#[frame(id = 1)]
#[frames(header = Sv2Header)]
enum Set {
    Open(Open),
}

fn main() {}
