use pool_codec::Frame;

#[derive(Frame)]
#[repr(u8)]
enum Foo {
    Empty = 0,
    Number(u32) = 1,
    Name { name: String } = 2,
}

fn main() {}
