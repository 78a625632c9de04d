use pool_codec::{Frame, Wire};

// The bound is on the type of the field, and the use of the type decides whether it is met.
#[derive(Frame)]
struct Foo<T> {
    value: Option<T>,
}

fn main() {
    let _ = <Foo<u8> as Wire>::MAX_SIZE;
    let _ = <Foo<String> as Wire>::MAX_SIZE;
}
