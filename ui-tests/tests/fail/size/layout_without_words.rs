use pool_codec::layout::{Borsh, Prefixed};
use pool_codec::{Frame, Wire};

type Narrow = Prefixed<u16>;

#[derive(Frame)]
#[frame(layout = Narrow)]
struct Foo {
    size: usize,
}

#[derive(Frame)]
#[frame(layout = Borsh)]
enum Bar {
    #[frame(tag = 300)]
    Large,
}

fn main() {
    let _ = (Foo::MAX_SIZE, Bar::MAX_SIZE);
}
