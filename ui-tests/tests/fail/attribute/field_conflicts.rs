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
struct Foo {
    #[frame(with = Hex, max_len = 8)]
    bounded: String,
    #[frame(copy, with = Hex)]
    copied: String,
    #[frame(skip, max_len = 8)]
    skipped: String,
    #[frame(range = 1..=9, skip)]
    number: u8,
}

fn main() {}
