use pool_codec::Frame;

#[derive(Frame)]
enum Foo {
    A = 0xFF,
    B = 0x100,
}

#[derive(Frame)]
#[frame(tag = u16)]
enum Bar {
    A = 0x1_0000,
}

fn main() {}
