use pool_codec::Frame;

#[derive(Frame)]
#[frame(tag = i8)]
enum Foo {
    A = 0,
}

fn main() {}
