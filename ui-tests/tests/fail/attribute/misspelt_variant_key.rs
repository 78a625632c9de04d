use pool_codec::Frame;

#[derive(Frame)]
enum Foo {
    #[frame(tga = 0)]
    A(u8),
    #[frame(othr)]
    B(u8),
}

fn main() {}
