use pool_codec::FrameSet;

#[derive(FrameSet)]
struct Set {
    number: u32,
}

fn main() {}
