use pool_codec::Frame;

#[derive(Frame)]
union Foo {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
