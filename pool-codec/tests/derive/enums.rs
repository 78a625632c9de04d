//! Enums: tags, variants with fields, and unknown tags (WIRE.md section 7).

use pool_codec::error::{DecodeErrorKind, EncodeErrorKind};
use pool_codec::prelude::*;
use pool_codec::schema::Kind;
use pool_codec::schema::{Content, Value};
use pool_codec::{Bytes, Str};

use crate::check::both_forms;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, tag = u16, borrow, reserved = [3, 8..=15])]
enum Shape {
    #[frame(tag = 0)]
    Empty,
    #[frame(tag = 1)]
    Circle { radius: u32, name: Str<40> },
    #[frame(tag = 0x0102)]
    Line((u8, u8), Str<4>),
    #[frame(other)]
    Other(u16, Bytes<255>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(borrow)]
enum Reason {
    #[frame(tag = 0)]
    Done,
    #[frame(tag = 7)]
    Lost,
    #[frame(other)]
    Other(u8),
}

/// An enum whose tags are letters, as in many protocols that began as text.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[repr(u8)]
enum Side {
    Buy = b'B',
    Sell = b'S',
}

#[test]
fn a_unit_variant_is_one_byte() {
    assert_eq!(Side::decode(b"S"), Ok(Side::Sell));
    assert_eq!(Side::Buy.encode_to_vec().unwrap(), b"B");
}

#[derive(Debug, Clone, PartialEq, Frame)]
enum Strict {
    #[frame(tag = 1)]
    Number(u16),
    #[frame(tag = 2)]
    Nested { shape: Shape, reason: Reason },
}

fn shapes() -> [(Shape, &'static [u8]); 4] {
    [
        (Shape::Empty, &[0, 0]),
        (
            Shape::Circle { radius: 7, name: "round".parse().unwrap() },
            &[1, 0, 7, 0, 0, 0, 5, b'r', b'o', b'u', b'n', b'd'],
        ),
        (Shape::Line((1, 2), "ab".parse().unwrap()), &[2, 1, 1, 2, 2, b'a', b'b']),
        (Shape::Other(9, Bytes::from([1, 2])), &[9, 0, 2, 1, 2]),
    ]
}

#[test]
fn a_variant_is_its_tag_and_its_fields() {
    for (shape, expected) in shapes() {
        for (other, _) in shapes() {
            assert_eq!(both_forms(&shape, &other), expected);
        }
    }
    assert_eq!((Shape::MIN_SIZE, Shape::MAX_SIZE), (2, 2 + 256));
    assert_eq!((Shape::ID, Shape::NAME), (3, "Shape"));
    // The name has 40 bytes, and the unknown content 255.
    assert_eq!(Shape::MAX_HEAP, 255);
}

#[test]
fn unknown_tags_are_preserved() {
    let all: Vec<_> = (0..=255).map(|tag| Reason::decode(&[tag]).unwrap()).collect();
    assert_eq!((all[0], all[7], all[8]), (Reason::Done, Reason::Lost, Reason::Other(8)));
    for (tag, reason) in all.iter().enumerate() {
        assert_eq!(reason.encode_to_vec().unwrap(), [u8::try_from(tag).unwrap()]);
    }
    assert_eq!((Reason::MIN_SIZE, Reason::MAX_SIZE), (1, 1));
}

#[test]
fn a_known_tag_is_not_unknown() {
    let error = Reason::Other(7).encode_to_vec().unwrap_err();
    assert!(matches!(error.kind(), EncodeErrorKind::InvalidValue { .. }));
    assert_eq!(error.message(), Some("Reason"));
    assert!(Shape::Other(1, Bytes::from([])).encode_to_vec().is_err());
}

#[test]
fn an_unknown_tag_is_an_error_without_other() {
    let error = Strict::decode(&[3, 0, 0]).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::UnknownTag { tag: 3 }, 0));
    assert_eq!(error.message(), Some("Strict"));
}

#[test]
fn errors_name_the_variant_and_the_field() {
    let error = Shape::decode(&[1, 0, 7, 0, 0, 0, 41]).unwrap_err();
    assert_eq!((error.field(), error.offset()), (Some("Circle.name"), 6));
    let error = Shape::decode(&[1, 0, 7, 0]).unwrap_err();
    assert_eq!((error.field(), error.offset()), (Some("Circle.radius"), 2));
    let error = Strict::decode(&[2, 2, 1, 1, 2, 9]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`Strict.Nested.shape.Line.1`: length 9 exceeds the maximum of 4 (at byte 5)"
    );
    let error = Shape::decode(&[1]).unwrap_err();
    assert_eq!((error.message(), error.offset()), (Some("Shape"), 0));
}

#[test]
fn the_schema_has_the_variants() {
    let variants: Vec<_> =
        Shape::SCHEMA.variants().iter().map(|variant| (variant.name, variant.tag)).collect();
    assert_eq!(variants, [("Empty", 0), ("Circle", 1), ("Line", 0x0102)]);
    assert_eq!(Shape::SCHEMA.other().map(|other| other.fields.len()), Some(1));
    assert!(matches!(Strict::SCHEMA.kind(), Kind::Enum { tag: 1, .. }));
    let value = Value::new(Shape::SCHEMA, &[9, 0, 1, 5]).unwrap();
    let Content::Enum(tag, name, mut fields) = value.content() else { panic!("an enum") };
    assert_eq!((tag, name), (9, "Other"));
    assert!(matches!(fields.next().map(|(_, value)| value.content()), Some(Content::Bytes([5]))));
}

#[test]
fn a_value_has_the_fields_of_its_variant() {
    let mut names = Vec::new();
    for (shape, bytes) in shapes() {
        assert_eq!(shape.encode_to_vec().unwrap(), bytes);
        let value = Value::new(Shape::SCHEMA, bytes).unwrap();
        let Content::Enum(_, _, fields) = value.content() else { panic!("an enum") };
        names.extend(fields.map(|(name, _)| name));
    }
    assert_eq!(names, ["radius", "name", "0", "1", "1"]);
}
