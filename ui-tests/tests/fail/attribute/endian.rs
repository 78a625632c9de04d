use pool_codec::Frame;

#[derive(Frame)]
#[frame(endian = network)]
struct Foo {
    #[frame(endian = 7)]
    number: u64,
    #[frame(endian = middle)]
    other: u64,
}

fn main() {}
