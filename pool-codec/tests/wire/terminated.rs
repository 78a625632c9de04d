//! Text, bytes and elements that constant bytes end (WIRE.md section 13).

use pool_codec::error::{DecodeErrorKind, EncodeErrorKind, TooLong};
use pool_codec::layout::{Encode, Own, TerminatedItems};
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{Str, U24};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(endian = little, borrow)]
struct Part {
    kind: u16,
    name: Str<4>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(endian = big, borrow)]
struct Lists {
    #[frame(terminated = b"\r\n", max_len = 5)]
    line: String,
    #[frame(terminated = [7, 7, 7], max_len = 4)]
    bytes: Option<Vec<u8>>,
    #[frame(terminated = [0xFF, 0xFE], max_len = 3)]
    numbers: Vec<u16>,
    #[frame(terminated = b"\0\0", max_len = 3)]
    parts: Vec<Part>,
    #[frame(terminated = Self::END, max_len = 2)]
    triples: Vec<U24>,
    last: u8,
}

impl Lists {
    const END: &'static [u8] = &[9];
}

fn lists() -> impl Strategy<Value = Lists> {
    use prop::collection::vec;
    let bytes = prop::option::of(vec(0..=6_u8, 0..=4));
    let parts = vec((1..=u16::MAX, "[a-z]{0,4}"), 0..=3);
    let triples = vec(0..0x09_0000_u32, 0..=2);
    ("[a-z\r]{0,4}[a-z]", bytes, vec(0..0xFFFE_u16, 0..=3), parts, triples, any::<u8>()).prop_map(
        |(line, bytes, numbers, parts, triples, last)| Lists {
            line,
            bytes,
            numbers,
            parts: parts
                .into_iter()
                .map(|(kind, name)| Part { kind, name: name.parse().unwrap() })
                .collect(),
            triples: triples.into_iter().map(|n| U24::new(n).unwrap()).collect(),
            last,
        },
    )
}

fn example() -> Lists {
    let part = Part { kind: 1, name: "ab".parse().unwrap() };
    Lists {
        line: "a\rb".into(),
        bytes: Some(vec![7, 1]),
        numbers: vec![1, 0xFE],
        parts: vec![part],
        triples: vec![U24::new(9).unwrap()],
        last: 5,
    }
}

/// The part is little-endian: it has a byte order of its own.
const EXAMPLE: &[u8] =
    b"a\rb\r\n\x01\x07\x01\x07\x07\x07\0\x01\0\xFE\xFF\xFE\x01\0\x02ab\0\0\0\0\x09\x09\x05";

#[test]
fn golden_bytes() {
    assert_eq!(example().encode_to_vec().unwrap(), EXAMPLE);
    assert_eq!(Lists::decode(EXAMPLE).unwrap(), example());
    // The terminators, the tag and the last byte; each content at its longest.
    assert_eq!(Lists::MIN_SIZE, 2 + 1 + 2 + 2 + 1 + 1);
    let longest = (5 + 2) + (1 + 4 + 3) + (3 * 2 + 2) + (3 * 7 + 2) + (2 * 3 + 1) + 1;
    assert_eq!(Lists::MAX_SIZE, longest);
    assert_eq!(Lists::MAX_HEAP, 5 + 4 + 3 * 2 + 3 * size_of::<Part>() + 2 * size_of::<U24>());

    let value = Value::new(Lists::SCHEMA, EXAMPLE).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    let shown: Vec<_> = fields.map(|(name, value)| (name, value.to_string())).collect();
    assert_eq!(shown[0], ("line", r#""a\rb""#.into()));
    assert_eq!(shown[2], ("numbers", "[1, 254]".into()));
    let schema = <TerminatedItems<Vec<u16>, 3, 0, 2> as Encode<Own>>::ENCODING;
    assert_eq!(schema.to_string(), "terminated[0..=3] of u16");
}

proptest! {
    #[test]
    fn decode_inverts_encode_in_both_forms(value in lists(), other in lists()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert!((Lists::MIN_SIZE..=Lists::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(&Lists::decode(&bytes).unwrap(), &value);
        let borrowed = ListsRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&value.as_borrowed().encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&borrowed.into_owned(), &value);
        let mut refilled = other;
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        prop_assert_eq!(Value::new(Lists::SCHEMA, &bytes).unwrap().as_bytes(), &bytes);
        for len in 0..bytes.len() {
            prop_assert!(Lists::decode(&bytes[..len]).is_err());
            prop_assert!(ListsRef::decode(&bytes[..len]).is_err());
        }
    }

    /// Few different bytes, so that terminators are everywhere.
    #[test]
    fn any_bytes_mean_the_same_in_both_forms(bytes in prop::collection::vec(
        prop::sample::select(vec![0_u8, 1, 7, 9, b'\r', b'\n', 0xFE, 0xFF]), 0..40))
    {
        let (owned, borrowed) = (Lists::decode(&bytes), ListsRef::decode(&bytes));
        prop_assert_eq!(owned.as_ref().err(), borrowed.as_ref().err());
        prop_assert_eq!(Value::new(Lists::SCHEMA, &bytes).is_ok(), owned.is_ok());
        if let (Ok(owned), Ok(borrowed)) = (owned, borrowed) {
            prop_assert_eq!(&owned.encode_to_vec().unwrap(), &bytes);
            prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
            prop_assert_eq!(borrowed.into_owned(), owned);
        }
    }
}

#[test]
fn content_with_its_terminator_is_refused() {
    let refused = |value: &Lists, field: &str| {
        let (owned, lent) = (value.encode_to_vec(), value.as_borrowed().encode_to_vec());
        assert_eq!(owned, lent);
        let error = owned.unwrap_err();
        assert!(error.to_string().contains(field), "{error}");
        error.kind()
    };
    let invalid = |value: &Lists, field: &str| {
        let kind = refused(value, field);
        assert!(matches!(kind, EncodeErrorKind::InvalidValue { .. }), "{kind:?}");
    };
    invalid(&Lists { line: "a\r\nb".into(), ..example() }, "Lists.line");
    // The terminator would begin one or two bytes earlier.
    invalid(&Lists { bytes: Some(vec![1, 7]), ..example() }, "Lists.bytes");
    invalid(&Lists { bytes: Some(vec![7, 7]), ..example() }, "Lists.bytes");
    invalid(&Lists { numbers: vec![1, 0xFFFE], ..example() }, "Lists.numbers");
    let part = Part { kind: 0, name: Str::default() };
    invalid(&Lists { parts: vec![part], ..example() }, "Lists.parts");
    // The first of three bytes is the terminator.
    invalid(&Lists { triples: vec![U24::new(0x09_0001).unwrap()], ..example() }, "Lists.triples");
    // A single byte before the terminator is not the beginning of another one.
    assert!(Lists { line: "abc\r".into(), ..example() }.encode_to_vec().is_ok());

    let long = |len, max| EncodeErrorKind::TooLong(TooLong { len, max });
    let numbers = Lists { numbers: vec![1; 4], ..example() };
    assert_eq!(refused(&numbers, "Lists.numbers"), long(4, 3));
    assert_eq!(refused(&Lists { line: "abcdef".into(), ..example() }, "Lists.line"), long(6, 5));
}

#[test]
fn more_than_the_bound_is_refused_where_the_field_begins() {
    let error = |bytes: &[u8]| {
        let (owned, lent) = (Lists::decode(bytes).unwrap_err(), ListsRef::decode(bytes));
        assert_eq!(lent.unwrap_err(), owned);
        (owned.kind(), owned.offset())
    };
    let long = |len, max| DecodeErrorKind::TooLong(TooLong { len, max });
    assert_eq!(error(b"abcdef\r\n"), (long(6, 5), 0));
    assert_eq!(error(b"\r\n\0\0\x01\0\x01\0\x01\0\x01\xFF\xFE"), (long(4, 3), 3));
    assert!(matches!(error(b"\r\n\0\0\x01\xFF"), (DecodeErrorKind::UnexpectedEnd { .. }, 5)));
    // The terminator may be cut, too.
    assert!(matches!(error(b"abcde\r"), (DecodeErrorKind::UnexpectedEnd { .. }, 0)));
}
