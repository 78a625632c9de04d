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

// It is legal at the end of a message, also before other fields that may be absent.
#[derive(Frame)]
struct Fine {
    level: Option<(u8, Level)>,
    #[frame(default)]
    size: u8,
}

fn main() {}
