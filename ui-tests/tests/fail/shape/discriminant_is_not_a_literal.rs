use pool_codec::Frame;

const ONE: isize = 1;

#[derive(Frame)]
enum Foo {
    A = ONE,
    B = -1,
}

fn main() {}
