use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 1, borow)]
struct Foo {
    number: u32,
}

fn main() {}
