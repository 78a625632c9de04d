use pool_codec::Frame;

#[derive(Frame)]
#[frame(trailing = allow)]
struct Foo {
    number: u8,
}

#[derive(Frame)]
#[frame(id = 1, trailing = deny)]
struct Bar {
    number: u8,
}

fn main() {}
