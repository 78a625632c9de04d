use pool_codec::{Frame, Seq, Wire};

#[derive(Frame)]
struct Part {
    #[frame(rest, max_len = 8)]
    rest: Vec<u8>,
}

#[derive(Frame)]
struct Foo {
    part: Option<Part>,
    last: u8,
}

#[derive(Frame)]
struct Bar {
    parts: Seq<Part, 8>,
}

fn main() {
    let _ = (Foo::MAX_SIZE, Bar::MAX_SIZE);
}
