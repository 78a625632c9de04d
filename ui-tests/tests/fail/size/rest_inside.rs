//! Arrays, tuples and transparent types check their parts as structs do.

use pool_codec::layout::Crc32;
use pool_codec::{Frame, Wire};

#[derive(Frame)]
struct Part {
    #[frame(rest, max_len = 8)]
    rest: Vec<u8>,
}

#[derive(Frame)]
struct Late {
    #[frame(default)]
    number: u8,
}

#[derive(Frame)]
struct Tuple {
    #[frame(delimited)]
    parts: (Part, u8),
}

#[derive(Frame)]
struct Array {
    #[frame(delimited)]
    parts: Option<[Part; 2]>,
}

#[derive(Frame)]
#[frame(transparent)]
struct Transparent((Late, u8));

#[derive(Frame)]
struct LateArray {
    #[frame(delimited)]
    parts: [Late; 2],
}

#[derive(Frame)]
#[frame(transparent)]
struct Summed(#[frame(checksum = Crc32)] Part);

#[derive(Frame)]
#[frame(transparent)]
struct LateSummed(#[frame(checksum = Crc32)] Late);

fn main() {
    let _ = <(Part, u8)>::MAX_SIZE;
}
