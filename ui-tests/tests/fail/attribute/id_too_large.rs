use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 0x1_0000_0000)]
struct Foo {
    number: u32,
}

const LARGE: u64 = 1;

#[derive(Frame)]
#[frame(id = LARGE)]
struct Bar {
    number: u32,
}

fn main() {}
