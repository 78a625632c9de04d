use pool_codec::layout::Crc32;
use pool_codec::{Frame, Str};

struct Sum;

#[derive(Frame)]
struct Unknown {
    #[frame(checksum = Sum)]
    text: Str<8>,
}

#[derive(Frame)]
struct Endless {
    #[frame(rest, max_len = 8, checksum = Crc32)]
    text: String,
}

fn main() {}
