//! Attributes of fields (`max_len`, `len`, `with`, `skip`, `copy`), and tuple, unit and transparent structs.

use core::time::Duration;

use pool_codec::error::{DecodeErrorKind, EncodeErrorKind, TooLong};
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{Adapter, Be, Seq, SeqRef, Str};

use crate::check::both_forms;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Part {
    name: Str<8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Bounded {
    #[frame(max_len = 300)]
    text: String,
    #[frame(max_len = 4)]
    boxed: Box<str>,
    #[frame(max_len = 4)]
    bytes: Box<[u8]>,
    #[frame(max_len = 2)]
    numbers: Box<[u16]>,
    #[frame(max_len = 4)]
    maybe: Option<String>,
    #[frame(max_len = 2)]
    parts: Option<Vec<Part>>,
}

fn bounded() -> Bounded {
    Bounded {
        text: "text".into(),
        boxed: "box".into(),
        bytes: [1, 2].into(),
        numbers: [3].into(),
        maybe: Some("may".into()),
        parts: Some(vec![Part { name: "p".parse().unwrap() }]),
    }
}

#[test]
fn standard_types_get_their_bound_from_the_field() {
    let none = Bounded { maybe: None, parts: None, ..bounded() };
    let bytes = both_forms(&bounded(), &none);
    assert_eq!(bytes, b"\x04\0text\x03box\x02\x01\x02\x01\x03\0\x01\x03may\x01\x01\x01p");
    both_forms(&none, &bounded());
    let borrowed = BoundedRef::decode(&bytes).unwrap();
    let (text, boxed, content): (&str, &str, &[u8]) =
        (borrowed.text, borrowed.boxed, borrowed.bytes);
    assert_eq!((text, boxed, content), ("text", "box", &[1, 2][..]));
    assert_eq!((borrowed.maybe, borrowed.numbers.get(0)), (Some("may"), Some(3)));
}

#[test]
fn too_long_values_are_not_encoded() {
    let cases: [(&str, Bounded, TooLong); 4] = [
        ("text", Bounded { text: "x".repeat(301), ..bounded() }, TooLong { len: 301, max: 300 }),
        ("bytes", Bounded { bytes: [0; 5].into(), ..bounded() }, TooLong { len: 5, max: 4 }),
        ("maybe", Bounded { maybe: Some("12345".into()), ..bounded() }, TooLong { len: 5, max: 4 }),
        (
            "parts",
            Bounded { parts: Some(vec![Part { name: Str::default() }; 3]), ..bounded() },
            TooLong { len: 3, max: 2 },
        ),
    ];
    for (field, value, expected) in cases {
        for error in [value.encode_to_vec(), value.as_borrowed().encode_to_vec()] {
            let error = error.unwrap_err();
            assert_eq!(
                (error.kind(), error.field()),
                (EncodeErrorKind::TooLong(expected), Some(field))
            );
            assert_eq!(error.message(), Some("Bounded"));
        }
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(len = auto, borrow)]
struct Narrow {
    name: Str<8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(len = u32, borrow)]
struct Wide {
    text: Str<4>,
    nested: Option<Seq<Str<4>, 3>>,
    part: Narrow,
    pair: (Str<2>, u8),
    #[frame(max_len = 4)]
    list: Vec<Str<3>>,
}

#[test]
fn len_applies_to_containers_but_not_to_nested_messages() {
    let wide = Wide {
        text: "a".parse().unwrap(),
        nested: Some(Seq::from(["b".parse().unwrap()])),
        part: Narrow { name: "c".parse().unwrap() },
        pair: ("d".parse().unwrap(), 5),
        list: vec!["e".parse().unwrap(), Str::default()],
    };
    let bytes = both_forms(&wide, &Wide { nested: None, list: vec![], ..wide.clone() });
    assert_eq!(
        bytes,
        b"\x01\0\0\0a\x01\x01\0\0\0\x01\0\0\0b\x01c\x01\0\0\0d\x05\x02\0\0\0\x01\0\0\0e\0\0\0\0"
    );
    let borrowed = WideRef::decode(&bytes).unwrap();
    assert!(borrowed.list.iter().eq(["e", ""]));
    // A count above the bound is refused, whatever the width of its prefix.
    let mut long = bytes;
    long[0] = 5;
    let error = Wide::decode(&long).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TooLong(TooLong { len: 5, max: 4 }));
}

struct Millis;

impl Adapter<Duration> for Millis {
    type Wire = Be<u32>;

    fn to_wire(value: &Duration) -> Result<Be<u32>, &'static str> {
        u32::try_from(value.as_millis()).map(Be).map_err(|_| "the duration exceeds 49 days")
    }

    fn from_wire(wire: Be<u32>) -> Result<Duration, &'static str> {
        match wire.0 {
            0xFFFF_FFFF => Err("the duration is infinite"),
            millis => Ok(Duration::from_millis(millis.into())),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Timed(u8, #[frame(skip)] Option<Box<u8>>, #[frame(with = Millis)] Duration, Str<4>);

#[test]
fn an_adapter_converts_and_may_refuse() {
    let timed = Timed(1, None, Duration::from_millis(0x0102), "x".parse().unwrap());
    assert_eq!(both_forms(&timed, &timed), [1, 0, 0, 1, 2, 1, b'x']);
    let forever = Timed(1, None, Duration::MAX, Str::default());
    let error = forever.encode_to_vec().unwrap_err();
    assert_eq!(
        (error.kind(), error.field()),
        (EncodeErrorKind::InvalidValue { reason: "the duration exceeds 49 days" }, Some("2"))
    );
    let error = TimedRef::decode(&[1, 0xFF, 0xFF, 0xFF, 0xFF, 0]).unwrap_err();
    assert_eq!(
        (error.kind(), error.offset(), error.field()),
        (DecodeErrorKind::InvalidValue { reason: "the duration is infinite" }, 1, Some("2"))
    );
}

#[test]
fn a_skipped_field_is_neither_on_the_wire_nor_in_the_borrowed_form() {
    let cached = Timed(1, Some(Box::new(7)), Duration::ZERO, Str::default());
    let bytes = cached.encode_to_vec().unwrap();
    assert_eq!(Timed::decode(&bytes).unwrap().1, None);
    let mut refilled = cached;
    refilled.decode_into(&bytes).unwrap();
    assert_eq!(refilled.1, None);
    // The fields after it move up.
    let borrowed = TimedRef::decode(&bytes).unwrap();
    let (_, wait, text): (u8, Duration, &str) = (borrowed.0, borrowed.1, borrowed.2.as_str());
    assert_eq!((wait, text), (Duration::ZERO, ""));
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 9, borrow)]
struct Ping;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(transparent)]
struct UserId(Str<8>);

#[derive(Debug, Clone, PartialEq, Frame)]
struct User {
    id: UserId,
    #[frame(skip, default = 7)]
    seen: u8,
}

#[test]
fn unit_and_transparent_structs() {
    assert_eq!(both_forms(&Ping, &Ping), []);
    assert_eq!((Ping::MIN_SIZE, Ping::MAX_SIZE, Ping::ID), (0, 0, 9));
    let user = User { id: UserId("u".parse().unwrap()), seen: 7 };
    assert_eq!(crate::check::round_trip(&user, &user), [1, b'u']);
    assert_eq!(UserId::SCHEMA, Str::<8>::SCHEMA);
    let error = User::decode(&[9]).unwrap_err();
    assert_eq!((error.field(), error.message()), (Some("id"), Some("User")));
}

#[test]
fn a_value_shows_the_fields_on_the_wire() {
    let owned = bounded().encode_to_vec().unwrap();
    assert_eq!(bounded().as_borrowed().encode_to_vec().unwrap(), owned);
    let value = Value::new(Bounded::SCHEMA, &owned).unwrap();
    let Content::Struct(fields) = value.content() else { panic!("a struct") };
    let sizes: Vec<_> = fields.map(|(name, field)| (name, field.as_bytes().len())).collect();
    assert_eq!(sizes.first(), Some(&("text", 6)));
    assert_eq!(sizes.len(), 6);
    assert_eq!(sizes.iter().map(|(_, size)| size).sum::<usize>(), owned.len());
}

#[test]
fn a_slice_is_sent_without_a_copy() {
    let parts = [Part { name: "p".parse().unwrap() }, Part { name: Str::default() }];
    let value = Bounded { parts: None, ..bounded() };
    let borrowed = BoundedRef { parts: Some(SeqRef::new(&parts).unwrap()), ..value.as_borrowed() };
    let bytes = borrowed.encode_to_vec().unwrap();
    assert_eq!(Bounded::decode(&bytes).unwrap().parts.as_deref(), Some(&parts[..]));
    assert_eq!(BoundedRef::decode(&bytes).unwrap(), borrowed);
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
struct Price(u32, bool);

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = b'P', borrow)]
struct Prices {
    best: Price,
    all: Seq<Price, 4>,
    nothing_else: u8,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Plain {
    price: u32,
}

#[test]
fn a_type_may_be_its_own_borrowed_form() {
    let prices =
        Prices { best: Price(1, true), all: Seq::from([Price(2, false)]), nothing_else: 3 };
    let bytes = both_forms(&prices, &prices);
    let PricesRef { best: Price(number, flag), all, .. } = PricesRef::decode(&bytes).unwrap();
    assert_eq!((number, flag, all.get(0)), (1, true, Some(Price(2, false))));
    assert_eq!(Prices::ID, 0x50);
    // If the borrowed form is another type, its hidden field is not printed.
    let plain = Plain { price: 7 };
    assert_eq!(format!("{:?}", plain.as_borrowed()), "PlainRef { price: 7 }");
}

macro_rules! name {
    () => {
        Str<4>
    };
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct OfMacro {
    name: name!(),
    more: Option<name!()>,
}

#[test]
fn a_macro_in_the_place_of_a_type_is_borrowed() {
    let value = OfMacro { name: "ab".parse().unwrap(), more: Some("c".parse().unwrap()) };
    let bytes = both_forms(&value, &OfMacro { name: Str::default(), more: None });
    assert_eq!(OfMacroRef::decode(&bytes).unwrap().name, "ab");
}

/// A borrowed form with a name of its own, because a message has the usual name.
mod named {
    use pool_codec::prelude::*;
    use pool_codec::{Str, TlvHeader};

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(id = 1, borrow = SymbolView)]
    pub(super) struct Symbol {
        pub(super) name: Str<8>,
    }

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(id = 2, borrow = RefView)]
    pub(super) struct SymbolRef {
        pub(super) index: u32,
    }

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(id = 3, borrow)]
    pub(super) struct Both {
        #[frame(borrow = SymbolView)]
        pub(super) symbol: Option<Symbol>,
        #[frame(borrow = RefView)]
        pub(super) index: SymbolRef,
    }

    #[derive(Debug, Clone, PartialEq, FrameSet)]
    #[frames(header = TlvHeader, borrow = View)]
    pub(super) enum Set {
        #[frame(borrow = SymbolView)]
        Symbol(Symbol),
        #[frame(borrow = RefView)]
        Ref(SymbolRef),
        Both(Both),
    }
}

#[test]
fn the_borrowed_form_may_have_another_name() {
    use named::{Both, Set, Symbol, SymbolRef, View};
    use pool_codec::DecodeFrame;
    let symbol = Symbol { name: "ab".parse().unwrap() };
    let both = Both { symbol: Some(symbol), index: SymbolRef { index: 3 } };
    let bytes = both_forms(&both, &Both { symbol: None, ..both.clone() });
    let View::Both(view) = View::decode_frame(3, &bytes).unwrap() else {
        panic!("another message")
    };
    assert_eq!(view.symbol.unwrap().name, "ab");
    assert_eq!(Set::from(view.into_owned()), Set::Both(both));
}
