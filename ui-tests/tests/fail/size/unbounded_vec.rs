use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 1)]
struct Foo {
    numbers: Vec<u32>,
}

fn main() {}
