use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Frame)]
struct Part {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
enum Set {
    Part(Part),
}

fn main() {}
