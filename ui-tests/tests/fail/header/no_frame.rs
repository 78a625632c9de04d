//! A header whose bytes are not described.

use pool_codec::Header;

#[derive(Debug, Clone, Copy, Header)]
struct NoFrame {
    #[header(len)]
    len: u32,
}

fn main() {}
