//! Fields that are present if another field says so (WIRE.md section 13).

use pool_codec::layout::Leb128;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{Seq, Str};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Report {
    flags: u16,
    #[frame(when = flags & 0x01)]
    id: Option<u32>,
    #[frame(when = flags & Self::NAMED)]
    name: Option<Str<9>>,
    kind: u8,
    #[frame(when = kind == 3, max_len = 4)]
    numbers: Option<Vec<u16>>,
    detailed: bool,
    #[frame(when = detailed)]
    detail: Option<Detail>,
    #[frame(when = flags & 0x8000, layout = Leb128)]
    small: Option<u32>,
    last: u8,
}

impl Report {
    const NAMED: u16 = 0x02 | 0x04;
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Detail {
    text: Str<5>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
enum Event {
    #[frame(tag = 1)]
    Open {
        version: u8,
        #[frame(when = version == 2)]
        token: Option<[u8; 4]>,
    },
    #[frame(tag = 2)]
    Close,
}

/// The shortest encoding has no field with a condition, so the limit has room for it.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(max_size = 5)]
struct Limited {
    flag: u8,
    #[frame(when = flag)]
    long: Option<[u8; 10]>,
    #[frame(max_len = 9)]
    text: String,
}

#[test]
fn a_limit_has_room_without_the_fields_that_have_a_condition() {
    let short = Limited { flag: 0, long: None, text: "abc".to_owned() };
    let bytes = short.encode_to_vec().unwrap();
    assert_eq!(Limited::decode(&bytes).unwrap(), short);
    assert_eq!((bytes.len(), Limited::MAX_SIZE), (5, 5));
    let long = Limited { flag: 1, long: Some([0; 10]), ..short };
    assert!(long.encode_to_vec().is_err());
}

fn report(flags: u16, kind: u8, detailed: bool) -> Report {
    let some = |bits: u16| flags & bits != 0;
    Report {
        flags,
        id: some(1).then_some(7),
        name: some(6).then(|| "ab".parse().unwrap()),
        kind,
        numbers: (kind == 3).then(|| vec![1, 2]),
        detailed,
        detail: detailed.then(|| Detail { text: "xyz".parse().unwrap() }),
        small: some(0x8000).then_some(300),
        last: 9,
    }
}

#[test]
fn golden_bytes() {
    let none = report(0, 0, false);
    assert_eq!(none.encode_to_vec().unwrap(), [0, 0, 0, 0, 9]);
    let all = report(0x8003, 3, true);
    let bytes = b"\x03\x80\x07\0\0\0\x02ab\x03\x02\x01\0\x02\0\x01\x03xyz\xAC\x02\x09";
    assert_eq!(all.encode_to_vec().unwrap(), bytes);
    assert_eq!(Report::decode(bytes).as_ref(), Ok(&all));
    assert_eq!(ReportRef::decode(bytes).unwrap().into_owned(), all);
    // 2 + 4 + 10 + 1 + (1 + 8) + 1 + 6 + 5 + 1
    assert_eq!((Report::MIN_SIZE, Report::MAX_SIZE), (5, 39));
    assert_eq!(Report::MAX_HEAP, 8);

    let value = Value::new(Report::SCHEMA, bytes).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    assert_eq!(fields.count(), 9);
    let value = Value::new(Report::SCHEMA, &[4, 0, 1, b'a', 0, 0, 9]).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    let names: Vec<_> = fields.map(|(name, _)| name).collect();
    assert_eq!(names, ["flags", "name", "kind", "detailed", "last"]);

    let open = Event::Open { version: 2, token: Some(*b"abcd") };
    assert_eq!(open.encode_to_vec().unwrap(), b"\x01\x02abcd");
    assert_eq!(Event::Open { version: 1, token: None }.encode_to_vec().unwrap(), [1, 1]);
    assert_eq!(EventRef::decode(b"\x01\x02abcd").unwrap().into_owned(), open);
    assert_eq!((Event::MIN_SIZE, Event::MAX_SIZE), (1, 6));
}

#[test]
fn a_value_that_contradicts_its_flags_is_not_encoded() {
    let refused = |report: Report| {
        let error = report.encode_to_vec().unwrap_err();
        assert_eq!(report.as_borrowed().encode_to_vec().unwrap_err(), error);
        error.to_string()
    };
    let reason = "the field is present and another field says that it is absent, or the reverse";
    let unexpected = Report { id: Some(1), ..report(0, 0, false) };
    assert_eq!(refused(unexpected), format!("`Report.id`: {reason}"));
    let missing = Report { detail: None, ..report(0, 0, true) };
    assert_eq!(refused(missing), format!("`Report.detail`: {reason}"));
    let event = Event::Open { version: 2, token: None };
    assert_eq!(
        event.encode_to_vec().unwrap_err().to_string(),
        format!("`Event.Open.token`: {reason}")
    );
}

#[test]
fn errors_name_the_field_and_the_offset() {
    let error = Report::decode(b"\x02\0\x0Aaaaaaaaaaa").unwrap_err();
    assert_eq!(error.to_string(), "`Report.name`: length 10 exceeds the maximum of 9 (at byte 2)");
    let explained = error.explain(b"\x02\0\x0Aaaaaaaaaaa").to_string();
    assert!(explained.contains(">       2  0a") && !explained.contains("id:"), "{explained}");
    let error = Report::decode(&[1, 0, 7]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`Report.id`: the input ends early: 4 bytes needed, 1 left (at byte 2)"
    );
}

/// Elements of a sequence have conditions of their own.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Reports {
    all: Seq<Report, 9>,
}

fn agree<T>(old: &T, bytes: &[u8])
where
    T: Encodable + ZeroCopy + Clone + PartialEq + core::fmt::Debug + for<'d> Decodable<'d>,
    for<'d> T::Ref<'d>: Decodable<'d> + Encodable,
{
    let (owned, borrowed) = (T::decode(bytes), T::Ref::decode(bytes));
    let mut refilled = old.clone();
    assert_eq!(refilled.decode_into(bytes).err(), owned.as_ref().err().copied());
    assert_eq!(Value::new(T::SCHEMA, bytes).is_ok(), owned.is_ok());
    match (owned, borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            assert_eq!((&refilled, &T::from_borrowed(&borrowed)), (&owned, &owned));
            assert_eq!(owned.encode_to_vec().unwrap(), bytes);
            assert_eq!(borrowed.encode_to_vec().unwrap(), bytes);
            assert_eq!(owned.as_borrowed().encode_to_vec().unwrap(), bytes);
            assert_eq!((owned.encoded_len(), borrowed.encoded_len()), (bytes.len(), bytes.len()));
            assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()));
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            assert!(!owned.explain(bytes).to_string().is_empty());
        }
        (owned, borrowed) => panic!("{owned:?} against {:?}", borrowed.is_ok()),
    }
}

/// The lengths are together in front of the content.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Packet {
    name_len: u8,
    item_count: u16,
    payload_len: u32,
    #[frame(count = name_len, max_len = 5)]
    name: String,
    #[frame(count = item_count, max_len = 3)]
    items: Vec<Detail>,
    #[frame(count = item_count, max_len = 3)]
    numbers: Vec<u16>,
    #[frame(count = payload_len, max_len = 9)]
    payload: Vec<u8>,
    last: u8,
}

fn packet(name: &str, items: usize, payload: &[u8]) -> Packet {
    Packet {
        name_len: name.len() as u8,
        item_count: items as u16,
        payload_len: payload.len() as u32,
        name: name.into(),
        items: (0..items).map(|len| Detail { text: "x".repeat(len).parse().unwrap() }).collect(),
        numbers: (0..).take(items).collect(),
        payload: payload.into(),
        last: 7,
    }
}

#[test]
fn counts_in_other_fields() {
    let bytes = b"\x02\x02\0\x03\0\0\0ab\0\x01x\0\0\x01\0abc\x07";
    let value = packet("ab", 2, b"abc");
    assert_eq!(value.encode_to_vec().unwrap(), bytes);
    agree(&packet("", 0, b""), bytes);
    assert_eq!(PacketRef::decode(bytes).unwrap().into_owned(), value);
    // 7 + 0 + 1; 7 + 5 + 3 * 6 + 3 * 2 + 9 + 1
    assert_eq!((Packet::MIN_SIZE, Packet::MAX_SIZE), (8, 46));
    let shown = Value::new(Packet::SCHEMA, bytes).unwrap();
    let Content::Struct(fields) = shown.content() else { panic!() };
    let contents: Vec<_> = fields.map(|(_, value)| value.content()).collect();
    assert_eq!((&contents[3], &contents[6]), (&Content::Str("ab"), &Content::Bytes(b"abc")));
    assert!(matches!(&contents[4], Content::Items(items) if items.len() == 2));

    let error = Packet::decode(b"\x02\x04\0\0\0\0\0ab").unwrap_err();
    assert_eq!(error.to_string(), "`Packet.items`: length 4 exceeds the maximum of 3 (at byte 9)");
    assert!(error.explain(b"\x02\x04\0\0\0\0\0ab").to_string().contains("> "));
    let error = Packet::decode(b"\x02\0\0\0\0\0\0a").unwrap_err();
    assert_eq!(
        error.to_string(),
        "`Packet.name`: the input ends early: 2 bytes needed, 1 left (at byte 7)"
    );
    let wrong = Packet { name_len: 3, ..value.clone() };
    let reason = "`Packet.name`: the length of the field is not the one in the field that has it";
    assert_eq!(wrong.encode_to_vec().unwrap_err().to_string(), reason);
    assert_eq!(wrong.as_borrowed().encode_to_vec().unwrap_err().to_string(), reason);
}

proptest! {
    #[test]
    fn counted_fields_agree(
        name in "[a-z]{0,5}", items in 0..=3_usize, payload in prop::collection::vec(any::<u8>(), 0..=9),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0..9_u8), 0..3),
    ) {
        let value = packet(&name, items, &payload);
        let mut bytes = value.encode_to_vec().unwrap();
        agree(&packet("abc", 1, b"z"), &bytes);
        for len in 0..bytes.len() {
            agree(&value, &bytes[..len]);
        }
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        agree(&value, &bytes);
    }

    #[test]
    fn both_forms_a_refilled_value_and_the_schema_agree(
        first in (any::<u16>(), 0..5_u8, any::<bool>()),
        second in (any::<u16>(), 0..5_u8, any::<bool>()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0..9_u8), 0..4),
    ) {
        let [first, second] = [first, second].map(|(flags, kind, detailed)| report(flags, kind, detailed));
        let reports = Reports { all: vec![first.clone(), second.clone()].try_into().unwrap() };
        let mut bytes = reports.encode_to_vec().unwrap();
        agree(&Reports { all: vec![second.clone()].try_into().unwrap() }, &bytes);
        agree(&second, &first.encode_to_vec().unwrap());
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        agree(&reports, &bytes);
        agree(&first, &bytes);
        agree(&Event::Close, &bytes);
        agree(&Event::Open { version: 2, token: Some([1; 4]) }, &bytes);
    }
}
