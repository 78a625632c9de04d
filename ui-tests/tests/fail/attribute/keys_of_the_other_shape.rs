use pool_codec::Frame;

// Tags are for enums; on a struct `tag` is allowed in the one line that all types of a protocol have.
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
