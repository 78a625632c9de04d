use std::borrow::Cow;

use pool_codec::Frame;

// A `Cow` has a lifetime even if it is `'static`.
#[derive(Frame)]
#[frame(id = 1)]
struct Foo {
    #[frame(max_len = 9)]
    name: Cow<'static, str>,
}

fn main() {}
