use pool_codec::Frame;

// Tags are for enums. A struct may have `tag`, so that all types of a protocol can share one attribute line.
#[derive(Frame)]
#[frame(tag = u8, reserved = [1])]
struct Foo {
    number: u8,
}

#[derive(Frame)]
#[frame(len = u64, tag = u32)]
struct Fine {
    number: u8,
}

fn main() {}
