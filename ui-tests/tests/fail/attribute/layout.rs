use pool_codec::Frame;
use pool_codec::layout::Bincode1;

#[derive(Frame)]
#[frame(layout = Bincode1, len = u32)]
struct Foo {
    number: u64,
}

fn main() {}
