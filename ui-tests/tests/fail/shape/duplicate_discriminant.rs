use pool_codec::Frame;

#[derive(Frame)]
#[repr(u8)]
enum Foo {
    A = 1,
    B = 2,
    C = 0x1,
}

fn main() {}
