use pool_codec::{Frame, Str};

#[derive(Frame)]
#[frame(len = usize)]
struct Foo {
    name: Str<8>,
}

#[derive(Frame)]
#[frame(len = 8)]
struct Bar {
    name: Str<8>,
}

fn main() {}
