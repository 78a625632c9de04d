use pool_codec::{Frame, Str};

#[derive(Frame)]
struct BehindText {
    name: Str<8>,
    #[frame(align = 4)]
    number: u32,
}

#[derive(Frame)]
struct NoPower {
    #[frame(align = 3)]
    number: u32,
}

#[derive(Frame)]
struct TooLarge {
    #[frame(align = 128)]
    number: u32,
}

fn main() {
    let _ = <BehindText as pool_codec::Wire>::MAX_SIZE;
    let _ = <NoPower as pool_codec::Wire>::MAX_SIZE;
    let _ = <TooLarge as pool_codec::Wire>::MAX_SIZE;
}
