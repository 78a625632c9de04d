use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 1)]
#[frame(id = 2)]
struct Foo {
    number: u32,
}

fn main() {}
