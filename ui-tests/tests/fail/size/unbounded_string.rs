use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 1)]
struct Foo {
    name: String,
}

fn main() {}
