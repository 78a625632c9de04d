use pool_codec::Frame;

#[derive(Frame)]
struct Foo<T, const N: usize> {
    items: [T; N],
}

fn main() {}
