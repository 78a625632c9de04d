use pool_codec::Frame;
use std::time::Duration;

struct Millis;

#[derive(Frame)]
struct Foo {
    #[frame(with = Millis)]
    wait: Duration,
}

fn main() {}
