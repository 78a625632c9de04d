use pool_codec::{Frame, Seq, Str};

#[derive(Frame)]
struct Part {
    name: Str<8>,
}

#[derive(Frame)]
#[frame(len = u64)]
struct Whole {
    parts: Seq<Part, 4>,
}

fn main() {}
