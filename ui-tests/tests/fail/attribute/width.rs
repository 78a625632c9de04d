use pool_codec::Frame;

#[derive(Frame)]
struct Foo {
    #[frame(width = u32)]
    number: u64,
    #[frame(width = u32, copy)]
    copied: usize,
    #[frame(max_len = 8, width = u32)]
    sizes: Vec<usize>,
}

#[derive(Frame)]
#[frame(borrow)]
struct Bar {
    #[frame(max_len = 8, width = u32)]
    sizes: Vec<usize>,
}

fn main() {}
