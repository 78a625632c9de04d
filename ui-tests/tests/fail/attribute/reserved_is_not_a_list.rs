use pool_codec::Frame;

#[derive(Frame)]
#[frame(reserved = 3)]
enum Foo {
    A = 0,
}

#[derive(Frame)]
#[frame(reserved = [3, 9..=5, "x"])]
enum Bar {
    A = 0,
}

fn main() {}
