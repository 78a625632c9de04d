use pool_codec::Frame;

#[derive(Frame)]
struct Level {
    price: u64,
    #[frame(default)]
    venue: u16,
}

#[derive(Frame)]
struct Trade {
    level: Level,
    size: u8,
}

#[derive(Frame)]
struct Pair {
    levels: [Level; 2],
}

// At the end of the message, and before what may be absent too.
#[derive(Frame)]
struct Fine {
    level: Option<(u8, Level)>,
    #[frame(default)]
    size: u8,
}

fn main() {}
