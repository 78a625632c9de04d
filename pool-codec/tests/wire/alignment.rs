//! Fields that begin at a multiple of a number (WIRE.md section 13).

use pool_codec::error::DecodeErrorKind;
use pool_codec::layout::Borsh;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Digest, Value};
use pool_codec::{Padding, Str};
use proptest::prelude::*;

/// The fields of a `#[repr(C)]` struct, and text behind them.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7, borrow)]
struct Reading {
    kind: u8,
    #[frame(align = 4)]
    value: u32,
    flag: bool,
    #[frame(align = Self::WORD)]
    time: u64,
    hash: [u8; 3],
    #[frame(align = 2, magic = b"ab")]
    mark: (),
    #[frame(skip)]
    cache: u8,
    #[frame(align = 16, max_len = 5)]
    text: String,
    #[frame(default)]
    version: u16,
}

impl Reading {
    const WORD: usize = 8;
}

/// The same bytes, with the padding as fields.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7)]
struct Explicit {
    kind: u8,
    gap: Padding<3>,
    value: u32,
    flag: bool,
    after_flag: Padding<7>,
    time: u64,
    hash: [u8; 3],
    after_hash: Padding<1>,
    mark: [u8; 2],
    after_mark: Padding<2>,
    text: Str<5>,
    #[frame(default)]
    version: u16,
}

fn reading() -> impl Strategy<Value = Reading> {
    (any::<(u8, u32, bool, u64, [u8; 3], u16)>(), "[a-z]{0,5}").prop_map(|(numbers, text)| {
        let (kind, value, flag, time, hash, version) = numbers;
        Reading { kind, value, flag, time, hash, mark: (), cache: 0, text, version }
    })
}

proptest! {
    #[test]
    fn the_bytes_are_those_of_padding_fields(value in reading(), other in reading()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert_eq!(Explicit::decode(&bytes).unwrap().encode_to_vec().unwrap(), bytes.clone());
        prop_assert_eq!(&Reading::decode(&bytes).unwrap(), &value);
        let borrowed = ReadingRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&borrowed.into_owned(), &value);
        let mut refilled = other;
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        prop_assert_eq!(Value::new(Reading::SCHEMA, &bytes).unwrap().as_bytes(), &bytes);
        // The last field may be absent.
        for len in 0..bytes.len() - 2 {
            prop_assert!(Reading::decode(&bytes[..len]).is_err());
        }
    }
}

#[test]
fn golden_bytes() {
    let reading = Reading {
        kind: 1,
        value: 2,
        flag: true,
        time: 3,
        hash: [4; 3],
        mark: (),
        cache: 0,
        text: "t".into(),
        version: 5,
    };
    let bytes =
        b"\x01\0\0\0\x02\0\0\0\x01\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\x04\x04\x04\0ab\0\0\x01t\x05\0";
    assert_eq!(reading.encode_to_vec().unwrap(), bytes);
    assert_eq!((Reading::MIN_SIZE, Reading::MAX_SIZE), (33, 40));
    assert_eq!((Reading::MIN_SIZE, Reading::MAX_SIZE), (Explicit::MIN_SIZE, Explicit::MAX_SIZE));
    assert_eq!(Reading::MAX_HEAP, 5);
    let value = Value::new(Reading::SCHEMA, bytes).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    let shown: Vec<_> = fields.map(|(name, value)| format!("{name}: {value}")).collect();
    assert_eq!(shown[1], "value: 2");
    assert_eq!(shown[6], "text: \"t\"");
    let error = Reading::decode(&bytes[..32]).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { .. }));
}

/// Peers that write the padding as a field mean the same bytes.
#[test]
fn the_digest_is_that_of_padding_fields() {
    #[derive(Frame)]
    struct Aligned {
        kind: u8,
        #[frame(align = 4)]
        value: u32,
    }
    assert_eq!(Digest::of(Aligned::SCHEMA), Digest::of(<(u8, Padding<3>, u32)>::SCHEMA));
    assert_ne!(Digest::of(Aligned::SCHEMA), Digest::of(<(u8, Padding<2>, u32)>::SCHEMA));
}

#[test]
fn padding_that_is_not_zero_is_refused_where_it_begins() {
    let bytes = [0; 33];
    let mut bytes = bytes.to_vec();
    bytes[28..30].copy_from_slice(b"ab");
    assert!(Reading::decode(&bytes).is_ok());
    for (gap, field) in [(1..4, "value"), (9..16, "time"), (27..28, "mark"), (30..32, "text")] {
        for at in gap.clone() {
            let mut damaged = bytes.clone();
            damaged[at] = 1;
            let error = Reading::decode(&damaged).unwrap_err();
            let reason = "the padding is not zero";
            assert_eq!(error.kind(), DecodeErrorKind::InvalidValue { reason });
            assert_eq!(error.offset(), gap.start);
            assert!(error.to_string().contains(field), "{error}");
            assert_eq!(ReadingRef::decode(&damaged).unwrap_err(), error);
            assert_eq!(Value::new(Reading::SCHEMA, &damaged).unwrap_err().offset(), gap.start);
        }
    }
}

/// The tag is the first byte of a variant. A part counts from its own start, like a struct of C.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(tag = u16, copy)]
enum Event {
    #[frame(tag = 1)]
    At(#[frame(align = 4)] u32),
    #[frame(other)]
    Other(u16, u8, #[frame(align = 8)] u8),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(layout = Borsh)]
enum Wide {
    #[frame(tag = 3)]
    One {
        #[frame(align = 8)]
        number: u64,
    },
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Events {
    count: u8,
    #[frame(align = 2)]
    events: [Event; 2],
    flags: u8,
    #[frame(max_len = 3)]
    others: Vec<Event>,
    #[frame(when = flags & 1)]
    last: Option<u8>,
}

#[test]
fn variants_and_parts_count_from_their_start() {
    let at = Event::At(5);
    assert_eq!(at.encode_to_vec().unwrap(), [1, 0, 0, 0, 5, 0, 0, 0]);
    let other = Event::Other(9, 1, 2);
    assert_eq!(other.encode_to_vec().unwrap(), [9, 0, 1, 0, 0, 0, 0, 0, 2]);
    assert_eq!((Event::MIN_SIZE, Event::MAX_SIZE), (8, 9));
    let wide = Wide::One { number: 1 };
    assert_eq!(wide.encode_to_vec().unwrap(), [3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);

    let events =
        Events { count: 2, events: [at, other], flags: 1, others: vec![at], last: Some(3) };
    let bytes = events.encode_to_vec().unwrap();
    let expected = [
        &[2, 0][..],
        &at.encode_to_vec().unwrap(),
        &other.encode_to_vec().unwrap(),
        &[1, 1],
        &at.encode_to_vec().unwrap(),
        &[3],
    ];
    assert_eq!(bytes, expected.concat());
    assert_eq!(Events::decode(&bytes).unwrap(), events);
}

/// A field that others depend on may be aligned.
#[derive(Debug, Clone, PartialEq, Frame)]
struct Tested {
    kind: u8,
    #[frame(align = 2)]
    flags: u16,
    #[frame(when = flags & 1)]
    more: Option<u8>,
    #[frame(count = kind, max_len = 9)]
    list: Vec<u8>,
}

#[test]
fn an_aligned_field_can_be_tested() {
    let tested = Tested { kind: 1, flags: 1, more: Some(7), list: vec![8] };
    let bytes = tested.encode_to_vec().unwrap();
    assert_eq!(bytes, [1, 0, 1, 0, 7, 8]);
    assert_eq!(Tested::decode(&bytes).unwrap(), tested);
    let value = Value::new(Tested::SCHEMA, &bytes).unwrap();
    assert_eq!(value.to_string(), "{ kind: 1, flags: 1, more: 7, list: 08 }");
}

/// A value that is refused is where its padding ends.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Ranged {
    kind: u8,
    #[frame(align = 4, range = 1..=9)]
    number: u32,
}

#[test]
fn a_value_out_of_range_is_behind_its_padding() {
    let mut bytes = [1, 0, 0, 0, 5, 0, 0, 0];
    let mut value = Ranged::decode(&bytes).unwrap();
    bytes[4] = 10;
    let error = Ranged::decode(&bytes).unwrap_err();
    assert_eq!(error.to_string(), "`Ranged.number`: the value is not in 1..=9 (at byte 4)");
    assert_eq!(RangedRef::decode(&bytes).unwrap_err(), error);
    assert_eq!(value.decode_into(&bytes).unwrap_err(), error);
}
