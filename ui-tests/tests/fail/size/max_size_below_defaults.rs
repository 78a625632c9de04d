//! A message always writes its optional fields, so `max_size` must leave room for them.

use pool_codec::Frame;

#[derive(Frame)]
#[frame(max_size = 12)]
struct Limited {
    number: u8,
    #[frame(default)]
    more: u64,
    #[frame(default)]
    hash: [u8; 8],
}

fn main() {}
