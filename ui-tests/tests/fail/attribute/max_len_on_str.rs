use pool_codec::{Frame, Str};

#[derive(Frame)]
struct Foo {
    #[frame(max_len = 255)]
    name: Str<255>,
}

fn main() {}
