use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    #[frame(when = flags & 1)]
    early: Option<u8>,
    flags: u8,
    #[frame(when = flags > 1)]
    compared: Option<u8>,
    #[frame(when = flags & 1)]
    required: u8,
    #[frame(count = missing, max_len = 4)]
    counted: Vec<u8>,
    #[frame(count = flags)]
    unbounded: u16,
    #[frame(when = float)]
    tested: Option<u8>,
}

#[derive(Frame)]
struct Bar {
    float: f32,
    #[frame(when = float)]
    tested: Option<u8>,
}

fn main() {}
