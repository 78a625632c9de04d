//! borsh 1: lengths of 4 bytes and variants of 1 byte. Only the lengths differ from our defaults.

use core::ops::{RangeFrom, RangeFull, RangeTo, RangeToInclusive};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use pool_codec::error::{DecodeErrorKind, EncodeErrorKind};
use pool_codec::{Decodable, Encodable};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::standard::standard;
use crate::values::{any_f32, any_f64};

struct Other;

impl<T: BorshSerialize + BorshDeserialize> Codec<T> for Other {
    fn serialize(value: &T) -> Vec<u8> {
        borsh::to_vec(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        borsh::from_slice(bytes).ok()
    }
}

shapes!(derive: [BorshSerialize, BorshDeserialize], frame: [len = u32], skip: borsh(skip));
standard!(derive: [BorshSerialize, BorshDeserialize], layout: Borsh);

/// borsh has no NaN. A range without ends has all numbers except NaNs.
#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct Floats {
    #[frame(range = f32::NEG_INFINITY..=f32::INFINITY)]
    single: f32,
    #[frame(range = f64::NEG_INFINITY..=f64::INFINITY)]
    double: f64,
}

fn floats() -> impl Strategy<Value = Floats> {
    (any_f32(), any_f64()).prop_filter_map("NaN", |(single, double)| {
        (!single.is_nan() && !double.is_nan()).then_some(Floats { single, double })
    })
}

/// Arrays with more than 32 elements, which serde has no impls for.
#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct LongArrays {
    signature: [u8; 64],
    words: [u16; 40],
}

fn long_arrays() -> impl Strategy<Value = LongArrays> {
    let words = prop::array::uniform32(any::<u16>());
    (any::<[[u8; 32]; 2]>(), words).prop_map(|(halves, some)| LongArrays {
        signature: core::array::from_fn(|index| halves[index / 32][index % 32]),
        words: core::array::from_fn(|index| some[index % 32]),
    })
}

/// A type that wincode has no impl for.
#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32)]
struct BoxedText {
    #[frame(max_len = 9)]
    text: Box<str>,
    #[frame(max_len = 9)]
    maybe: Option<Box<str>>,
}

fn boxed_text() -> impl Strategy<Value = BoxedText> {
    (text(9), prop::option::of(text(9)))
        .prop_map(|(text, maybe)| BoxedText { text: text.into(), maybe: maybe.map(Into::into) })
}

/// An enum whose variants have explicit numbers.
#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
#[borsh(use_discriminant = true)]
enum Numbered {
    Low = 3,
    High = 200,
}

/// Types that bincode or wincode have no impls for.
#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, layout = Borsh)]
struct Wrapped {
    from: RangeFrom<u16>,
    to: RangeTo<u8>,
    to_inclusive: RangeToInclusive<i64>,
    full: RangeFull,
    counted: Rc<Part>,
    shared: Arc<u64>,
    #[frame(max_len = 9)]
    text: Rc<str>,
    #[frame(max_len = 9)]
    bytes: Arc<[u8]>,
    #[frame(max_len = 3)]
    parts: Rc<[Part]>,
    #[frame(max_len = 9)]
    cow: Cow<'static, str>,
    cow_of_part: Cow<'static, Part>,
    #[frame(max_len = 9)]
    cow_of_bytes: Cow<'static, [u8]>,
}

fn wrapped() -> impl Strategy<Value = Wrapped> {
    let bytes = || list(any::<u8>(), 9);
    let contents = (text(9), bytes(), text(9), bytes());
    (any::<(u16, u8, i64, u64)>(), (part(), part(), list(part(), 3)), contents).prop_map(
        |(numbers, parts, (text, bytes, cow, cow_of_bytes))| Wrapped {
            from: numbers.0..,
            to: ..numbers.1,
            to_inclusive: ..=numbers.2,
            full: ..,
            counted: Rc::new(parts.0),
            shared: Arc::new(numbers.3),
            text: text.into(),
            bytes: bytes.into(),
            parts: parts.2.into(),
            cow: cow.into(),
            cow_of_part: Cow::Owned(parts.1),
            cow_of_bytes: cow_of_bytes.into(),
        },
    )
}

differential!(
    Other,
    numbers: Numbers = super::numbers();
    twelve: Twelve = super::twelve();
    non_zeros: NonZeros = super::non_zeros();
    floats: Floats = super::floats();
    kind: Kind = super::kind();
    part: Part = super::part();
    unit: Unit = Just(Unit);
    skipping: Skipping = super::skipping();
    growing: Growing = super::growing();
    nested: Nested = super::nested();
    order: Order = super::order();
    page: Page<Part, 3> = super::page();
    long_arrays: LongArrays = super::long_arrays();
    boxed_text: BoxedText = super::boxed_text();
    numbered: Numbered = prop_oneof![Just(Numbered::Low), Just(Numbered::High)];
    bounded: Bounded as Unbounded = super::bounded();
    words: Words = super::words();
    outcomes: Outcomes = super::outcomes();
    addresses: Addresses = super::addresses();
    ranges: Ranges = super::ranges();
    queue: Queue = super::queue();
    trees: Trees = super::trees(), except "the keys do not ascend";
    wrapped: Wrapped = super::wrapped();
);

proptest! {
    /// borsh sorts the entries of hash tables, too.
    #[test]
    fn tables_have_the_same_bytes(tables in tables()) {
        prop_assert_eq!(tables.encode_to_vec().unwrap(), borsh::to_vec(&tables).unwrap());
    }
}

proptest! {
    #[test]
    fn every_bit_pattern_of_a_float(single in any_f32(), double in any_f64(), other in floats()) {
        let bytes = [&single.to_le_bytes()[..], &double.to_le_bytes()[..]].concat();
        crate::codec::hostile::<Other, Floats, Floats>(&bytes, other, &[])?;
    }
}

#[test]
fn values_that_borsh_refuses() {
    // NaN, on encode and on decode. We keep every bit pattern, unless there is a `range`.
    let nan = f32::NAN.to_le_bytes();
    assert!(borsh::to_vec(&f32::NAN).is_err());
    assert!(borsh::from_slice::<f32>(&nan).is_err());
    assert!(f32::decode(&nan).unwrap().is_nan());
    let floats = Floats { single: f32::NAN, double: 0.0 };
    assert!(matches!(
        floats.encode_to_vec().unwrap_err().kind(),
        EncodeErrorKind::InvalidValue { .. }
    ));
    let bytes = [&nan[..], &[0; 8]].concat();
    let error = Floats::decode(&bytes).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::InvalidValue { .. }), "{error}");
    assert_eq!(error.offset(), 0);

    // Elements without bytes. We refuse them too: `Seq<(), N>` does not compile.
    assert!(borsh::from_slice::<Vec<()>>(&[2, 0, 0, 0]).is_err());
}

#[test]
fn bytes_that_only_borsh_accepts() {
    // Keys may come in any order, and the last of equal keys wins.
    let entries: Vec<(u16, u32)> = vec![(2, 20), (1, 10), (2, 21)];
    let bytes = borsh::to_vec(&entries).unwrap();
    let map: BTreeMap<u16, u32> = borsh::from_slice(&bytes).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 10), (2, 21)]);
    assert!(Sorted::decode(&bytes).is_err());
    assert_eq!(Any::decode(&bytes).unwrap().map, BTreeMap::from([(1, 10), (2, 21)]));
}

#[derive(Debug, PartialEq, Frame)]
#[frame(layout = Borsh)]
struct Sorted {
    #[frame(max_len = 4)]
    map: BTreeMap<u16, u32>,
}

#[derive(Debug, PartialEq, Frame)]
#[frame(layout = Borsh)]
struct Any {
    #[frame(max_len = 4, entries = last_wins)]
    map: BTreeMap<u16, u32>,
}
