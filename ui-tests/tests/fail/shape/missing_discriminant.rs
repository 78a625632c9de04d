use pool_codec::Frame;

#[derive(Frame)]
enum Foo {
    A = 1,
    B,
}

fn main() {}
