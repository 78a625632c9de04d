use pool_codec::Frame;

#[derive(Frame)]
#[frame(borrow)]
struct List {
    value: u8,
    next: Option<Box<List>>,
}

fn main() {}
