use pool_codec::Frame;

#[derive(Frame)]
struct Generic<T> {
    first: T,
    #[frame(align = 4)]
    number: u32,
}

#[derive(Frame)]
struct Behind {
    flags: u8,
    #[frame(when = flags & 1)]
    maybe: Option<u8>,
    #[frame(align = 2)]
    number: u16,
    #[frame(align = 2, when = flags & 2)]
    both: Option<u16>,
    #[frame(align = 2, skip)]
    gone: u8,
    #[frame(align = 2, count = flags, max_len = 9)]
    list: Vec<u8>,
}

fn main() {}
