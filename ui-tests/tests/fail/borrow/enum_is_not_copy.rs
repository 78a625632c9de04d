use pool_codec::Frame;

// Nothing in the enum borrows, so it is its own borrowed form and must be `Copy`.
#[derive(Frame)]
#[frame(borrow)]
enum Foo {
    #[frame(tag = 0)]
    A(u8),
    #[frame(tag = 1)]
    B,
}

fn main() {}
