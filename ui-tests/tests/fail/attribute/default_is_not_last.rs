use pool_codec::{Frame, Str};

#[derive(Frame)]
#[frame(borrow)]
struct Foo {
    #[frame(default)]
    early: u8,
    name: Str<8>,
    #[frame(default = "?".parse().unwrap())]
    late: Str<8>,
    #[frame(skip)]
    local: u8,
}

#[derive(Frame)]
enum Bar {
    #[frame(tag = 0)]
    A(#[frame(default)] u8),
}

fn main() {}
