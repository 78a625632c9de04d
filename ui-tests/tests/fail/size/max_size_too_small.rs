use pool_codec::{Frame, Str};

#[derive(Frame)]
#[frame(max_size = 4)]
struct Foo {
    number: u32,
    name: Str<255>,
}

fn main() {}
