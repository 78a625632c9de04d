//! Values that are read by hand-written schemas, and errors that are explained by them.

use pool_codec::error::DecodeErrorKind;
use pool_codec::layout::{Encode, Layout, Prefixed, Sink};
use pool_codec::schema::{Content, Value};
use pool_codec::schema::{Field, Schema, Variant};
use pool_codec::{DecodeError, Seq, Str, Wire};

const CIRCLE: Variant = Variant::new("Circle", 1, &[Field::new("Circle.radius", u16::SCHEMA)]);
const EMPTY: Variant = Variant::new("Empty", 2, &[]);
static OTHER: Variant = Variant::new("Other", 0, &[Field::new("Other.rest", Str::<3>::SCHEMA)]);

static SHAPE: Schema = Schema::enumeration("Shape", 1, &[CIRCLE, EMPTY], None).with_trailing(1);
static OPEN_SHAPE: Schema = Schema::enumeration("OpenShape", 2, &[CIRCLE, EMPTY], Some(&OTHER));

/// A type with the schema `SHAPE`, for the elements of a sequence.
struct Shape;

impl<L: Layout> Encode<L> for Shape {
    type Value = Self;
    const ENCODING: &'static Schema = &SHAPE;

    fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put(&[2])
    }
}

/// Returns the content of an enum: discriminant, variant, fields.
fn variant(value: &Value<'_>) -> (u64, &'static str, Vec<(&'static str, String)>) {
    let Content::Enum(tag, name, fields) = value.content() else { panic!("not an enum") };
    (tag, name, fields.map(|(name, field)| (name, format!("{:?}", field.content()))).collect())
}

fn error_of(schema: &'static Schema, bytes: &[u8]) -> (DecodeErrorKind, usize) {
    let error = Value::new(schema, bytes).unwrap_err();
    (error.kind(), error.offset())
}

#[test]
fn a_variant_shows_its_fields() {
    let circle = Value::new(&SHAPE, &[1, 7, 0]).unwrap();
    assert_eq!(variant(&circle), (1, "Circle", vec![("radius", "Uint(7)".into())]));
    assert_eq!(variant(&Value::new(&SHAPE, &[2]).unwrap()), (2, "Empty", vec![]));
    assert_eq!(error_of(&SHAPE, &[3]), (DecodeErrorKind::UnknownTag { tag: 3 }, 0));
    let short = DecodeErrorKind::UnexpectedEnd { needed: 2, available: 1 };
    assert_eq!(error_of(&SHAPE, &[1, 7]), (short, 1));

    let other = Value::new(&OPEN_SHAPE, b"\x09\x01\x02ab").unwrap();
    assert_eq!(variant(&other), (0x0109, "Other", vec![("rest", "Str(\"ab\")".into())]));
    assert_eq!(variant(&Value::new(&OPEN_SHAPE, b"\x02\0").unwrap()).1, "Empty");

    assert_eq!((SHAPE.variants().len(), SHAPE.other()), (2, None));
    assert_eq!(OPEN_SHAPE.other(), Some(&OTHER));
    assert_eq!((u8::SCHEMA.variants().len(), u8::SCHEMA.other()), (0, None));
    assert_eq!(OPEN_SHAPE.variant(1), Some(&CIRCLE));
    assert_eq!(OPEN_SHAPE.variant(9), Some(&OTHER));
    assert_eq!(SHAPE.variant(9), None);
    assert_eq!((SHAPE.min_size(), SHAPE.max_size(), OPEN_SHAPE.max_size()), (1, 3, 6));
}

#[test]
fn bytes_may_follow_a_message_but_not_a_field() {
    let value = Value::new(&SHAPE, &[2, 0xEE]).unwrap();
    assert_eq!(value.as_bytes(), [2]);
    assert_eq!(
        error_of(&SHAPE, &[2, 0xEE, 0xEE]),
        (DecodeErrorKind::TrailingBytes { count: 2 }, 1)
    );
    static PAIR: Schema =
        Schema::record("Pair", &[Field::new("shape", &SHAPE), Field::new("last", u8::SCHEMA)])
            .with_trailing(2);
    let value = Value::new(&PAIR, &[2, 9, 8]).unwrap();
    assert_eq!(value.as_bytes(), [2, 9]);
    assert_eq!(error_of(&PAIR, &[2, 9, 8, 7, 6]), (DecodeErrorKind::TrailingBytes { count: 3 }, 2));
}

#[test]
fn an_enum_keeps_the_bound_of_its_type() {
    static TIGHT: Schema = Schema::enumeration("Tight", 1, &[CIRCLE, EMPTY], None).with_max_size(2);
    assert_eq!(error_of(&TIGHT, &[1, 7, 0]), (DecodeErrorKind::TooLarge { size: 3, max: 2 }, 0));
    assert!(Value::new(&TIGHT, &[2]).is_ok());
}

static GROWN: Schema = Schema::record(
    "Grown",
    &[
        Field::new("id", u16::SCHEMA),
        Field::new("flag", bool::SCHEMA).optional(),
        Field::new("note", Str::<4>::SCHEMA).optional(),
    ],
);

#[test]
fn optional_fields_may_be_absent() {
    let names = |bytes: &[u8]| {
        let Content::Struct(fields) = Value::new(&GROWN, bytes).unwrap().content() else {
            panic!()
        };
        fields.map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(names(&[1, 0]), ["id"]);
    assert_eq!(names(&[1, 0, 1]), ["id", "flag"]);
    assert_eq!(names(&[1, 0, 1, 0]), ["id", "flag", "note"]);
    assert_eq!(error_of(&GROWN, &[1]).1, 0);
    assert_eq!(error_of(&GROWN, &[1, 0, 7]), (DecodeErrorKind::InvalidBool { byte: 7 }, 2));
    let short = DecodeErrorKind::UnexpectedEnd { needed: 2, available: 1 };
    assert_eq!(error_of(&GROWN, &[1, 0, 1, 2, b'a']), (short, 4));
}

#[test]
fn prefixes_have_the_width_of_the_schema() {
    let wide = <Seq<u8, 3> as Encode<Prefixed<u64>>>::ENCODING;
    let value = Value::new(wide, &[2, 0, 0, 0, 0, 0, 0, 0, 7, 8]).unwrap();
    assert_eq!(value.body(), [7, 8]);
    let Content::Items(items) = value.content() else { panic!() };
    assert!(items.map(|item| item.content()).eq([Content::Uint(7), Content::Uint(8)]));
    let (kind, offset) = error_of(wide, &[0xFF; 10]);
    assert!(matches!(kind, DecodeErrorKind::TooLong(error) if error.len == usize::MAX));
    assert_eq!(offset, 0);
}

/// Returns the lines of the explained error, without the first one.
fn explained(error: &DecodeError, bytes: &[u8]) -> String {
    let explained = error.explain(bytes).to_string();
    explained[explained.find('\n').unwrap()..].to_owned()
}

static DRAWING: Schema = Schema::record(
    "Drawing",
    &[
        Field::new("id", u8::SCHEMA),
        Field::new("shapes", Seq::<Shape, 9>::SCHEMA),
        Field::new("pair", <(u8, char)>::SCHEMA),
        Field::new("flags", <[bool; 3]>::SCHEMA),
    ],
);

#[test]
fn a_failure_is_shown_in_the_element_and_in_the_variant() {
    let bytes = [7, 4, 2, 1, 5, 0, 1, 6, 0, 1, 7];
    let short = DecodeErrorKind::UnexpectedEnd { needed: 2, available: 1 };
    let error =
        DecodeError::new(short, 10).in_field("Circle.radius", &SHAPE).in_field("shapes", &DRAWING);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  07                                    id: u8 = 7
        1  04                                    shapes: seq[0..=9] of Shape
        2  02 01 05 00 01 06 00                    3 elements
        9  01                                      shapes[3]: Shape = Circle
>      10  07                                        radius: u16
"
    );

    let bytes = [7, 2, 2, 9, 1];
    let error = DecodeError::new(DecodeErrorKind::UnknownTag { tag: 9 }, 3)
        .in_message(&SHAPE)
        .in_field("shapes", &DRAWING);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  07                                    id: u8 = 7
        1  02                                    shapes: seq[0..=9] of Shape
        2  02                                      1 element
>       3  09 01                                   shapes[1]: Shape
"
    );
}

#[test]
fn a_failure_is_shown_in_the_tuple_and_in_the_array() {
    let bytes = [7, 0, 1, 0xFF, 0, 0, 0];
    let error = DecodeError::new(DecodeErrorKind::InvalidUtf8, 3).in_field("pair", &DRAWING);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  07                                    id: u8 = 7
        1  00                                    shapes: seq[0..=9] of Shape, 0 elements
        2                                        pair: (u8, char)
        2  01                                      0: u8 = 1
>       3  ff 00 00 00                             1: char
"
    );
    let bytes = [7, 0, 1, b'a', 0, 1, 2];
    let error =
        DecodeError::new(DecodeErrorKind::InvalidBool { byte: 2 }, 6).in_field("flags", &DRAWING);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  07                                    id: u8 = 7
        1  00                                    shapes: seq[0..=9] of Shape, 0 elements
        2  01 61                                 pair: (u8, char)
        4                                        flags: [bool; 3]
        4  00 01                                   2 elements
>       6  02                                      flags[2]: bool
"
    );
}

#[test]
fn a_count_that_the_input_cannot_hold_is_shown_at_the_elements() {
    static IDS: Schema = Schema::record("Ids", &[Field::new("ids", Seq::<u32, 9>::SCHEMA)]);
    let bytes = [3, 1, 0, 0, 0, 2];
    let short = DecodeErrorKind::UnexpectedEnd { needed: 12, available: 5 };
    let error = DecodeError::new(short, 1).in_field("ids", &IDS);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  03                                    ids: seq[0..=9] of u32
>       1  01 00 00 00 02                        the input ends early: 12 bytes needed, 5 left
"
    );
}

fn invalid(reason: &'static str, offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::InvalidValue { reason }, offset).in_message(&GROWN)
}

#[test]
fn a_broken_rule_of_the_whole_is_not_blamed_on_the_first_field() {
    let bytes = [1, 0, 1];
    let error = invalid("odd", 0);
    assert_eq!(
        explained(&error, &bytes),
        "
>       0  01 00 01                              odd
"
    );
    static OUTER: Schema =
        Schema::record("Outer", &[Field::new("first", u8::SCHEMA), Field::new("grown", &GROWN)]);
    let bytes = [9, 1, 0, 1];
    let error = invalid("odd", 1).in_field("grown", &OUTER);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  09                                    first: u8 = 9
>       1  01 00 01                              grown: Grown
"
    );
    // A rule of one of the fields is blamed on that field.
    let error = invalid("zero", 1).in_field("id", &GROWN).in_field("grown", &OUTER);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  09                                    first: u8 = 9
        1                                        grown: Grown
>       1  01 00 01                                id: u16
"
    );
}

#[test]
fn an_absent_field_is_not_shown() {
    let bytes = [1, 0, 7];
    let error =
        DecodeError::new(DecodeErrorKind::InvalidBool { byte: 7 }, 2).in_field("flag", &GROWN);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  01 00                                 id: u16 = 1
>       2  07                                    flag: bool
"
    );
    let error = DecodeError::new(DecodeErrorKind::TrailingBytes { count: 1 }, 2).in_message(&SHAPE);
    assert_eq!(
        explained(&error, &[2, 9, 9]),
        "
        0  02                                    tag: Shape = Empty
>       1  09 09                                 not read
"
    );
}

#[test]
fn any_bytes_and_any_schema_can_be_explained() {
    static NOTHING: Schema = Schema::record(
        "Nothing",
        &[Field::new("empty", <[(); usize::MAX]>::SCHEMA), Field::new("last", u8::SCHEMA)],
    );
    for offset in 0..400 {
        for kind in [
            DecodeErrorKind::InvalidUtf8,
            DecodeErrorKind::UnexpectedEnd { needed: 1, available: 0 },
            DecodeErrorKind::InvalidValue { reason: "no" },
        ] {
            for schema in [&NOTHING, &DRAWING, &SHAPE, &GROWN, &OPEN_SHAPE] {
                for field in ["last", "shapes", "radius"] {
                    let error = DecodeError::new(kind, offset).in_field(field, schema);
                    for bytes in [&[1; 300][..], &[0; 9], &[]] {
                        assert!(error.explain(bytes).to_string().lines().count() > 1);
                    }
                }
            }
        }
    }
}
