use pool_codec::Frame;

#[derive(Frame)]
#[frame(untagged, tag = u16, reserved = [3])]
enum Keys {
    A(u8),
    B(u16),
}

#[derive(Frame)]
#[frame(untagged)]
enum Numbers {
    #[frame(tag = 1)]
    A(u8),
    #[frame(other)]
    B(u16),
}

#[derive(Frame)]
#[frame(untagged)]
struct NoEnum {
    a: u8,
}

fn main() {}
