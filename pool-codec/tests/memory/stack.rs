//! The stack that large values take: decoding, refilling and encoding on threads with little of it.

use std::num::NonZero;
use std::thread;

use pool_codec::prelude::*;
use pool_codec::{Be, Bytes, DecodeFrame, Decoder, LowBitBool, Seq, Str, TlvHeader, U24};

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

/// A struct with fields of every kind that a constant can contain.
#[derive(Debug, Clone, PartialEq, Frame)]
struct Whole {
    #[frame(range = 1..=9)]
    kind: u8,
    rows: [(Part, bool); LARGE / 32],
    name: Option<Str<41>>,
    texts: [Str<9>; LARGE / 64],
    more: (U24, Be<f32>, NonZero<i16>, char),
    numbers: Seq<u16, 9>,
    #[frame(max_len = 9)]
    string: String,
    #[frame(max_len = 9)]
    list: Vec<Seq<u8, 3>>,
    choice: Choice,
    unit: (),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(tag = u8)]
enum Choice {
    #[frame(tag = 1)]
    Named(Str<3>, LowBitBool),
    #[frame(tag = 2)]
    Numbers([u16; 3]),
}

/// Large structs in a box, behind an option, in a sequence, and as they are.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5)]
struct Boxed {
    whole: Box<Whole>,
    option: Option<Box<Whole>>,
    within: Box<Option<Whole>>,
    tuple: Box<(u8, Whole)>,
    list: Seq<Whole, 2>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 6, trailing = 2)]
struct InField {
    whole: Whole,
    #[frame(default = 7)]
    more: u8,
}

/// The bytes of a `Whole`.
fn whole() -> Vec<u8> {
    let mut bytes = vec![5];
    bytes.extend(
        (0..LARGE / 32).flat_map(|row| [row as u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F, 1]),
    );
    bytes.extend(b"\x01\x29 a name that is longer than thirty bytes ");
    bytes.extend((0..LARGE / 64).flat_map(|_| *b"\x03abc"));
    bytes.extend(b"\x01\x02\x03\x40\x00\x00\x00\xFF\xFF\xC3\x9F");
    bytes.extend(b"\x02\x01\x00\x02\x00\x04text\x02\x01a\x02bc\x02\x01\x00\x02\x00\x03\x00");
    bytes
}

/// Without optimization, a value passes through a few copies of its constant.
const COPIES: usize = if cfg!(debug_assertions) { 8 } else { 1 };

#[test]
fn a_box_of_a_struct_is_decoded_in_place() {
    let size = size_of::<Whole>();
    on_a_stack_of(COPIES * size + LARGE / 2, move || {
        let whole = whole();
        let bytes =
            [&whole[..], &[1], &whole, &[1], &whole, &[8], &whole, &[2], &whole, &whole].concat();
        let mut value = Boxed::decode(&bytes).unwrap();
        assert_eq!(value.whole.rows[77], (Part { id: 77, ratio: 0.5 }, true));
        assert_eq!(
            value.tuple.1.name.as_deref(),
            Some(" a name that is longer than thirty bytes ")
        );
        assert_eq!((value.list.len(), &*value.list[1].texts[9]), (2, "abc"));
        assert_eq!(value.option.as_deref(), value.within.as_ref().as_ref());
        assert_eq!(value.encode_to_vec().unwrap(), bytes);
        let blocks = |value: &Boxed| (&raw const *value.whole, &raw const *value.tuple);
        let before = blocks(&value);
        value.whole.kind = 1;
        *value.within = None;
        value.decode_into(&bytes).unwrap();
        assert_eq!((value.whole.kind, blocks(&value)), (5, before));
        assert_eq!(value.encode_to_vec().unwrap(), bytes);
    });
}

/// A large message needs twice its size: its result, and the variable of the caller.
#[test]
fn a_message_with_a_large_field() {
    let copies = if cfg!(debug_assertions) { 5 } else { 2 };
    on_a_stack_of(copies * size_of::<InField>() + LARGE / 8, || {
        let value = InField::decode(&whole()).unwrap();
        assert_eq!((value.more, value.whole.numbers[1]), (7, 2));
    });
}

/// An array of bytes is copied once, to where it belongs.
#[test]
fn a_message_with_a_large_array_of_bytes() {
    let copies = if cfg!(debug_assertions) { 5 } else { 1 };
    on_a_stack_of(copies * size_of::<Large>() + LARGE / 8, || {
        let bytes = vec![7; LARGE];
        let value = Large::decode(&bytes).unwrap();
        assert_eq!(value.bytes[LARGE - 1], 7);
    });
}

/// Decoding in place accepts and rejects what decoding by value does, and leaves nothing behind.
#[test]
fn a_large_value_decodes_in_place_as_it_does_by_value() {
    use pool_codec::layout::{Decode, Own};
    use pool_dev::allocator::PerThread;
    on_a_stack_of(64 * LARGE, || {
        let whole = whole();
        let by_value = |bytes: &[u8]| {
            let mut decoder = Decoder::new(bytes);
            let value = <InField as Decode<'_, Own>>::decode_from(&mut decoder)?;
            if decoder.rest().len() > 2 {
                Err(InField::decode(bytes).unwrap_err())
            } else {
                Ok(value)
            }
        };
        let tail = whole.len() - 60;
        let lens = [0, 1, 2, 13, 14, LARGE / 32 * 13, LARGE / 32 * 13 + 9]
            .into_iter()
            .chain(tail..whole.len());
        let mut inputs: Vec<_> = lens.map(|len| whole[..len].to_vec()).collect();
        inputs.extend((0..5).map(|more| [&whole[..], &vec![9; more]].concat()));
        for at in [0, 13, 26, LARGE / 32 * 13 + 1].into_iter().chain(tail..whole.len()) {
            for byte in [0, 0x82] {
                let mut bytes = whole.clone();
                bytes[at] = byte;
                inputs.push(bytes);
            }
        }
        let (left, rejected) = PerThread::left_by(|| {
            let mut rejected = 0_usize;
            for bytes in &inputs {
                let (in_place, expected) = (InField::decode(bytes), by_value(bytes));
                assert!(in_place == expected, "{:?} {:?}", in_place.err(), expected.err());
                let boxed = <Box<InField>>::decode_prefix(bytes).map(|(value, _)| value);
                let prefix = InField::decode_prefix(bytes).map(|(value, _)| value);
                // A box of a value that is too short ends at once, and does not name the field.
                let short = bytes.len() < InField::MIN_SIZE;
                assert!(boxed.map(|value| *value) == prefix || (short && prefix.is_err()));
                rejected += usize::from(expected.is_err());
            }
            rejected
        });
        assert_eq!(left, 0);
        assert!(rejected > 80 && rejected < inputs.len() - 20, "{rejected} of {}", inputs.len());
    });
}

/// A box takes no memory if the input is shorter than any encoding of its content.
#[test]
fn no_box_for_an_input_that_is_too_short() {
    use pool_dev::allocator::PerThread;
    on_a_stack_of(64 * LARGE, || {
        let bytes = [&[1], &whole()[..]].concat();
        for len in [1, 2, 3, 100, Whole::MIN_SIZE] {
            let decode = || <Option<Box<Whole>>>::decode(&bytes[..len]).is_err();
            assert_eq!(PerThread::peak_of(decode), (0, true), "{len} bytes");
        }
        let (peak, whole) = PerThread::peak_of(|| <Option<Box<Whole>>>::decode(&bytes).unwrap());
        assert!(whole.is_some() && peak >= size_of::<Whole>());
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
