use pool_codec::{Frame, Str};

#[derive(Frame)]
struct Foo {
    #[frame(range = 1..=9)]
    name: Str<8>,
    #[frame(range = 300..)]
    small: u8,
}

fn main() {}
