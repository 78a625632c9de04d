use pool_codec::{Frame, Str};

#[derive(Debug, Frame)]
#[frame(borrow)]
struct Envelope<T> {
    body: T,
}

type Letter = Envelope<Str<8>>;
type LetterRef<'decoder> = EnvelopeRef<'decoder, Str<8>>;

// The derive cannot see through the alias that the form cannot be shortened.
#[derive(Debug, Frame)]
#[frame(borrow)]
struct Mail {
    letter: Letter,
}

fn main() {}
