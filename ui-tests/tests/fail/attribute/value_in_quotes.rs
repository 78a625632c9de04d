use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = "1")]
struct Foo {
    #[frame(max_len = "10")]
    name: String,
}

fn main() {}
