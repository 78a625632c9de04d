use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Debug, Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Set {
    Open(Open),
}

fn main() {}
