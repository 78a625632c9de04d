use pool_codec::Frame;

#[derive(Frame)]
#[frame(tag = u8)]
struct Foo {
    number: u32,
}

#[derive(Frame)]
#[frame(id = 1, max_size = 1, capacity = 2)]
enum Bar {
    A = 0,
}

fn main() {}
