use pool_codec::Frame;

// The compiler computes with const parameters only where they stand alone.
#[derive(Frame)]
struct Foo<const N: usize> {
    #[frame(max_len = N * 2)]
    name: String,
}

fn main() {}
