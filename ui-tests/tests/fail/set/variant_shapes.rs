use pool_codec::{Frame, FrameSet, Sv2Header};

#[derive(Frame)]
#[frame(id = 1)]
struct Open {
    number: u32,
}

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
#[repr(u8)]
enum Set {
    Unit,
    Two(Open, Open),
    Named { open: Open },
    Numbered(Open) = 3,
    Borrowed(&'static Open),
}

fn main() {}
