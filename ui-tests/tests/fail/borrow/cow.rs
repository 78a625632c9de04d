use std::borrow::Cow;

use pool_codec::Frame;

// The owned form has no lifetime, so a `Cow` in it is `'static`.
#[derive(Frame)]
#[frame(id = 1)]
struct Foo<'a> {
    #[frame(max_len = 9)]
    name: Cow<'a, str>,
}

fn main() {}
