use pool_codec::{Frame, FrameSet, RawFrame, Sv2Header};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
enum Set {
    Open(Open),
    #[frame(other)]
    Unknown(RawFrame),
    #[frame(other)]
    Odd(RawFrame),
}

fn main() {}
