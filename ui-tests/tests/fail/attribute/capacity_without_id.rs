use pool_codec::Frame;

#[derive(Frame)]
#[frame(capacity = 4)]
struct Foo {
    number: u32,
}

fn main() {}
