//! Messages of every type with random values, damaged and cut.

use pool_codec::prelude::*;
use pool_codec::schema::{Value, Variant};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

use super::messages::*;
use super::spec::{LAYOUTS, any_message};
use crate::judge::{Judged, damage, damaged, every_flipped_bit, same_meaning};

/// Checks a message that matches the specification.
fn valid(bytes: &[u8]) -> TestCaseResult {
    let message = Message::decode(bytes).unwrap();
    prop_assert_eq!(&message.encode_to_vec().unwrap(), bytes);
    prop_assert!(Value::new(Message::SCHEMA, bytes).is_ok());
    // The crate does not have the types `h` and `O`.
    prop_assert_eq!(Message::read(bytes).is_some(), !b"hO".contains(&bytes[0]));
    for end in 0..=bytes.len() {
        same_meaning::<Message>(&bytes[..end])?;
    }
    Ok(())
}

#[test]
fn every_type_means_the_same() {
    for layout in &LAYOUTS {
        let mut runner = TestRunner::new(Config::with_cases(100));
        runner.run(&layout.message(), |bytes| valid(&bytes)).unwrap();
    }
}

#[test]
fn flipped_bits_mean_the_same_or_nothing() {
    let mut runner = TestRunner::default();
    for layout in &LAYOUTS {
        let bytes = layout.message().new_tree(&mut runner).unwrap().current();
        every_flipped_bit(&Message::decode(&bytes).unwrap()).unwrap();
    }
}

#[test]
fn the_sizes_are_those_of_the_specification() {
    assert_eq!(Message::SCHEMA.variants().len(), LAYOUTS.len());
    for layout in &LAYOUTS {
        let is_this = |variant: &&Variant| variant.tag == u64::from(layout.kind);
        let [field] = Message::SCHEMA.variants().iter().find(is_this).unwrap().fields else {
            panic!("a message is one struct");
        };
        let schema = field.schema();
        assert_eq!((1 + schema.min_size(), 1 + schema.max_size()), (layout.len, layout.len));
    }
    let longest = LAYOUTS.iter().map(|layout| layout.len).max();
    assert_eq!(Some(Message::MAX_SIZE), longest);
}

proptest! {
    #[test]
    fn damaged_bytes_mean_the_same_or_nothing(bytes in any_message(), damage in damage()) {
        same_meaning::<Message>(&damaged(bytes, &damage))?;
    }

    #[test]
    fn any_bytes_mean_the_same_or_nothing(
        layout in 0..LAYOUTS.len(),
        mut bytes in prop::collection::vec(prop_oneof![any::<u8>(), 0x20..0x7F_u8], 1..52),
    ) {
        bytes[0] = LAYOUTS[layout].kind;
        same_meaning::<Message>(&bytes)?;
    }
}

/// The messages that the crate does not have, by hand.
#[test]
fn messages_of_other_kinds() {
    let stamp = Stamp {
        stock_locate: 0x0102,
        tracking_number: 3,
        time: 0x0405_0607_0809_u64.try_into().unwrap(),
    };
    let halt = OperationalHalt {
        stamp,
        stock: "ACME".parse().unwrap(),
        market: MarketCode::Bx,
        action: HaltAction::Resumed,
    };
    let bytes = b"h\x01\x02\0\x03\x04\x05\x06\x07\x08\x09ACME    BT";
    assert_eq!(Message::decode(bytes), Ok(Message::OperationalHalt(halt)));

    let listing = DirectListing {
        stamp,
        stock: "ACME".parse().unwrap(),
        open_eligibility: YesNo::Yes,
        minimum_price: Price4(1),
        maximum_price: Price4(2),
        near_execution_price: Price4(3),
        near_execution_time: 4,
        lower_collar: Price4(5),
        upper_collar: Price4(0x0607_0809),
    };
    let bytes = b"O\x01\x02\0\x03\x04\x05\x06\x07\x08\x09ACME    Y\
        \0\0\0\x01\0\0\0\x02\0\0\0\x03\0\0\0\0\0\0\0\x04\0\0\0\x05\x06\x07\x08\x09";
    assert_eq!(Message::decode(bytes), Ok(Message::DirectListing(listing)));
}
