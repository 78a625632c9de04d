//! The stack that large values take: decoding, refilling and encoding on threads with little of it.

use std::thread;

use pool_codec::prelude::*;
use pool_codec::{Bytes, DecodeFrame, Seq, Str, TlvHeader};

/// 256 KiB, in a box.
const LARGE: usize = 256 << 10;

#[derive(Debug, Clone, Copy, PartialEq, Default, Frame)]
#[frame(borrow)]
struct Part {
    id: u32,
    ratio: f64,
}

/// The stack of a caller that has a set and its `Result`.
const SET: usize = 3 * LARGE;

type Numbers = [u64; LARGE / 8];
type Parts = [Part; LARGE / 16];
type Rows = [[u8; 1024]; LARGE / 1024];
type Texts = [Str<9>; LARGE / 32];
type Flags = [(bool, u16); LARGE / 4];

/// Boxes of every kind of array.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
struct Boxes {
    numbers: Box<Numbers>,
    parts: Box<Parts>,
    rows: Box<Rows>,
    texts: Box<Texts>,
    flags: Option<Box<Flags>>,
    bytes: Box<[u8; LARGE]>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Small {
    number: u64,
}

/// A message that is large itself.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow)]
struct Large {
    bytes: [u8; LARGE],
}

/// Sequences of large elements.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4)]
struct Chunks {
    rows: Seq<[u32; 16 << 10], 4>,
    blob: Bytes<LARGE>,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
#[expect(clippy::large_enum_variant, reason = "the subject of the test")]
enum Set {
    Small(Small),
    Large(Large),
}

/// Runs `call` on a thread with `stack` bytes of stack.
fn on_a_stack_of(stack: usize, call: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(stack).spawn(call).unwrap().join().unwrap();
}

/// The bytes of a `Boxes`, without the bytes of one on the stack.
fn boxes() -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend((0..LARGE / 8).flat_map(|number| (number as u64).to_le_bytes()));
    for id in 0..LARGE / 16 {
        bytes.extend((id as u32).to_le_bytes());
        bytes.extend(0.5_f64.to_le_bytes());
    }
    bytes.extend((0..LARGE).map(|byte| byte as u8));
    bytes.extend((0..LARGE / 32).flat_map(|_| *b"\x02ab"));
    bytes.push(1);
    bytes.extend((0..LARGE / 4).flat_map(|number| [1, number as u8, 0]));
    bytes.extend((0..LARGE).map(|byte| byte as u8));
    bytes
}

#[test]
fn a_box_of_an_array_is_decoded_in_place() {
    on_a_stack_of(LARGE / 2, || {
        let bytes = boxes();
        let mut value = Boxes::decode(&bytes).unwrap();
        assert_eq!(value.numbers[77], 77);
        assert_eq!(value.parts[7], Part { id: 7, ratio: 0.5 });
        assert_eq!((value.rows[3][4], value.bytes[LARGE - 1]), (4, 255));
        assert_eq!((&*value.texts[9], value.flags.as_ref().unwrap()[5]), ("ab", (true, 5)));
        let blocks = |value: &Boxes| {
            (&raw const *value.numbers, &raw const *value.texts, &raw const *value.bytes)
        };
        let before = blocks(&value);
        value.numbers[77] = 0;
        value.decode_into(&bytes).unwrap();
        assert_eq!((value.numbers[77], blocks(&value)), (77, before));
        assert_eq!(value.encode_to_vec().unwrap(), bytes);
        for len in [0, 7, LARGE, LARGE + 5, 3 * LARGE, bytes.len() - 1] {
            assert!(Boxes::decode(&bytes[..len]).is_err());
        }
    });
}

#[test]
fn large_elements_are_decoded_in_place() {
    on_a_stack_of(LARGE / 2, || {
        let mut bytes = vec![2];
        bytes.extend((0..32_u32 << 10).flat_map(u32::to_le_bytes));
        bytes.extend([3, 0, 0, 1, 2, 3]);
        let mut value = Chunks::decode(&bytes).unwrap();
        assert_eq!(
            (value.rows.len(), value.rows[1][0], &*value.blob),
            (2, 16 << 10, &[1, 2, 3][..])
        );
        value.decode_into(&bytes).unwrap();
        assert_eq!(value.encode_to_vec().unwrap(), bytes);
    });
}

/// One large message costs the small ones of its set no more than the set itself does.
#[test]
fn a_small_message_of_a_set_with_a_large_one() {
    let bytes = || Small { number: 7 }.encode_to_vec().unwrap();
    on_a_stack_of(SET, move || {
        let bytes = bytes();
        let Ok(Set::Small(small)) = Set::decode_frame(2, &bytes) else { panic!() };
        assert_eq!(small.number, 7);
    });
    on_a_stack_of(LARGE / 2, move || {
        let bytes = bytes();
        let Ok(SetRef::Small(small)) = SetRef::decode_frame(2, &bytes) else { panic!() };
        assert_eq!(small.number, 7);
        let bytes = vec![5; LARGE];
        let Ok(SetRef::Large(large)) = SetRef::decode_frame(3, &bytes) else { panic!() };
        assert_eq!(large.bytes[LARGE - 1], 5);
        assert_eq!(large.encode_to_vec().unwrap(), bytes);
    });
}

/// An array of elements that fail is dropped as far as it was decoded.
#[test]
fn an_array_that_fails_midway_is_dropped() {
    use pool_dev::allocator::PerThread;
    type Array = [Seq<u8, 3>; 3];
    let (left, ()) = PerThread::left_by(|| {
        for array in [&b"\x01a\x02bc\x04"[..], b"\x01a", b"\x01a\x01b\x01"] {
            assert!(Array::decode(array).is_err());
            assert!(<Box<Array>>::decode(array).is_err());
            assert!(<[Array; 1]>::decode(array).is_err());
            assert!(Seq::<Array, 2>::decode(&[&[1], array].concat()).is_err());
        }
    });
    assert_eq!(left, 0);
    let bytes = b"\x01a\x02bc\x00";
    assert_eq!(<Box<Array>>::decode(bytes).unwrap()[1], Seq::from([b'b', b'c']));
}
