use pool_codec::Frame;

type Name = String;

#[derive(Frame)]
struct Foo {
    #[frame(max_len = 8)]
    name: Name,
}

fn main() {}
