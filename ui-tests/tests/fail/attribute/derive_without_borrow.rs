use pool_codec::{Frame, FrameSet, TlvHeader};

#[derive(Frame)]
#[frame(id = 1, derive(Hash), invariant)]
struct Foo {
    number: u8,
}

#[derive(FrameSet)]
#[frames(header = TlvHeader, derive(Hash), invariant)]
enum Set {
    Foo(Foo),
}

fn main() {}
