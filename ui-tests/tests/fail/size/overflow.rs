use pool_codec::{Frame, Seq};

#[derive(Frame)]
struct Foo {
    numbers: Seq<Seq<Seq<u64, 0xFFFF_FFFF>, 0xFFFF_FFFF>, 0xFFFF_FFFF>,
}

fn main() {}
