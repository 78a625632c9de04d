use pool_codec::Frame;

#[derive(Frame)]
#[frame(borrow)]
struct Foo {
    #[frame(max_len = 3)]
    names: Vec<String>,
    #[frame(max_len = 3)]
    blobs: Option<Box<[Vec<u8>]>>,
}

fn main() {}
