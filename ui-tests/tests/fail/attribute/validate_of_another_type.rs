use pool_codec::{Frame, Str};

// With `borrow`, one function validates both forms. It takes the borrowed form.
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
