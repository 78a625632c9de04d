use pool_codec::{Frame, Str};

#[derive(Frame)]
struct Part {
    name: Str<255>,
}

#[derive(Frame)]
#[frame(id = 1, borrow)]
struct Foo {
    part: Part,
}

fn main() {}
