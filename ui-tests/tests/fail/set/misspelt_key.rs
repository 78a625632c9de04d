use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Sv2Header, borow)]
enum Set {
    #[frame(othr)]
    Open(Open),
}

fn main() {}
