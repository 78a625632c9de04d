use pool_codec::Frame;

#[derive(Frame)]
#[frame(borrow = true)]
struct Foo {
    number: u32,
}

fn main() {}
