use pool_codec::Frame;

#[derive(Frame)]
enum Foo {}

fn main() {}
