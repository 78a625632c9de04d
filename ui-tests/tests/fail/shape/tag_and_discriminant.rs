use pool_codec::Frame;

#[derive(Frame)]
enum Foo {
    #[frame(tag = 1)]
    A = 0,
    #[frame(other, tag = 9)]
    Other(u8),
}

fn main() {}
