use pool_codec::Frame;
use pool_codec::layout::{Decode, Encode, Own, Sink};
use pool_codec::schema::Schema;
use pool_codec::{DecodeError, Decoder};

// A hand-written type that implements one layout cannot be encoded in another.
struct Mine;

impl Encode<Own> for Mine {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(1, 1);

    fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put(&[0])
    }
}

impl<'decoder> Decode<'decoder, Own> for Mine {
    fn decode_from(_: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

#[derive(Frame)]
#[frame(len = u64)]
struct Foo {
    mine: Mine,
}

fn main() {}
