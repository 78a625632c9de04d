//! A field that can be absent has bytes if it is present.

use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    number: u8,
    #[frame(rest, max_len = 9, default = vec![1])]
    rest: Vec<u8>,
}

#[derive(Default, Frame)]
struct Part {
    #[frame(rest, max_len = 9)]
    text: String,
}

#[derive(Frame)]
struct Bar {
    number: u8,
    #[frame(default)]
    part: Part,
}

fn main() {}
