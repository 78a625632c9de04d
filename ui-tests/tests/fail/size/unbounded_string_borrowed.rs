use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 1, borrow)]
struct Foo {
    name: String,
}

fn main() {}
