use pool_codec::{Frame, Seq};

#[derive(Frame)]
struct Foo {
    bars: Seq<Bar, 4>,
}

#[derive(Frame)]
struct Bar {
    foos: Seq<Foo, 4>,
}

fn main() {}
