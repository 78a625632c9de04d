use pool_codec::Frame;

#[derive(Frame)]
struct Foo(u32, u8);

fn main() {}
