use pool_codec::{Frame, Seq};

#[derive(Frame)]
struct Level {
    price: u64,
    #[frame(default)]
    venue: u16,
}

#[derive(Frame)]
struct Book {
    levels: Seq<Option<(Level, u8)>, 10>,
}

fn main() {
    let _ = <Book as pool_codec::Decodable>::decode(&[]);
}
