use pool_codec::layout::Postcard;
use pool_codec::{Frame, Wire};

#[derive(Frame)]
struct Part {
    number: u32,
}

#[derive(Frame)]
#[frame(layout = Postcard)]
struct Foo {
    part: Part,
}

#[derive(Frame)]
#[frame(endian = big)]
struct Bar {
    parts: [Part; 2],
}

fn main() {
    let _ = (Foo::MAX_SIZE, Bar::MAX_SIZE);
}
