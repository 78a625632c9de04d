use pool_codec::{Frame, Str};

// `copy` on a type makes it its own borrowed form, so none of its fields can borrow.
#[derive(Debug, Frame)]
#[frame(copy)]
struct Name {
    name: Str<8>,
}

fn main() {}
