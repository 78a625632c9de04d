use pool_codec::Frame;

#[derive(Frame)]
enum Foo {
    A = 0,
    B,
}

#[derive(Frame)]
enum Bar {
    A(u8),
    B { name: u8 },
}

fn main() {}
