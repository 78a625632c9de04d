use std::time::Instant;

use pool_codec::Frame;

// A type of another crate has no encoding. The error says how to give it one.
#[derive(Frame)]
#[frame(id = 1)]
struct Foo {
    since: Instant,
}

fn main() {}
