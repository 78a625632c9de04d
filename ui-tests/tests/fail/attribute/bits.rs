use pool_codec::Frame;

#[derive(Frame)]
#[frame(bits = u16)]
struct Foo {
    #[frame(bits = 3)]
    kind: u8,
    len: u8,
    #[frame(bits = 3, default)]
    other: u8,
}

#[derive(Frame)]
struct Bar {
    #[frame(bits = 3)]
    kind: u8,
}

#[derive(Frame)]
#[frame(bits = i16)]
struct Signed {
    flag: bool,
}

#[derive(Frame)]
#[frame(bits = u8)]
struct Short {
    #[frame(bits = 3)]
    kind: u8,
    flag: bool,
}

fn main() {}
