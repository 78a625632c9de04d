use pool_codec::{Frame, Str};

#[derive(Frame)]
#[frame(untagged)]
enum SameSize {
    A(u16),
    B([u8; 2]),
}

#[derive(Frame)]
#[frame(untagged)]
enum AnySize {
    A(u16),
    B(Str<9>),
}

#[derive(Frame)]
#[frame(untagged)]
enum Fits {
    A(u16),
    B(u32),
}

#[derive(Frame)]
struct Followed {
    fits: Fits,
    after: u8,
}

#[derive(Frame)]
#[frame(id = 1, trailing = allow)]
struct Trailed {
    fits: Fits,
}

fn main() {}
