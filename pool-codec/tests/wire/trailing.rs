//! Bytes after a message, which are ignored up to `MAX_TRAILING`, or returned.

use pool_codec::__private::check_reserved;
use pool_codec::error::DecodeErrorKind;
use pool_codec::layout::{Decode, Encode, Layout, Sink};
use pool_codec::prelude::*;
use pool_codec::schema::{Field, Schema};
use pool_codec::{
    DecodeError, Decoder, EncodeFrame, FrameReader, MessageInfo, Pool, RawFrame, SizeClass,
    TlvHeader,
};

/// A message of 126 bytes, which up to four bytes may follow, like a derived message.
#[derive(Debug, PartialEq)]
struct Grows([u8; 126]);

impl<L: Layout> Encode<L> for Grows {
    type Value = Self;
    const ENCODING: &'static Schema =
        &Schema::record("Grows", &[Field::new("0", <[u8; 126]>::SCHEMA)]).with_trailing(4);

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put(&value.0)
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for Grows {
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        decoder.take_array().copied().map(Self)
    }
}

impl Frame for Grows {
    type Owned = Self;
    const ID: u32 = 7;
    const NAME: &'static str = "Grows";
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Set {
    Grows(Grows),
    #[frame(other)]
    Other(RawFrame),
}

#[test]
fn a_message_ignores_max_trailing_bytes() {
    let bytes = [1; 131];
    for len in 126..=130 {
        assert_eq!(Grows::decode(&bytes[..len]).unwrap(), Grows([1; 126]));
        assert_eq!(Grows([0; 126]).decode_into(&bytes[..len]), Ok(()));
    }
    let too_many = DecodeErrorKind::TrailingBytes { count: 5 };
    let error = Grows::decode(&bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset(), error.message()), (too_many, 126, Some("Grows")));
    let error = Grows([0; 126]).decode_into(&bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (too_many, 126));
    // They are only ignored at the end of the payload.
    let error = <(Grows, u8)>::decode(&bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::TrailingBytes { count: 4 }, 127));
}

#[test]
fn a_slot_also_holds_the_bytes_after_a_message() {
    let info: &MessageInfo = Set::message(7).unwrap();
    assert_eq!((info.min_size, info.max_size, info.max_heap), (126, 130, 0));
    assert_eq!(Grows::SIZE_CLASS.bytes(), 256);
    assert_eq!(info.size_class, Grows::SIZE_CLASS);
    assert_eq!(Set::MAX_SIZE, 130);
    // The window also holds them.
    let classes: Vec<usize> = Set::POOL_CONFIG.classes().map(|(class, _)| class.bytes()).collect();
    assert_eq!(classes, [128, 256, 8192]);
}

#[test]
fn a_frame_gives_the_message_and_its_extension() {
    static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    let mut stream = Vec::new();
    for (id, len) in [(7_u8, 129_u8), (8, 129), (7, 100)] {
        stream.extend([id, 0, len, 0, 0, 0]);
        stream.extend((0..len).collect::<Vec<_>>());
    }
    let mut reader = FrameReader::<_, Set>::new(&stream[..], &POOL);
    let frame = reader.read().unwrap().unwrap();
    let (message, rest) = frame.decode_prefix::<Grows>().unwrap();
    assert_eq!((message.0[125], rest), (125, &[126, 127, 128][..]));
    assert_eq!(frame.decode::<Grows>().unwrap(), message);

    let frame = reader.read().unwrap().unwrap();
    let error = frame.decode_prefix::<Grows>().unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::WrongId { expected: 7, found: 8 });
    assert_eq!(error.message(), Some("Grows"));

    let frame = reader.read().unwrap().unwrap();
    let error = frame.decode_prefix::<Grows>().unwrap_err();
    let short = DecodeErrorKind::UnexpectedEnd { needed: 126, available: 100 };
    assert_eq!((error.kind(), error.offset()), (short, 0));
    assert_eq!(Grows([3; 126]).payload_len(), 126);
}

#[test]
fn the_room_after_a_message_ends_with_its_class() {
    let room = |max_size| Schema::opaque(0, max_size).with_trailing_room().max_trailing();
    assert_eq!(room(0), SizeClass::MIN.bytes());
    assert_eq!(room(126), 2);
    assert_eq!(room(128), 0);
    assert_eq!(room(129), 127);
    assert_eq!(room(usize::MAX), 0);
}

#[test]
fn ids_outside_the_reserved_ranges_are_free() {
    check_reserved("Set", Set::MESSAGES, &[(0, 6), (8, u32::MAX)]);
    check_reserved("Set", Set::MESSAGES, &[]);
}

#[test]
#[should_panic(expected = "the id of `Grows`, 7, is reserved in `Set`")]
fn ids_in_a_reserved_range_are_not() {
    check_reserved("Set", Set::MESSAGES, &[(0, 1), (7, 7)]);
}
