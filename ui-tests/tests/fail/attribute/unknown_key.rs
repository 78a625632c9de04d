use pool_codec::Frame;

#[derive(Frame)]
#[frame(version = 3)]
struct Foo {
    number: u32,
}

fn main() {}
