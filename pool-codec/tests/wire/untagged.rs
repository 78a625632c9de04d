//! Enums without a tag, whose variants are known by their sizes.

use pool_codec::error::DecodeErrorKind;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Digest, Value};
use proptest::prelude::*;

/// As many protocols have it: an absent, a short and a long form of the same.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(untagged, borrow)]
enum Time {
    Unknown,
    Seconds(u32),
    Exact { seconds: u64, zone: [u8; 3] },
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Report {
    id: u16,
    time: Time,
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Span {
    #[frame(delimited)]
    from: Time,
    #[frame(delimited)]
    to: Time,
}

#[derive(Debug, PartialEq, Frame)]
enum Tagged {
    #[frame(tag = 0)]
    Unknown,
    #[frame(tag = 4)]
    Seconds(u32),
}

fn time() -> impl Strategy<Value = Time> {
    prop_oneof![
        Just(Time::Unknown),
        any::<u32>().prop_map(Time::Seconds),
        any::<(u64, [u8; 3])>().prop_map(|(seconds, zone)| Time::Exact { seconds, zone }),
    ]
}

#[test]
fn the_bytes_are_those_of_the_fields() {
    let exact = Time::Exact { seconds: 7, zone: *b"UTC" };
    assert_eq!(Time::Unknown.encode_to_vec().unwrap(), []);
    assert_eq!(Time::Seconds(7).encode_to_vec().unwrap(), [7, 0, 0, 0]);
    assert_eq!(exact.encode_to_vec().unwrap(), b"\x07\0\0\0\0\0\0\0UTC");
    assert_eq!((Time::MIN_SIZE, Time::MAX_SIZE), (0, 11));
    assert_eq!((Report::MIN_SIZE, Report::MAX_SIZE), (2, 13));
    assert_eq!((Span::MIN_SIZE, Span::MAX_SIZE), (2, 24));
    let span = Span { from: Time::Seconds(7), to: Time::Unknown };
    assert_eq!(span.encode_to_vec().unwrap(), [4, 7, 0, 0, 0, 0]);
}

#[test]
fn other_sizes_are_refused() {
    for len in 0..20 {
        let bytes = vec![1; len];
        let known = [0, 4, 11].contains(&len);
        let decoded = Time::decode(&bytes);
        assert_eq!(decoded.is_ok(), known, "{len} bytes");
        assert_eq!(TimeRef::decode(&bytes).map(|time| time.into_owned()), decoded);
        assert_eq!(Value::new(Time::SCHEMA, &bytes).is_ok(), known);
    }
    let error = Report::decode(&[1, 0, 9]).unwrap_err();
    let reason = "no variant has as many bytes as are left";
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue { reason }, 2));
    assert_eq!(
        error.to_string(),
        "`Report.time`: no variant has as many bytes as are left (at byte 2)"
    );
    assert!(!error.explain(&[1, 0, 9]).to_string().is_empty());
}

#[test]
fn the_schema_knows_the_variant() {
    let value = Value::new(Report::SCHEMA, &[1, 0, 7, 0, 0, 0]).unwrap();
    let Content::Struct(mut fields) = value.content() else { panic!() };
    let Content::Enum(_, name, mut content) = fields.nth(1).unwrap().1.content() else { panic!() };
    assert_eq!((name, content.next().unwrap().1.to_string()), ("Seconds", "7".into()));
    assert_ne!(Digest::of(Time::SCHEMA), Digest::of(Tagged::SCHEMA));
}

proptest! {
    #[test]
    fn every_form_has_the_same_bytes(
        (id, time, from, to, mut other) in (any::<u16>(), time(), time(), time(), time()),
    ) {
        let report = Report { id, time: time.clone() };
        let bytes = report.encode_to_vec().unwrap();
        prop_assert_eq!(&report.as_borrowed().encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&Report::decode(&bytes).unwrap(), &report);
        prop_assert_eq!(&ReportRef::decode(&bytes).unwrap().into_owned(), &report);
        prop_assert!(Value::new(Report::SCHEMA, &bytes).is_ok());
        other.decode_into(&bytes[2..]).unwrap();
        prop_assert_eq!(&other, &time);

        let span = Span { from, to };
        let bytes = span.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), span.encoded_len());
        prop_assert_eq!(&Span::decode(&bytes).unwrap(), &span);
        prop_assert!(Value::new(Span::SCHEMA, &bytes).is_ok());
    }
}
