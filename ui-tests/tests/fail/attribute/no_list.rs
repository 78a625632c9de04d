use pool_codec::Frame;

#[derive(Frame)]
#[frame]
struct Foo {
    number: u32,
}

fn main() {}
