use pool_codec::{FrameSet, Sv2Header};

#[derive(FrameSet)]
#[frames(header = Sv2Header)]
enum Set<T> {
    Open(T),
}

fn main() {}
