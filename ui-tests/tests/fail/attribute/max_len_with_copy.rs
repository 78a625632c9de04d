use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    #[frame(max_len = 255, copy)]
    name: String,
}

fn main() {}
