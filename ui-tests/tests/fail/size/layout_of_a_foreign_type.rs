use pool_codec::schema::Schema;
use pool_codec::{Frame, Wire};

// A type that is laid out by hand says whether its bytes depend on the container.
struct Mine;

impl Wire for Mine {
    const MIN_SIZE: usize = 1;
    const MAX_SIZE: usize = 1;
    const MAX_HEAP: usize = 0;
    const SCHEMA: &'static Schema = &Schema::Opaque;
}

#[derive(Frame)]
#[frame(len = u64)]
struct Foo {
    mine: Mine,
}

fn main() {}
