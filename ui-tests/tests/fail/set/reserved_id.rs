use pool_codec::{Frame, FrameSet, TlvHeader};

#[derive(Frame)]
#[frame(id = 0x21)]
struct Foo {
    number: u8,
}

#[derive(FrameSet)]
#[frames(header = TlvHeader, reserved = [0x10, 0x20..=0x2F])]
enum Set {
    Foo(Foo),
}

fn main() {}
