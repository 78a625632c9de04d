use pool_codec::Frame;

// Nothing in it borrows: it is its own borrowed form, which is copied.
#[derive(Frame)]
#[frame(borrow)]
enum Foo {
    #[frame(tag = 0)]
    A(u8),
    #[frame(tag = 1)]
    B,
}

fn main() {}
