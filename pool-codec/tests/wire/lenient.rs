//! Numbers that may be longer than necessary, alone and in layouts (WIRE.md section 12).

use core::ops::Bound;
use std::collections::{BTreeSet, VecDeque};
use std::net::IpAddr;

use pool_codec::layout::{Compact, CompactSize, Encode, Leb128, Lenient, Postcard, QuicVarint};
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{Bytes, Seq, Str};

use super::integers::{LARGE, LONGER, decoded, encoded, refused};

/// Lenient numbers have at most as many bytes as the largest one.
#[test]
fn lenient_layouts_accept_longer_numbers() {
    type Some = Lenient<Leb128>;
    assert_eq!(decoded::<Some, u32>(&[0x81, 0x00]), Ok(1));
    assert_eq!(decoded::<Some, u16>(&[0x81, 0x80, 0x00]), Ok(1));
    refused::<Some, u16>(&[0x81, 0x80, 0x80, 0x00], LARGE);
    assert_eq!(encoded::<Some, u16>(&1), [1]);
    assert_eq!(decoded::<Lenient<CompactSize>, u64>(&[0xFD, 1, 0]), Ok(1));
    refused::<Lenient<CompactSize>, u16>(&[0xFE, 1, 0, 0, 0], LONGER);
    assert_eq!(decoded::<Lenient<QuicVarint>, u64>(&[0x40, 0x25]), Ok(37));
    assert_eq!(decoded::<Lenient<Compact>, u32>(&[0x01, 0x00]), Ok(0));
    assert_eq!(decoded::<Some, Str<300>>(&[0x81, 0x00, b'a']), Ok("a".parse().unwrap()));
    refused::<Some, Str<100>>(&[0x81, 0x00, b'a'], LONGER);
    assert_eq!(<u64 as Encode<Some>>::ENCODING.max_size(), 10);
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Leb128, lenient)]
struct Lax {
    numbers: Seq<u32, 200>,
    names: Seq<Str<200>, 3>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, layout = Leb128, lenient)]
enum Kind {
    #[frame(tag = 1)]
    One,
}

#[test]
fn lenient_messages_are_encoded_in_the_shortest_form() {
    let bytes = [0x82, 0x00, 0x81, 0x00, 0x82, 0x80, 0x00, 0x01, 0x81, 0x00, b'a', 0x81, 0x00];
    let shortest = [2, 1, 2, 1, 1, b'a', 1];
    let owned = Lax::decode(&bytes).unwrap();
    let borrowed = LaxRef::decode(&bytes).unwrap();
    assert_eq!(owned.encode_to_vec().unwrap(), shortest);
    assert_eq!(borrowed.encode_to_vec().unwrap(), shortest);
    assert_eq!(borrowed, owned.as_borrowed());
    assert_eq!(borrowed.encoded_len(), shortest.len());
    assert!(Value::new(Lax::SCHEMA, &bytes).is_ok());
}

/// Parts whose lengths, counts and tags may be longer than necessary.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Postcard, lenient)]
struct LaxParts {
    names: Seq<Str<300>, 9>,
    results: Seq<Result<u8, u16>, 3>,
    options: Seq<Option<Bytes<300>>, 3>,
    lists: Seq<Seq<u8, 300>, 3>,
    addresses: Seq<IpAddr, 3>,
    bounds: Seq<Bound<u8>, 3>,
    chars: Seq<char, 3>,
    kinds: Seq<Kind, 3>,
    array: Box<[Str<300>; 2]>,
    #[frame(max_len = 3)]
    queue: VecDeque<Str<300>>,
    #[frame(max_len = 3)]
    set: BTreeSet<Str<300>>,
    #[frame(rest, max_len = 9)]
    rest: Vec<Str<300>>,
}

/// Two borrowed values are equal if the owned ones are, although they have different bytes.
#[test]
fn lenient_values_are_equal_in_both_forms() {
    let text = |text: &str| text.parse::<Str<300>>().unwrap();
    let parts = LaxParts {
        names: vec![text("a")].try_into().unwrap(),
        results: vec![Ok(5), Err(6)].try_into().unwrap(),
        options: vec![Some(vec![9].try_into().unwrap())].try_into().unwrap(),
        lists: vec![vec![7].try_into().unwrap()].try_into().unwrap(),
        addresses: vec![IpAddr::from([1, 2, 3, 4])].try_into().unwrap(),
        bounds: vec![Bound::Included(3)].try_into().unwrap(),
        chars: vec!['c'].try_into().unwrap(),
        kinds: vec![Kind::One].try_into().unwrap(),
        array: Box::new([text("d"), text("")]),
        queue: [text("e")].into(),
        set: [text("f")].into(),
        rest: vec![text("g"), text("")],
    };
    let shortest = parts.encode_to_vec().unwrap();
    let borrowed = LaxPartsRef::decode(&shortest).unwrap();
    let mut longer = 0;
    for (at, byte) in shortest.iter().enumerate() {
        let mut bytes = shortest.clone();
        bytes.splice(at..=at, [byte | 0x80, 0]);
        let Ok(owned) = LaxParts::decode(&bytes) else { continue };
        let other = LaxPartsRef::decode(&bytes).unwrap();
        assert_eq!(other == borrowed, owned == parts, "{bytes:?}");
        assert_eq!(other, owned.as_borrowed(), "{bytes:?}");
        longer += usize::from(owned == parts);
    }
    // Those of a bound or an enum that needs more than one byte.
    assert_eq!(longer, 15);
}
