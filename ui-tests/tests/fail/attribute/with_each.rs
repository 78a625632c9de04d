use pool_codec::{Adapter, Frame};

struct Flag;

impl Adapter<bool> for Flag {
    type Wire = u32;

    fn to_wire(value: &bool) -> Result<u32, &'static str> {
        Ok((*value).into())
    }

    fn from_wire(wire: u32) -> Result<bool, &'static str> {
        Ok(wire != 0)
    }
}

#[derive(Frame)]
struct Foo {
    #[frame(with = Flag)]
    container: Option<[bool; 2]>,
    #[frame(with = Flag, with_each = Flag)]
    both: bool,
}

#[derive(Frame)]
#[frame(borrow)]
struct Bar {
    #[frame(max_len = 8, with_each = Flag)]
    flags: Vec<bool>,
}

fn main() {}
