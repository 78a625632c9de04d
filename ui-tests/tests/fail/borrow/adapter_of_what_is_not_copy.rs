use pool_codec::{Adapter, Frame};

struct Hex;

impl Adapter<String> for Hex {
    type Wire = u64;

    fn to_wire(value: &String) -> Result<u64, &'static str> {
        u64::from_str_radix(value, 16).map_err(|_| "not a hexadecimal number")
    }

    fn from_wire(wire: u64) -> Result<String, &'static str> {
        Ok(format!("{wire:x}"))
    }
}

#[derive(Frame)]
#[frame(borrow)]
struct Foo {
    #[frame(with = Hex)]
    number: String,
}

fn main() {}
