//! Arbitrary messages are within the bounds of their types.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use arbitrary::{Arbitrary, Unstructured};
use pool_codec::arbitrary::{Extent, encoding, message, messages};
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{Be, Bytes, BytesRef, LowBitBool, Seq, Str, StrRef, U24};
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
    if order.even % 2 == 0 { Ok(()) } else { Err("the number is odd") }
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
}

proptest! {
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
