use std::collections::BTreeMap;

use pool_codec::{Frame, Str};

#[derive(Frame)]
struct Foo {
    #[frame(terminated, max_len = 8)]
    numbers: Vec<u16>,
    #[frame(rest)]
    text: Str<8>,
    #[frame(rest, max_len = 8)]
    map: BTreeMap<u8, u8>,
    #[frame(magic = b"RIFF")]
    magic: u32,
    #[frame(rest, terminated, max_len = 8)]
    both: String,
    #[frame(skip, delimited)]
    gone: u8,
    #[frame(skip, checksum = Crc32)]
    unsummed: u8,
}

fn main() {}
