use core::time::Duration;

use pool_codec::Frame;

// A type of another crate has no encoding. The error says how to give it one.
#[derive(Frame)]
#[frame(id = 1)]
struct Foo {
    pause: Duration,
}

fn main() {}
