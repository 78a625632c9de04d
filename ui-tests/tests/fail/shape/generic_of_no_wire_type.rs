use pool_codec::{Frame, Wire};

// The bound is on what the field needs, and met or not where the type is used.
#[derive(Frame)]
struct Foo<T> {
    value: Option<T>,
}

fn main() {
    let _ = <Foo<u8> as Wire>::MAX_SIZE;
    let _ = <Foo<String> as Wire>::MAX_SIZE;
}
