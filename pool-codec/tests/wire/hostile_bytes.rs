//! Degenerate types and any bytes. Both forms and the schema agree, and nothing panics.

use pool_codec::layout::{Encode, Layout, Sink};
use pool_codec::schema::{Content, Kind, Schema, Value};
use pool_codec::{Bytes, Decodable, Encodable, Frame, Seq, Str, U24, Wire, ZeroCopy};
use proptest::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(tag = u16)]
enum Sort {
    First = 0,
    Last = 65535,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Inner {
    number: U24,
    text: Str<5>,
    maybe: Option<Str<3>>,
    #[frame(copy)]
    kind: Sort,
}

/// A type with degenerate bounds: lengths, counts and arrays of 0, and nested sequences.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Edges {
    no_text: Str<0>,
    no_bytes: Bytes<0>,
    no_array: [u8; 0],
    no_texts: [Str<9>; 0],
    none: Seq<u64, 0>,
    nothings: [[u8; 0]; 3],
    nested: Seq<Seq<Seq<Str<3>, 3>, 300>, 70_000>,
    inner: Seq<Inner, 4>,
    twice: Option<Option<Seq<u16, 0>>>,
    #[frame(max_len = 0)]
    no_string: String,
    #[frame(max_len = 300)]
    inners: Vec<Inner>,
    tail: bool,
}

/// Visits all parts of a value and counts them.
fn walk(value: Value<'_>) -> usize {
    1 + match value.content() {
        Content::Items(items) => {
            assert_eq!(items.clone().count(), items.len());
            items.map(walk).sum()
        }
        Content::Struct(fields) => fields.map(|(_, value)| walk(value)).sum(),
        Content::Option(Some(value)) => walk(value),
        _ => 0,
    }
}

proptest! {
    /// Both forms and the schema agree on any bytes, and any error can be explained on any bytes.
    #[test]
    fn any_bytes_give_one_answer(
        mut bytes in prop::collection::vec(prop_oneof![4 => Just(0), 3 => 0..4_u8, 1 => any::<u8>()], 0..120),
        terminator in 0..3_u8,
    ) {
        bytes.push(terminator);
        let (owned, borrowed) = (Edges::decode(&bytes), EdgesRef::decode(&bytes));
        let value = Value::new(Edges::SCHEMA, &bytes);
        match (owned, borrowed) {
            (Ok(owned), Ok(borrowed)) => {
                prop_assert_eq!(&owned, &borrowed.into_owned());
                prop_assert_eq!(&owned.encode_to_vec().unwrap(), &bytes);
                prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
                prop_assert!(walk(value.unwrap()) >= 12);
            }
            (Err(owned), Err(borrowed)) => {
                prop_assert_eq!(owned, borrowed);
                prop_assert!(value.is_err());
                prop_assert!(owned.offset() <= bytes.len());
                for part in [&bytes[..], &bytes[..bytes.len() / 2], &[]] {
                    prop_assert!(!owned.explain(part).to_string().is_empty());
                }
            }
            (owned, borrowed) => prop_assert!(false, "{owned:?} and {borrowed:?}"),
        }
    }
}

/// Text in a cell, whose type only the hand-written encoding knows.
#[derive(Debug)]
struct Hidden(Str<20>);

impl<L: Layout> Encode<L> for Hidden {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(1, 21);

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <Str<20> as Encode<L>>::encode_to(&value.0, sink)
    }
}

/// Texts in cells, with a schema that is right and that another type has.
#[derive(Debug)]
struct Borrowing(Seq<Str<20>, 3>);

impl<L: Layout> Encode<L> for Borrowing {
    type Value = Self;
    const ENCODING: &'static Schema = const {
        let text = const { &Schema::of_kind(Kind::Str { max: 20, prefix: 1 }) };
        &Schema::of_kind(Kind::Seq { max: 3, prefix: 1, element: text })
    };

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <Seq<Str<20>, 3> as Encode<L>>::encode_to(&value.0, sink)
    }
}

#[derive(Debug, Frame)]
enum Named {
    #[frame(tag = 0)]
    Nobody,
    #[frame(tag = 1)]
    Somebody(Str<20>),
}

#[derive(Debug, Frame)]
#[frame(borrow)]
struct Names {
    first: u8,
    names: Seq<Str<20>, 3>,
}

fn writes_nothing_behind(value: &impl Encodable) {
    let mut out = [0xEE; 64];
    let written = value.encode(&mut out).unwrap();
    assert_eq!(out[..written], value.encode_to_vec().unwrap());
    assert!(out[written..].iter().all(|byte| *byte == 0xEE));
}

#[test]
fn encoding_does_not_write_beyond_the_value() {
    let text = || Str::<20>::new("hi").unwrap();
    writes_nothing_behind(&text());
    writes_nothing_behind(&Bytes::<9>::from(*b"hi"));
    writes_nothing_behind(&Some(text()));
    writes_nothing_behind(&Box::new(text()));
    writes_nothing_behind(&(1_u8, text()));
    writes_nothing_behind(&[text(), text()]);
    writes_nothing_behind(&Seq::<_, 2>::from([text()]));
    writes_nothing_behind(&Named::Nobody);
    writes_nothing_behind(&Named::Somebody(text()));
    writes_nothing_behind(&Hidden(text()));
    writes_nothing_behind(&Borrowing([text(), text()].into()));
    let names = Names { first: 1, names: [text()].into() };
    writes_nothing_behind(&names);
    writes_nothing_behind(&names.as_borrowed());
}

#[test]
fn a_bound_that_leaves_one_size_holds_on_encode() {
    #[derive(Debug, Frame)]
    #[frame(max_size = 1)]
    struct Tightest {
        text: Str<20>,
    }
    let value = Tightest { text: "hello".parse().unwrap() };
    assert!(value.encode(&mut [0; 64]).is_err());
}

#[test]
fn elements_without_bytes_take_no_time() {
    let nothings = <[[u8; 0]; 0xFFFF_FFFF]>::SCHEMA;
    assert!(Value::new(nothings, &[]).is_ok());
    let Content::Items(mut items) = Value::new(nothings, &[]).unwrap().content() else { panic!() };
    assert_eq!(items.next().map(|item| item.as_bytes()), Some(&[][..]));
}

#[test]
fn a_value_keeps_the_bound_of_its_message() {
    #[derive(Debug, Frame)]
    #[frame(max_size = 4)]
    struct Tight {
        text: Str<20>,
    }
    assert!(Value::new(Tight::SCHEMA, b"\x03abc").is_ok());
    let error = Value::new(Tight::SCHEMA, b"\x04abcd").unwrap_err();
    assert_eq!(error.kind(), Tight::decode(b"\x04abcd").unwrap_err().kind());
}

/// A text that a peer chose, and a field that fails behind it.
#[derive(Debug, PartialEq, Frame)]
struct Shouted {
    text: Str<0xFF_FFFF>,
    mark: char,
    last: bool,
}

#[test]
fn a_dump_is_short_and_contains_no_raw_control_character() {
    for (unit, count) in
        [("\u{7f}", 0x1_0000), ("\u{1}", 0xFF_FFFF), ("\u{202e}\u{1b}]0;x\u{7}", 9)]
    {
        let text: Str<0xFF_FFFF> = unit.repeat(count).parse().unwrap();
        let mut bytes = Shouted { text, mark: '\u{2066}', last: true }.encode_to_vec().unwrap();
        *bytes.last_mut().unwrap() = 7;
        let error = Shouted::decode(&bytes).unwrap_err();
        let dump = error.explain(&bytes).to_string();
        assert!(dump.lines().count() == 4 && dump.lines().all(|line| line.len() < 700), "{dump:?}");
        let value = Value::new(Shouted::SCHEMA, &bytes[..bytes.len() - 1]);
        assert!(value.is_err());
        for shown in [dump, error.to_string(), format!("{error:?}")] {
            let raw =
                |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{2069}');
            assert!(!shown.contains(raw), "{shown:?}");
        }
    }
    let text = "é".repeat(65);
    let bytes = text.parse::<Str<200>>().unwrap().encode_to_vec().unwrap();
    let shown = Value::new(Str::<200>::SCHEMA, &bytes).unwrap().to_string();
    assert_eq!(shown, format!("\"{}\".. (130 bytes)", "é".repeat(64)));
}
