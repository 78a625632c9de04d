//! Arbitrary messages are within the bounds of their types.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use arbitrary::{Arbitrary, Unstructured};
use pool_codec::arbitrary::{Extent, encoding, message, messages};
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{Be, ByteStr, Bytes, BytesRef, FixedStr, LowBitBool, Seq, Str, StrRef, Tlvs, U24};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(tag = u8, borrow)]
enum Kind {
    #[frame(tag = 1)]
    Market,
    #[frame(tag = 2)]
    Limit {
        #[frame(range = 5..=9)]
        price: i16,
    },
    #[frame(other)]
    Unknown(u8, Bytes<9>),
}

fn is_even(order: &Order) -> Result<(), &'static str> {
    if order.even.is_multiple_of(2) { Ok(()) } else { Err("the number is odd") }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(validate = is_even, max_size = 4000)]
struct Order {
    #[frame(range = 1..=100)]
    amount: u32,
    even: u8,
    #[frame(max_len = 8)]
    note: String,
    #[frame(max_len = 3)]
    list: Vec<Str<5>>,
    kinds: Seq<Kind, 300>,
    memo: Bytes<4000>,
    wide: (u128, i128, f32, f64, char, Be<u64>, U24),
    flags: [bool; 3],
    low: LowBitBool,
    #[frame(default)]
    last: Option<u64>,
}

/// All types with their own `Arbitrary`.
#[derive(Debug, Clone, PartialEq, Frame, Arbitrary)]
struct Plain {
    text: Str<9>,
    bytes: Bytes<9>,
    numbers: Seq<Be<u32>, 9>,
    small: U24,
    low: LowBitBool,
    user: ByteStr<9>,
}

/// The bytes of several values together are bounded, so the longest is not made by its schema.
#[derive(Debug, Clone, PartialEq, Frame, Arbitrary)]
struct Extended {
    extensions: Tlvs<40>,
}

/// Fields that end with constant bytes, that are aligned, and that have bounds inside each other.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(untagged)]
enum Untagged {
    Short(u16),
    Long { first: u32, second: bool },
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Shaped {
    kind: u8,
    #[frame(align = 4)]
    number: u32,
    #[frame(terminated = b"\r\n", max_len = 8)]
    line: String,
    #[frame(terminated = [0, 0], max_len = 8)]
    ids: Vec<u16>,
    #[frame(max_len = [4, 3])]
    names: Vec<String>,
    #[frame(max_len = 4)]
    shared: std::sync::Arc<[Str<5>]>,
    #[frame(delimited)]
    untagged: Untagged,
    extensions: Tlvs<60>,
}

/// Integers of variable width, and fields that depend on each other.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(layout = pool_codec::layout::Postcard)]
struct Varied {
    #[frame(magic = b"VAR")]
    magic: (),
    small: u32,
    signed: i64,
    text: Str<300>,
    list: Seq<(u16, i8), 9>,
    flags: u8,
    #[frame(when = flags & 1)]
    id: Option<u64>,
    len: u8,
    #[frame(count = len, max_len = 200)]
    counted: Vec<u8>,
    #[frame(delimited)]
    inner: (u32, Str<9>),
    #[frame(terminated, max_len = 8)]
    name: String,
    fixed: FixedStr<8>,
    #[frame(max_len = 4)]
    map: std::collections::BTreeMap<u8, u16>,
    #[frame(rest, max_len = 30)]
    rest: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(layout = pool_codec::layout::Bitcoin, endian = big)]
struct Big {
    number: u32,
    text: Bytes<70_000>,
    #[frame(layout = pool_codec::layout::CompactSize)]
    compact: u64,
}

proptest! {
    #[test]
    fn messages_of_other_layouts(varied in messages::<Varied>(), big in messages::<Big>()) {
        let bytes = varied.encode_to_vec().unwrap();
        prop_assert!((Varied::MIN_SIZE..=Varied::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(Varied::decode(&bytes).unwrap(), varied);
        prop_assert_eq!(Big::decode(&big.encode_to_vec().unwrap()).unwrap(), big);
    }

    #[test]
    fn messages_of_other_shapes(shaped in messages::<Shaped>()) {
        let bytes = shaped.encode_to_vec().unwrap();
        prop_assert!((Shaped::MIN_SIZE..=Shaped::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(Shaped::decode(&bytes).unwrap(), shaped);
    }

    #[test]
    fn a_strategy_for_messages(order in messages::<Order>()) {
        prop_assert!((1..=100).contains(&order.amount) && order.even % 2 == 0 && order.note.len() <= 8);
        let bytes = order.encode_to_vec().unwrap();
        prop_assert!((Order::MIN_SIZE..=Order::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(Order::decode(&bytes).unwrap(), order);
    }

    #[test]
    fn any_bytes_make_a_value(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut u = Unstructured::new(&bytes);
        let plain = Plain::arbitrary(&mut u).unwrap();
        prop_assert_eq!(&Plain::decode(&plain.encode_to_vec().unwrap()).unwrap(), &plain);
        let extended = Extended::arbitrary(&mut Unstructured::new(&bytes)).unwrap();
        prop_assert_eq!(&Extended::decode(&extended.encode_to_vec().unwrap()).unwrap(), &extended);
        let mut u = Unstructured::new(&bytes);
        let _ = (StrRef::<9>::arbitrary(&mut u).unwrap(), BytesRef::<9>::arbitrary(&mut u).unwrap());
        if let Ok(order) = message::<Order>(&mut Unstructured::new(&bytes)) {
            prop_assert!(order.encode_to_vec().unwrap().len() <= Order::MAX_SIZE);
        }
        for extent in [Extent::Shortest, Extent::Longest, Extent::Any] {
            let encoded = encoding(Order::SCHEMA, extent, &mut Unstructured::new(&bytes)).unwrap();
            prop_assert!(Value::new(Order::SCHEMA, &encoded).is_ok());
        }
    }
}

/// Both extremes are attained, and every variant occurs.
#[test]
fn extremes_and_variants() {
    let mut none = Unstructured::new(&[]);
    assert_eq!(
        encoding(Plain::SCHEMA, Extent::Shortest, &mut none).unwrap().len(),
        Plain::MIN_SIZE
    );
    assert_eq!(encoding(Plain::SCHEMA, Extent::Longest, &mut none).unwrap().len(), Plain::MAX_SIZE);
    let mut seen = [false; 3];
    for byte in 0..=u8::MAX {
        let bytes = [byte; 40];
        match message::<Kind>(&mut Unstructured::new(&bytes)).unwrap() {
            Kind::Market => seen[0] = true,
            Kind::Limit { price } => seen[1] = (5..=9).contains(&price),
            Kind::Unknown(tag, _) => seen[2] = tag != 1 && tag != 2,
        }
    }
    assert_eq!(seen, [true; 3]);
}
