use pool_codec::{Frame, Str};

// With `borrow`, one function serves both forms: it takes the borrowed one.
#[derive(Frame)]
#[frame(borrow, validate = check)]
struct Foo {
    name: Str<8>,
}

fn check(_: &Foo) -> Result<(), &'static str> {
    Ok(())
}

#[derive(Frame)]
#[frame(validate = decide)]
struct Bar {
    name: Str<8>,
}

fn decide(_: &Bar) -> bool {
    true
}

fn main() {}
