use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    #[frame(when = flags & 1)]
    early: Option<u8>,
    flags: u8,
    #[frame(when = flags > 1)]
    compared: Option<u8>,
    #[frame(when = flags & 1)]
    required: u8,
    #[frame(count = missing, max_len = 4)]
    counted: Vec<u8>,
    #[frame(count = flags)]
    unbounded: u16,
    #[frame(when = float)]
    tested: Option<u8>,
}

#[derive(Frame)]
struct Bar {
    float: f32,
    #[frame(when = float)]
    tested: Option<u8>,
}

#[derive(Frame)]
struct Adapted {
    #[frame(with = PlusOne)]
    number: u8,
    #[frame(count = number, max_len = 4)]
    counted: Vec<u8>,
    #[frame(when = number)]
    tested: Option<u8>,
}

struct PlusOne;

impl pool_codec::Adapter<u8> for PlusOne {
    type Wire = u8;

    fn to_wire(value: &u8) -> Result<u8, &'static str> {
        value.checked_sub(1).ok_or("0 has no number on the wire")
    }

    fn from_wire(wire: u8) -> Result<u8, &'static str> {
        wire.checked_add(1).ok_or("255 has no value")
    }
}

fn main() {}
