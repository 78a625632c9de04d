use pool_codec::Frame;

#[derive(Frame)]
#[frame(borrow)]
struct Foo {
    #[frame(max_len = 3)]
    names: Vec<String>,
    #[frame(max_len = 3)]
    blobs: Option<Box<[Vec<u8>]>>,
    #[frame(max_len = [3, 4])]
    lists: Vec<Vec<u16>>,
}

#[derive(Frame)]
struct Owned {
    #[frame(max_len = 3)]
    names: Vec<String>,
    #[frame(max_len = [3, 4])]
    by_name: std::collections::HashMap<String, Vec<u8>>,
    #[frame(max_len = [3, 4, 5])]
    texts: Vec<String>,
}

fn main() {}
