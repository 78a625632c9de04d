use pool_codec::Frame;

#[derive(Frame)]
#[frame(transparent)]
struct Two {
    number: u8,
    other: u8,
}

#[derive(Frame)]
#[frame(transparent)]
enum Choice {
    A = 0,
}

#[derive(Frame)]
#[frame(transparent, id = 3)]
struct Message(u8);

#[derive(Frame)]
#[frame(transparent)]
struct Absent(#[frame(default)] u8);

#[derive(Frame)]
#[frame(transparent)]
struct Fine(u8, #[frame(skip)] u8);

fn main() {}
