use pool_codec::Frame;

#[derive(Frame)]
#[frame(id = 1)]
struct Foo<'a> {
    name: &'a str,
}

#[derive(Frame)]
struct Bar {
    name: &'static [u8],
}

fn main() {}
