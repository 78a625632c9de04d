use pool_codec::{Frame, Str};

// `copy` on a type: it is its own borrowed form, so nothing in it borrows.
#[derive(Debug, Frame)]
#[frame(copy)]
struct Name {
    name: Str<8>,
}

fn main() {}
