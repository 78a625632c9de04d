use pool_codec::{Frame, Str};

#[derive(Frame)]
#[frame(id = 1, borrow)]
struct Foo {
    #[frame(copy)]
    name: Str<255>,
}

fn main() {}
