use pool_codec::{Frame, Str};

#[derive(Frame)]
#[frame(len = u8)]
struct Foo {
    name: Str<300>,
}

fn main() {}
