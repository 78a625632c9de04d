use pool_codec::{Bytes, Frame};

#[derive(Frame)]
enum NoField {
    #[frame(tag = 0)]
    A,
    #[frame(other)]
    Other,
}

#[derive(Frame)]
#[frame(tag = u16)]
enum WrongField {
    #[frame(tag = 0)]
    A,
    #[frame(other)]
    Other(u8),
}

#[derive(Frame)]
enum NoContent {
    #[frame(tag = 0)]
    A(u32),
    #[frame(other)]
    Other(u8),
}

#[derive(Frame)]
enum Two {
    #[frame(other)]
    Other(u8),
    #[frame(other)]
    Another(u8),
}

#[derive(Frame)]
enum Keys {
    #[frame(tag = 0)]
    A(Bytes<4>),
    #[frame(other)]
    Other(#[frame(range = 5..)] u8, Bytes<255>),
}

#[derive(Frame)]
enum Fine {
    #[frame(tag = 0)]
    A(Bytes<4>),
    #[frame(other)]
    Other(u8, Bytes<255>),
}

fn main() {}
