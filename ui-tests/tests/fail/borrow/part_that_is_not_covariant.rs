use pool_codec::{Frame, Str};

#[derive(Debug, Frame)]
#[frame(borrow)]
struct Envelope<T> {
    body: T,
}

// The derive cannot see that the form of `letter` is not covariant, so the field needs `invariant`.
#[derive(Debug, Frame)]
#[frame(borrow)]
struct Mail {
    letter: Envelope<Str<8>>,
}

fn main() {}
