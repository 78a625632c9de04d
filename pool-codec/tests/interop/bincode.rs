//! bincode 1.3 with `bincode::serialize`: fixed-width little-endian integers, lengths of 8 bytes, and variants of 4
//! bytes.

use core::cmp::Reverse;
use core::num::Wrapping;
use core::ops::{Bound, RangeFrom, RangeTo};
use core::time::Duration;
use std::borrow::Cow;
use std::collections::BinaryHeap;
use std::ffi::CString;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use bincode::Options as _;
use pool_codec::error::DecodeErrorKind;
use pool_codec::{Decodable, Encodable};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::standard::standard;
use crate::values::{any_f32, any_f64, duration, time};

struct Other;

impl<T: Serialize + DeserializeOwned> Codec<T> for Other {
    fn serialize(value: &T) -> Vec<u8> {
        bincode::serialize(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        // Like `bincode::deserialize`, which allows trailing bytes.
        bincode::DefaultOptions::new().with_fixint_encoding().deserialize(bytes).ok()
    }
}

shapes!(derive: [Serialize, Deserialize], frame: [len = u64, tag = u32], skip: serde(skip));
standard!(derive: [Serialize, Deserialize], layout: Bincode1);

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct Floats {
    single: f32,
    double: f64,
    letter: char,
    letters: [Option<char>; 2],
}

fn floats() -> impl Strategy<Value = Floats> {
    (any_f32(), any_f64(), any::<char>(), any::<[Option<char>; 2]>())
        .prop_map(|(single, double, letter, letters)| Floats { single, double, letter, letters })
}

/// A type that wincode has no impl for.
#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64)]
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

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct Times {
    wait: Duration,
    at: SystemTime,
}

fn times() -> impl Strategy<Value = Times> {
    (duration(), time()).prop_map(|(wait, at)| Times { wait, at })
}

/// Types that wincode or borsh have no impls for.
#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, layout = Bincode1)]
struct Wrapped {
    wrapping: Wrapping<u32>,
    reverse: Reverse<i16>,
    from: RangeFrom<u16>,
    to: RangeTo<u8>,
    bounds: (Bound<u8>, Bound<u16>),
    counted: Rc<Part>,
    shared: Arc<u64>,
    #[frame(max_len = 9)]
    text: Arc<str>,
    #[frame(max_len = 3)]
    parts: Arc<[Part]>,
    #[frame(max_len = 9)]
    cow: Cow<'static, str>,
    cow_of_part: Cow<'static, Part>,
    #[frame(max_len = 3)]
    cow_of_parts: Cow<'static, [Part]>,
    #[frame(max_len = 9)]
    c_string: CString,
}

fn bound<T: Arbitrary>() -> impl Strategy<Value = Bound<T>> {
    prop_oneof![
        Just(()).prop_map(|()| Bound::Unbounded),
        any::<T>().prop_map(Bound::Included),
        any::<T>().prop_map(Bound::Excluded),
    ]
}

fn wrapped() -> impl Strategy<Value = Wrapped> {
    let bounds = (bound(), bound());
    let parts = (part(), part(), list(part(), 3), list(part(), 3));
    let bytes = prop::collection::vec(1..=u8::MAX, 0..=9);
    (any::<(u32, i16, u16, u8, u64)>(), bounds, parts, text(9), text(9), bytes).prop_map(
        |(numbers, bounds, parts, text, cow, bytes)| Wrapped {
            wrapping: Wrapping(numbers.0),
            reverse: Reverse(numbers.1),
            from: numbers.2..,
            to: ..numbers.3,
            bounds,
            counted: Rc::new(parts.0),
            shared: Arc::new(numbers.4),
            text: text.into(),
            parts: parts.3.into(),
            cow: cow.into(),
            cow_of_part: Cow::Owned(parts.1),
            cow_of_parts: parts.2.into(),
            c_string: CString::new(bytes).unwrap(),
        },
    )
}

/// The elements are in the order of the heap.
#[derive(Debug, Clone, Frame, Serialize, Deserialize)]
#[frame(layout = Bincode1)]
struct Heap {
    #[frame(max_len = 9)]
    numbers: BinaryHeap<u16>,
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
    boxed_text: BoxedText = super::boxed_text();
    bounded: Bounded as Unbounded = super::bounded();
    words: Words = super::words();
    outcomes: Outcomes = super::outcomes();
    addresses: Addresses = super::addresses();
    ranges: Ranges = super::ranges();
    queue: Queue = super::queue();
    trees: Trees = super::trees(), except "the keys do not ascend";
    times: Times = super::times(),
        except "a second has a billion nanoseconds" "the system has no time that late";
    wrapped: Wrapped = super::wrapped();
);

proptest! {
    #[test]
    fn a_heap_is_its_elements(numbers in list(any::<u16>(), 9)) {
        let heap = Heap { numbers: numbers.into() };
        let bytes = bincode::serialize(&heap).unwrap();
        prop_assert_eq!(&heap.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(Heap::decode(&bytes).unwrap().encode_to_vec().unwrap(), bytes);
    }
}

#[test]
fn bytes_that_only_bincode_accepts() {
    // Bytes after the value.
    assert_eq!(bincode::deserialize::<u16>(&[1, 0, 9]).unwrap(), 1);
    let error = u16::decode(&[1, 0, 9]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TrailingBytes { count: 1 });

    // A billion nanoseconds or more, which are carried over to the seconds.
    let bytes = [[0; 8].as_slice(), &1_500_000_000_u32.to_le_bytes()].concat();
    assert_eq!(bincode::deserialize::<Duration>(&bytes).unwrap(), Duration::from_millis(1500));
    let error = Duration::decode(&bytes).unwrap_err();
    let reason = "a second has a billion nanoseconds";
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue { reason }, 0));

    // Elements without bytes. A count alone can declare any number of them.
    assert_eq!(bincode::deserialize::<Vec<()>>(&[200, 0, 0, 0, 0, 0, 0, 0]).unwrap().len(), 200);

    // Keys may come in any order, and the last of equal keys wins.
    let entries: Vec<(u16, u32)> = vec![(2, 20), (1, 10), (2, 21)];
    let bytes = bincode::serialize(&entries).unwrap();
    let map: BTreeMap<u16, u32> = bincode::deserialize(&bytes).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 10), (2, 21)]);
    let refused = |bytes: &[u8]| Sorted::decode(bytes).unwrap_err().to_string();
    assert_eq!(refused(&bytes), "`Sorted.map`: the keys do not ascend (at byte 14)");
    assert_eq!(Any::decode(&bytes).unwrap().map, BTreeMap::from([(1, 10), (2, 21)]));
}

#[derive(Debug, PartialEq, Frame)]
#[frame(layout = Bincode1)]
struct Sorted {
    #[frame(max_len = 4)]
    map: BTreeMap<u16, u32>,
}

#[derive(Debug, PartialEq, Frame)]
#[frame(layout = Bincode1)]
struct Any {
    #[frame(max_len = 4, entries = last_wins)]
    map: BTreeMap<u16, u32>,
}
