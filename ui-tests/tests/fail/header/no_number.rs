//! A length of a type that is no number of a header.

use pool_codec::{Frame, Header};

#[derive(Debug, Clone, Copy, Frame, Header)]
struct Signed {
    #[header(len)]
    len: i32,
}

fn main() {}
