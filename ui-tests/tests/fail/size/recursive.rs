use pool_codec::{Frame, Seq};

#[derive(Frame)]
#[frame(id = 1)]
struct Foo {
    children: Seq<Foo, 4>,
}

#[derive(Frame)]
#[frame(id = 2)]
struct Bar {
    #[frame(max_len = 4)]
    children: Vec<Self>,
}

fn main() {}
