use pool_codec::{FrameSet, Sv2Header};

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
struct Set {
    number: u32,
}

fn main() {}
