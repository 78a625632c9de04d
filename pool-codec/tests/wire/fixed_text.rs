//! Text and numbers in ASCII of a fixed width (WIRE.md section 3).

use pool_codec::error::DecodeErrorKind;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{AsciiDec, AsciiHex, FixedStr, Seq};
use proptest::prelude::*;

/// An order as exchange protocols have it.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct Order {
    symbol: FixedStr<8>,
    account: FixedStr<4, 0>,
    quantity: AsciiDec<u32, 6>,
    price: AsciiDec<u64, 7, b' '>,
    checksum: AsciiHex<u16, 4>,
    tags: [Option<FixedStr<2>>; 2],
}

#[test]
fn golden_bytes() {
    let order = Order {
        symbol: "ACME".parse().unwrap(),
        account: "ab".parse().unwrap(),
        quantity: AsciiDec(100),
        price: AsciiDec(1_2345),
        checksum: AsciiHex(0xBEE),
        tags: [None, Some("x".parse().unwrap())],
    };
    let bytes = b"ACME    ab\x00\x00000100  123450bee\0\x01x ";
    assert_eq!(order.encode_to_vec().unwrap(), bytes);
    assert_eq!(Order::decode(bytes), Ok(order));
    assert_eq!(OrderRef::decode(bytes).unwrap().encode_to_vec().unwrap(), bytes);
    assert_eq!(OrderRef::decode(bytes).unwrap().into_owned(), order);
    assert_eq!((Order::MIN_SIZE, Order::MAX_SIZE, Order::MAX_HEAP), (31, 35, 0));
    assert_eq!(
        format!("{} {:?} {}", order.symbol, order.account, order.price),
        "ACME \"ab\" 12345"
    );
    let value = Value::new(Order::SCHEMA, bytes).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    let shown: Vec<_> = fields.map(|(_, value)| value.to_string()).take(4).collect();
    assert_eq!(shown, ["\"ACME\"", "\"ab\"", "\"000100\"", "\"  12345\""]);
    assert_eq!(<FixedStr<8>>::SCHEMA.to_string(), "str[8]");
}

#[test]
fn what_is_refused() {
    let invalid = |error: pool_codec::DecodeError| {
        matches!(error.kind(), DecodeErrorKind::InvalidValue { .. }) && error.offset() == 0
    };
    let error = FixedStr::<4>::decode(b"ab\xFF ").unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidUtf8, 2));
    assert_eq!(Value::new(<FixedStr<4>>::SCHEMA, b"ab\xFF ").unwrap_err(), error);
    for bytes in [b"  1", b"1 2", b"-12", b"12x", b"\0\x001"] {
        assert!(invalid(AsciiDec::<u32, 3>::decode(bytes).unwrap_err()), "{bytes:?}");
    }
    for bytes in [b"   ", b"012", b" 01", b"1 2"] {
        assert!(invalid(AsciiDec::<u32, 3, b' '>::decode(bytes).unwrap_err()), "{bytes:?}");
    }
    assert_eq!(AsciiDec::<u32, 3, b' '>::decode(b"  0").unwrap().0, 0);
    assert!(AsciiDec::<u8, 3>::decode(b"256").is_err());
    assert!(AsciiDec::<u128, 40>::decode(&[b'9'; 40]).is_err());
    assert!(AsciiHex::<u16, 4>::decode(b"00g0").is_err());
    let long: AsciiDec<u16, 3> = AsciiDec(1000);
    let error = long.encode_to_vec().unwrap_err().to_string();
    assert_eq!(error, "the number has more digits than its field");
    let long: AsciiHex<u16, 2> = AsciiHex(0x100);
    assert!(long.encode_to_vec().is_err());
    assert!(FixedStr::<3>::new("ABCD").is_err());
}

#[test]
fn texts_compare_by_their_content() {
    let [a, b] = ["ab", "ab   "].map(|text| FixedStr::<6>::new(text).unwrap());
    assert_eq!((a, a == "ab", &*a), (b, true, "ab"));
    assert!(FixedStr::<6>::new("B").unwrap() > FixedStr::new("A").unwrap());
    assert_eq!(FixedStr::<6>::default(), "");
    assert_eq!(FixedStr::<6>::new("é").unwrap().encode_to_vec().unwrap(), "é    ".as_bytes());
}

proptest! {
    #[test]
    fn decode_inverts_encode(
        text in "[a-zA-Z0-9 é]{0,8}", number in any::<u64>(), bytes in prop::collection::vec(any::<u8>(), 20),
    ) {
        if let Ok(text) = FixedStr::<12>::new(&text) {
            let encoded = text.encode_to_vec().unwrap();
            prop_assert_eq!(encoded.len(), 12);
            prop_assert_eq!(FixedStr::<12>::decode(&encoded).unwrap(), text);
        }
        let zeroes: AsciiDec<u64, 20> = AsciiDec(number);
        prop_assert_eq!(zeroes.encode_to_vec().unwrap(), format!("{number:020}").into_bytes());
        let spaces: AsciiDec<u64, 20, b' '> = AsciiDec(number);
        prop_assert_eq!(spaces.encode_to_vec().unwrap(), format!("{number:>20}").into_bytes());
        let hex: AsciiHex<u64, 16, true> = AsciiHex(number);
        prop_assert_eq!(hex.encode_to_vec().unwrap(), format!("{number:016X}").into_bytes());
        let all = (zeroes, spaces, hex, text.parse::<FixedStr<16>>().unwrap());
        let encoded = all.encode_to_vec().unwrap();
        prop_assert_eq!(Decodable::decode(&encoded), Ok(all));
        if let Ok(read) = AsciiDec::<u64, 20>::decode(&bytes) {
            prop_assert_eq!(read.encode_to_vec().unwrap(), bytes);
        }
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct List {
    names: Seq<FixedStr<3>, 9>,
    numbers: Seq<AsciiHex<u8, 2>, 9>,
}

#[test]
fn sequences_of_texts() {
    let bytes = b"\x02a  bcd\x02fFAb";
    let list = List::decode(bytes).unwrap();
    let borrowed = ListRef::decode(bytes).unwrap();
    assert_eq!(borrowed, list.as_borrowed());
    assert_eq!(borrowed.encode_to_vec().unwrap(), b"\x02a  bcd\x02ffab");
    assert_eq!(list.encode_to_vec().unwrap(), b"\x02a  bcd\x02ffab");
}
