use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    #[frame(maxlen = 255)]
    name: String,
}

fn main() {}
