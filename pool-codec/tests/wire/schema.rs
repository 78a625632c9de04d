//! Values read by schemas made by hand, and errors explained by them.

use pool_codec::__private::{fields_of, invalid_decode};
use pool_codec::{
    Content, DecodeError, DecodeErrorKind, Field, Schema, Seq, Str, Value, Variant, Wire,
};

const fn field(name: &'static str, schema: &'static Schema, min: usize, max: usize) -> Field {
    Field { name, min_size: min, max_size: max, optional: false, schema }
}

const fn optional(name: &'static str, schema: &'static Schema, max: usize) -> Field {
    Field { name, min_size: 0, max_size: max, optional: true, schema }
}

static CIRCLE: Variant =
    Variant { name: "Circle", tag: 1, fields: &[field("radius", <u16>::SCHEMA, 2, 2)] };
static EMPTY: Variant = Variant { name: "Empty", tag: 2, fields: &[] };
static OTHER: Variant =
    Variant { name: "Other", tag: 0, fields: &[field("rest", Str::<3>::SCHEMA, 1, 4)] };

static SHAPE: Schema = Schema::Enum {
    name: "Shape",
    tag: 1,
    max_size: 4,
    max_trailing: 1,
    variants: &[CIRCLE, EMPTY],
    other: None,
};
static OPEN_SHAPE: Schema = Schema::Enum {
    name: "OpenShape",
    tag: 2,
    max_size: 6,
    max_trailing: 0,
    variants: &[CIRCLE, EMPTY],
    other: Some(&OTHER),
};

/// What an enum holds: discriminant, variant, fields.
fn variant(value: &Value<'_>) -> (u64, &'static str, Vec<(&'static str, String)>) {
    let Content::Enum(tag, name, fields) = value.content() else { panic!("not an enum") };
    (tag, name, fields.map(|(name, field)| (name, format!("{:?}", field.content()))).collect())
}

fn error_of(schema: &'static Schema, bytes: &[u8]) -> (DecodeErrorKind, usize) {
    let error = Value::new(schema, bytes).unwrap_err();
    (error.kind(), error.offset())
}

#[test]
fn a_variant_has_fields() {
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
    assert_eq!(fields_of(&OPEN_SHAPE, 0), CIRCLE.fields);
    assert_eq!(fields_of(&OPEN_SHAPE, 2), OTHER.fields);
    assert_eq!(fields_of(&SHAPE, 2), &[]);
}

#[test]
fn bytes_may_follow_a_message_but_not_a_field() {
    let value = Value::new(&SHAPE, &[2, 0xEE]).unwrap();
    assert_eq!(value.as_bytes(), [2]);
    assert_eq!(
        error_of(&SHAPE, &[2, 0xEE, 0xEE]),
        (DecodeErrorKind::TrailingBytes { count: 2 }, 1)
    );
    static PAIR: Schema = Schema::Struct {
        name: "Pair",
        max_size: 8,
        max_trailing: 2,
        fields: &[field("shape", &SHAPE, 1, 4), field("last", <u8>::SCHEMA, 1, 1)],
    };
    let value = Value::new(&PAIR, &[2, 9, 8]).unwrap();
    assert_eq!(value.as_bytes(), [2, 9]);
    assert_eq!(error_of(&PAIR, &[2, 9, 8, 7, 6]), (DecodeErrorKind::TrailingBytes { count: 3 }, 2));
}

#[test]
fn an_enum_keeps_the_bound_of_its_type() {
    static TIGHT: Schema = Schema::Enum {
        name: "Tight",
        tag: 1,
        max_size: 2,
        max_trailing: 0,
        variants: &[CIRCLE, EMPTY],
        other: None,
    };
    assert_eq!(error_of(&TIGHT, &[1, 7, 0]), (DecodeErrorKind::TooLarge { size: 3, max: 2 }, 0));
    assert!(Value::new(&TIGHT, &[2]).is_ok());
}

static GROWN: Schema = Schema::Struct {
    name: "Grown",
    max_size: 8,
    max_trailing: 0,
    fields: &[
        field("id", <u16>::SCHEMA, 2, 2),
        optional("flag", <bool>::SCHEMA, 1),
        optional("note", Str::<4>::SCHEMA, 5),
    ],
};

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
    static WIDE: Schema = Schema::Seq { max: 3, prefix: 8, element: u8::SCHEMA };
    let value = Value::new(&WIDE, &[2, 0, 0, 0, 0, 0, 0, 0, 7, 8]).unwrap();
    assert_eq!(value.body(), [7, 8]);
    let Content::Items(items) = value.content() else { panic!() };
    assert!(items.map(|item| item.content()).eq([Content::Uint(7), Content::Uint(8)]));
    let (kind, offset) = error_of(&WIDE, &[0xFF; 10]);
    assert!(matches!(kind, DecodeErrorKind::TooLong(error) if error.len == usize::MAX));
    assert_eq!(offset, 0);
}

/// The lines of the explained error, without the first one.
fn explained(error: &DecodeError, bytes: &[u8]) -> String {
    let explained = error.explain(bytes).to_string();
    explained[explained.find('\n').unwrap()..].to_owned()
}

static DRAWING: Schema = Schema::Struct {
    name: "Drawing",
    max_size: 1000,
    max_trailing: 0,
    fields: &[
        field("id", <u8>::SCHEMA, 1, 1),
        field("shapes", &Schema::Seq { max: 9, prefix: 1, element: &SHAPE }, 1, 37),
        field("pair", <(u8, char)>::SCHEMA, 2, 5),
        field("flags", <[bool; 3]>::SCHEMA, 3, 3),
    ],
};

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
    static IDS: Schema = Schema::Struct {
        name: "Ids",
        max_size: 1000,
        max_trailing: 0,
        fields: &[field("ids", Seq::<u32, 9>::SCHEMA, 1, 37)],
    };
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

#[test]
fn a_broken_rule_of_the_whole_is_not_blamed_on_the_first_field() {
    let bytes = [1, 0, 1];
    let error = invalid_decode("odd", 0, &GROWN);
    assert_eq!(
        explained(&error, &bytes),
        "
>       0  01 00 01                              odd
"
    );
    static OUTER: Schema = Schema::Struct {
        name: "Outer",
        max_size: 9,
        max_trailing: 0,
        fields: &[field("first", <u8>::SCHEMA, 1, 1), field("grown", &GROWN, 2, 8)],
    };
    let bytes = [9, 1, 0, 1];
    let error = invalid_decode("odd", 1, &GROWN).in_field("grown", &OUTER);
    assert_eq!(
        explained(&error, &bytes),
        "
        0  09                                    first: u8 = 9
>       1  01 00 01                              grown: Grown
"
    );
    // A rule of one of its fields is.
    let error = invalid_decode("zero", 1, &GROWN).in_field("id", &GROWN).in_field("grown", &OUTER);
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
fn no_bytes_and_no_schema_break_the_explanation() {
    static LOOP: Schema = Schema::Option { value: &LOOP };
    static LOOPED: Schema = Schema::Struct {
        name: "Looped",
        max_size: 9,
        max_trailing: 0,
        fields: &[
            field("empty", &Schema::Array { len: usize::MAX, element: <()>::SCHEMA }, 0, 0),
            field("loop", &LOOP, 1, 1),
        ],
    };
    for offset in 0..400 {
        for kind in [
            DecodeErrorKind::InvalidUtf8,
            DecodeErrorKind::UnexpectedEnd { needed: 1, available: 0 },
            DecodeErrorKind::InvalidValue { reason: "no" },
        ] {
            for schema in [&LOOPED, &DRAWING, &SHAPE, &GROWN, &OPEN_SHAPE] {
                for field in ["loop", "shapes", "radius"] {
                    let error = DecodeError::new(kind, offset).in_field(field, schema);
                    for bytes in [&[1; 300][..], &[0; 9], &[]] {
                        assert!(error.explain(bytes).to_string().lines().count() > 1);
                    }
                }
            }
        }
    }
}
