use pool_codec::error::HoldError;
use pool_codec::{Frame, FrameReader, FrameSet, Held, Pool, Str, TlvHeader};

// The form of a field `T` comes from the traits of `T`, so the compiler cannot shorten its lifetime.
#[derive(Debug, Frame)]
#[frame(id = 1, borrow)]
struct Envelope<T> {
    body: T,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow, invariant)]
enum Set {
    Text(Envelope<Str<8>>),
}

static POOL: Pool = Pool::new(&Set::POOL_CONFIG);

fn keep(input: &[u8]) -> Result<Held<Envelope<Str<8>>>, HoldError> {
    let mut reader = FrameReader::<_, Set>::new(input, &POOL);
    reader.read().unwrap().unwrap().hold()
}

fn main() {
    let _ = keep(&[]);
}
