use pool_codec::Frame;

#[derive(Frame)]
struct Foo;

fn main() {}
