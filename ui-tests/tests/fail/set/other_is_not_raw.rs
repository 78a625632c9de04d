use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(Frame)]
#[frame(id = 2)]
struct Close {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
enum Set {
    Open(Open),
    #[frame(other)]
    Close(Close),
}

fn main() {}
