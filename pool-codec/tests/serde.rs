//! Wire types, messages and values in formats of serde.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{
    AsciiDec, AsciiHex, Be, ByteStr, Bytes, BytesRef, FixedStr, I24, LowBitBool, Seq, Str, StrRef,
    Tlv, Tlvs, U24, U40, U48, U56,
};
use serde::{Deserialize, Serialize};
use serde_json::{from_str, json, to_value};

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct Level {
    price: Be<u32>,
    size: U24,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(tag = u8, borrow, derive(Serialize))]
enum Kind {
    #[frame(tag = 1)]
    Market,
    #[frame(tag = 2)]
    Limit { price: u64 },
    #[frame(tag = 3)]
    Stop(u16, bool),
    #[frame(tag = 4)]
    Named(Str<9>),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(tag = u8, copy)]
enum Side {
    #[frame(tag = 1)]
    Bid,
    #[frame(other)]
    Other(u8),
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(id = 1, borrow, derive(Serialize))]
struct Order {
    owner: Str<20>,
    memo: Bytes<9>,
    levels: Seq<(u8, u16), 3>,
    kinds: Seq<Kind, 9>,
    #[frame(copy)]
    sides: [Side; 2],
    hidden: LowBitBool,
    delta: i128,
    wide: u128,
    ratio: f64,
    letter: char,
    note: Option<Str<9>>,
    user: ByteStr<9>,
    extensions: Tlvs<60>,
}

fn order() -> Order {
    let kinds = [
        Kind::Market,
        Kind::Limit { price: 7 },
        Kind::Stop(1, true),
        Kind::Named("x".parse().unwrap()),
    ];
    Order {
        owner: "Zoë".parse().unwrap(),
        memo: Bytes::from([0xAB, 0x01]),
        levels: Seq::from([(1, 2)]),
        kinds: Seq::new(kinds.to_vec()).unwrap(),
        sides: [Side::Bid, Side::Other(9)],
        hidden: LowBitBool(true),
        delta: -5,
        wide: 7,
        ratio: 0.5,
        letter: 'ß',
        note: None,
        user: ByteStr::new(b"\xE9").unwrap(),
        extensions: Tlvs::new([Tlv { extension: 2, field: 1, value: b"\x05" }]).unwrap(),
    }
}

/// A message, its borrowed form, and its encoding read by the schema have the same JSON.
#[test]
fn one_form_for_all() {
    let expected = json!({
        "owner": "Zoë",
        "memo": "ab01",
        "levels": [[1, 2]],
        "kinds": ["Market", { "Limit": { "price": 7 } }, { "Stop": [1, true] }, { "Named": "x" }],
        "sides": ["Bid", { "Other": 9 }],
        "hidden": true,
        "delta": -5,
        "wide": 7,
        "ratio": 0.5,
        "letter": "ß",
        "note": null,
        "user": "e9",
        "extensions": [{ "extension": 2, "field": 1, "value": "05" }],
    });
    let order = order();
    let encoded = order.encode_to_vec().unwrap();
    let value = Value::new(Order::SCHEMA, &encoded).unwrap();
    let owned = serde_json::to_string(&order).unwrap();
    assert_eq!(from_str::<serde_json::Value>(&owned).unwrap(), expected);
    assert_eq!(serde_json::to_string(&order.as_borrowed()).unwrap(), owned);
    assert_eq!(serde_json::to_string(&value).unwrap(), owned);
    assert_eq!(from_str::<Order>(&owned).unwrap(), order);
}

#[test]
fn compact_formats() {
    let order = order();
    let bytes = postcard::to_allocvec(&order).unwrap();
    assert_eq!(postcard::from_bytes::<Order>(&bytes).unwrap(), order);
    assert_eq!(postcard::to_allocvec(&order.as_borrowed()).unwrap(), bytes);
    // Bytes are bytes: a length and the content.
    assert_eq!(postcard::to_allocvec(&order.memo).unwrap(), [2, 0xAB, 1]);
    assert_eq!(postcard::from_bytes::<BytesRef<'_, 9>>(&[2, 0xAB, 1]).unwrap(), [0xAB, 1]);
    // A value is its own encoding.
    let encoded = order.encode_to_vec().unwrap();
    let value = Value::new(Order::SCHEMA, &encoded).unwrap();
    assert_eq!(
        postcard::to_allocvec(&value).unwrap(),
        postcard::to_allocvec(&serde_bytes(&encoded)).unwrap()
    );
}

fn serde_bytes(bytes: &[u8]) -> Bytes<65_535> {
    Bytes::new(bytes).unwrap()
}

#[test]
fn bounds_are_kept() {
    assert!(from_str::<Str<3>>("\"abcd\"").unwrap_err().to_string().contains("exceeds"));
    assert!(from_str::<StrRef<'_, 3>>("\"abcd\"").is_err());
    assert_eq!(from_str::<StrRef<'_, 3>>("\"abc\"").unwrap(), "abc");
    assert!(from_str::<Bytes<2>>("\"aabbcc\"").is_err());
    assert!(from_str::<ByteStr<2>>("\"aabbcc\"").is_err());
    let tlv = r#"{"extension":1,"field":2,"value":"aabbcc"}"#;
    assert_eq!(from_str::<Tlvs<8>>(&format!("[{tlv}]")).unwrap().encoded_len(), 8);
    assert!(from_str::<Tlvs<15>>(&format!("[{tlv},{tlv}]")).is_err());
    assert!(from_str::<Tlvs<8>>(r#"[{"extension":1,"field":2}]"#).is_err());
    assert!(from_str::<Bytes<2>>("\"aabbc\"").is_err());
    assert!(from_str::<Bytes<2>>("\"aab\"").is_err(), "an odd number of digits");
    assert!(from_str::<Bytes<2>>("\"xx\"").is_err());
    assert!(from_str::<Bytes<2>>(&format!("\"{}\"", "0".repeat(1 << 20))).is_err());
    assert!(
        from_str::<Seq<u8, 2>>("[1, 2, 3]").unwrap_err().to_string().contains("at most 2 elements")
    );
    assert!(from_str::<U24>("16777216").is_err());
    assert_eq!(from_str::<U24>("16777215").unwrap().get(), 0xFF_FFFF);
    assert!(postcard::from_bytes::<Bytes<2>>(&[3, 1, 2, 3]).is_err());
    assert!(postcard::from_bytes::<Seq<u64, 9>>(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]).is_err());
    assert_eq!(
        to_value(Level { price: Be(7), size: U24::new(1).unwrap() }).unwrap(),
        json!({"price": 7, "size": 1})
    );
}

#[test]
fn numbers_above_64_bits() {
    let value = Value::new(u128::SCHEMA, &[0xFF; 16]).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), u128::MAX.to_string());
    let smallest = i128::MIN.to_le_bytes();
    let value = Value::new(i128::SCHEMA, &smallest).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), i128::MIN.to_string());
}

#[derive(Frame)]
struct Empty;

#[derive(Frame)]
struct Pair(u8, u16);

#[derive(Frame)]
#[frame(tag = u16)]
enum Kept {
    #[frame(tag = 1)]
    One,
    #[frame(other)]
    Unknown { _tag: u16, _body: Bytes<9> },
}

#[test]
fn shapes_of_values() {
    let json = |value: Value<'_>| to_value(value).unwrap();
    assert_eq!(json(Value::new(Empty::SCHEMA, &[]).unwrap()), json!({}));
    assert_eq!(json(Value::new(Pair::SCHEMA, &[1, 2, 0]).unwrap()), json!([1, 2]));
    assert_eq!(json(Value::new(<[u8; 2]>::SCHEMA, &[1, 2]).unwrap()), json!("0102"));
    assert_eq!(json(Value::new(<[u16; 1]>::SCHEMA, &[1, 2]).unwrap()), json!([513]));
    assert_eq!(json(Value::new(Kept::SCHEMA, &[1, 0]).unwrap()), json!("One"));
    let unknown = json(Value::new(Kept::SCHEMA, &[5, 0, 1, 0xFF]).unwrap());
    assert_eq!(unknown, json!({ "Unknown": { "tag": 5, "_body": "ff" } }));
}

#[derive(Debug, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, derive(Serialize))]
struct Table {
    numbers: Box<[u16; 3]>,
}

#[test]
fn an_array_in_a_box_is_an_array() {
    let table = Table { numbers: Box::new([1, 2, 3]) };
    let value = to_value(&table).unwrap();
    assert_eq!(value, json!({ "numbers": [1, 2, 3] }));
    assert_eq!(to_value(table.as_borrowed()).unwrap(), value);
    let bytes = bincode::serialize(&table).unwrap();
    assert_eq!(bincode::serialize(&table.as_borrowed()).unwrap(), bytes);
    assert_eq!(from_str::<Table>(&value.to_string()).unwrap(), table);
}

/// What a type of a fixed width cannot hold is an error.
#[test]
fn odd_widths_and_fixed_text() {
    let value = (U24::MAX, I24::MIN, U40::MAX, U48::MAX, U56::MAX);
    let text = to_value(value).unwrap();
    assert_eq!(
        text,
        json!([0xFF_FFFF, -0x80_0000, (1_u64 << 40) - 1, (1_u64 << 48) - 1, (1_u64 << 56) - 1])
    );
    assert_eq!(from_str::<(U24, I24, U40, U48, U56)>(&text.to_string()).unwrap(), value);
    assert!(from_str::<I24>("8388608").is_err());
    assert!(from_str::<U40>("1099511627776").is_err());
    let error = from_str::<U48>("281474976710656").unwrap_err().to_string();
    assert!(error.contains("expected 48 bits"), "{error}");

    let symbol: FixedStr<8> = from_str(r#""ACME""#).unwrap();
    assert_eq!((&*symbol, to_value(symbol).unwrap()), ("ACME", json!("ACME")));
    assert!(from_str::<FixedStr<3>>(r#""ACME""#).is_err());
    let digits = (AsciiDec::<u32, 6>(41), AsciiHex::<u16, 4>(0xAB));
    assert_eq!(to_value(digits).unwrap(), json!([41, 0xAB]));
    assert_eq!(from_str::<AsciiDec<u32, 6>>("41").unwrap(), AsciiDec(41));
}
