use pool_codec::{Frame, StrRef};

#[derive(Frame)]
#[frame(id = 1)]
struct Foo<'a> {
    name: StrRef<'a, 255>,
}

fn main() {}
