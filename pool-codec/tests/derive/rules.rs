//! The rules of a type beyond its layout (`range`, `validate`, `max_size`), in both forms, for encoding and decoding.

use pool_codec::Str;
use pool_codec::error::{DecodeErrorKind, EncodeErrorKind};
use pool_codec::prelude::*;

use crate::check::both_forms;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow, validate = Order::check)]
struct Order {
    #[frame(range = 1..=100)]
    percent: u8,
    #[frame(range = -1.0..2.0)]
    factor: f32,
    side: Str<4>,
    #[frame(range = 'a'..='z')]
    letter: char,
}

impl Order {
    fn check(order: &OrderRef<'_>) -> Result<(), &'static str> {
        match order.side.as_str() {
            "buy" | "sell" => Ok(()),
            _ => Err("the side is neither buy nor sell"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(validate = even, max_size = 9)]
enum Number {
    #[frame(tag = 0)]
    Short(#[frame(range = ..10)] u8),
    #[frame(tag = 1)]
    Text(Str<255>),
}

fn even(number: &Number) -> Result<(), &'static str> {
    match number {
        Number::Short(short) if short % 2 == 1 => Err("the number is odd"),
        _ => Ok(()),
    }
}

fn order() -> Order {
    Order { percent: 50, factor: 1.0, side: "buy".parse().unwrap(), letter: 'x' }
}

#[test]
fn values_that_keep_the_rules_pass() {
    let other = Order { percent: 100, factor: -1.0, side: "sell".parse().unwrap(), letter: 'a' };
    both_forms(&order(), &other);
    both_forms(&other, &order());
    let (short, text) = (Number::Short(8), Number::Text("1234567".parse().unwrap()));
    crate::check::round_trip(&short, &text);
    crate::check::round_trip(&text, &short);
}

#[test]
fn a_number_out_of_range_is_refused() {
    let good = order().encode_to_vec().unwrap();
    let cases = [
        (Order { percent: 0, ..order() }, 0, "percent", "the value is not in 1..=100"),
        (Order { percent: 101, ..order() }, 0, "percent", "the value is not in 1..=100"),
        (Order { factor: 2.0, ..order() }, 1, "factor", "the value is not in -1.0..2.0"),
        (Order { factor: f32::NAN, ..order() }, 1, "factor", "the value is not in -1.0..2.0"),
        (Order { letter: 'A', ..order() }, 9, "letter", "the value is not in 'a'..='z'"),
    ];
    for (value, offset, field, reason) in cases {
        let error = value.encode_to_vec().unwrap_err();
        assert_eq!(
            (error.kind(), error.field()),
            (EncodeErrorKind::InvalidValue { reason }, Some(field))
        );
        assert!(value.as_borrowed().encode_to_vec().is_err());
        let mut bytes = good.clone();
        match field {
            "percent" => bytes[0] = value.percent,
            "factor" => bytes[1..5].copy_from_slice(&value.factor.to_le_bytes()),
            _ => bytes[9] = u8::try_from(value.letter).unwrap(),
        }
        let errors = [
            Order::decode(&bytes).unwrap_err(),
            OrderRef::decode(&bytes).unwrap_err(),
            order().decode_into(&bytes).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), DecodeErrorKind::InvalidValue { reason });
            assert_eq!((error.offset(), error.field()), (offset, Some(field)));
        }
    }
}

#[test]
fn one_function_validates_both_forms() {
    let bytes = Order { side: "hold".parse().unwrap(), ..order() }.encode_to_vec().unwrap();
    let errors = [
        Order::decode(&bytes).unwrap_err(),
        OrderRef::decode(&bytes).unwrap_err(),
        order().decode_into(&bytes).unwrap_err(),
    ];
    let reason = "the side is neither buy nor sell";
    for error in errors {
        assert_eq!(error.kind(), DecodeErrorKind::InvalidValue { reason });
        assert_eq!((error.offset(), error.message()), (0, Some("Order")));
    }
}

#[test]
fn enums_can_have_rules() {
    let invalid = |reason| DecodeErrorKind::InvalidValue { reason };
    let mut number = Number::Short(2);
    assert_eq!(Number::decode(&[0, 3]).unwrap_err().kind(), invalid("the number is odd"));
    assert_eq!(number.decode_into(&[0, 3]).unwrap_err().kind(), invalid("the number is odd"));
    let error = Number::decode(&[0, 12]).unwrap_err();
    assert_eq!(
        (error.kind(), error.field()),
        (invalid("the value is not in ..10"), Some("Short.0"))
    );
    assert_eq!(Number::MAX_SIZE, 9);
    let long = Number::Text("12345678".parse().unwrap());
    assert_eq!(
        long.encode_to_vec().unwrap_err().kind(),
        EncodeErrorKind::TooLarge { size: 10, max: 9 }
    );
    let error = Number::decode(b"\x01\x0812345678").unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TooLarge { size: 10, max: 9 });
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Defaulted {
    #[frame(range = 1..=3, default)]
    low: u8,
    #[frame(range = 1..=3, default = 2)]
    high: u8,
}

#[test]
fn a_default_must_be_in_range() {
    assert_eq!(Defaulted::decode(&[3]), Ok(Defaulted { low: 3, high: 2 }));
    let errors = [
        Defaulted::decode(&[]).unwrap_err(),
        Defaulted { low: 1, high: 1 }.decode_into(&[]).unwrap_err(),
    ];
    for error in errors {
        assert_eq!((error.field(), error.offset()), (Some("low"), 0));
    }
}
