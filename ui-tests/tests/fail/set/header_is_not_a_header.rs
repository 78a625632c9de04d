use pool_codec::{Frame, FrameSet};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Open)]
enum Set {
    Open(Open),
}

fn main() {}
