//! wincode with its default configuration, which equals that of bincode 1.3.

use core::ops::Bound;
use core::time::Duration;
use std::collections::BinaryHeap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use pool_codec::error::DecodeErrorKind;
use pool_codec::{Decodable, Encodable};
use wincode::config::DefaultConfig;
use wincode::{SchemaRead, SchemaWrite};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::standard::standard;
use crate::values::{any_f32, any_f64, duration, time};

struct Other;

impl<T> Codec<T> for Other
where
    T: SchemaWrite<DefaultConfig, Src = T>,
    T: for<'bytes> SchemaRead<'bytes, DefaultConfig, Dst = T>,
{
    fn serialize(value: &T) -> Vec<u8> {
        wincode::serialize(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        wincode::deserialize_exact(bytes).ok()
    }
}

shapes!(derive: [SchemaWrite, SchemaRead], frame: [len = u64, tag = u32], skip: wincode(skip));
standard!(derive: [SchemaWrite, SchemaRead], layout: Bincode1);

#[derive(Debug, Clone, Copy, PartialEq, Frame, SchemaWrite, SchemaRead)]
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

/// Arrays with more than 32 elements, which serde has no impls for.
#[derive(Debug, Clone, Copy, PartialEq, Frame, SchemaWrite, SchemaRead)]
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

/// An enum whose variants have explicit numbers.
#[derive(Debug, Clone, Copy, PartialEq, Frame, SchemaWrite, SchemaRead)]
#[frame(borrow, tag = u32)]
enum Numbered {
    #[wincode(tag = 3)]
    Low = 3,
    #[wincode(tag = 70_000)]
    High = 70_000,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, SchemaWrite, SchemaRead)]
#[frame(borrow)]
struct Times {
    wait: Duration,
    at: SystemTime,
}

fn times() -> impl Strategy<Value = Times> {
    (duration(), time()).prop_map(|(wait, at)| Times { wait, at })
}

/// Types that borsh has no impls for.
#[derive(Debug, Clone, PartialEq, Frame, SchemaWrite, SchemaRead)]
#[frame(borrow, layout = Bincode1)]
struct Wrapped {
    bounds: (Bound<u8>, Bound<u16>),
    counted: Rc<Part>,
    shared: Arc<u64>,
}

fn wrapped() -> impl Strategy<Value = Wrapped> {
    let bound = || {
        prop_oneof![
            Just(Bound::Unbounded),
            any::<u8>().prop_map(Bound::Included),
            any::<u8>().prop_map(Bound::Excluded),
        ]
    };
    (bound(), bound(), part(), any::<u64>()).prop_map(|(first, second, part, number)| Wrapped {
        bounds: (first, second.map(u16::from)),
        counted: Rc::new(part),
        shared: Arc::new(number),
    })
}

/// The elements are in the order of the heap.
#[derive(Debug, Clone, Frame, SchemaWrite, SchemaRead)]
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
    long_arrays: LongArrays = super::long_arrays();
    numbered: Numbered = prop_oneof![Just(Numbered::Low), Just(Numbered::High)];
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
        let bytes = wincode::serialize(&heap).unwrap();
        prop_assert_eq!(&heap.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(Heap::decode(&bytes).unwrap().encode_to_vec().unwrap(), bytes);
    }
}

#[test]
fn bytes_that_only_wincode_accepts() {
    // Bytes after the value, unless it is told to read all of them.
    assert_eq!(wincode::deserialize::<u16>(&[1, 0, 9]).unwrap(), 1);
    assert!(wincode::deserialize_exact::<u16>(&[1, 0, 9]).is_err());
    let error = u16::decode(&[1, 0, 9]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TrailingBytes { count: 1 });

    // A billion nanoseconds or more, which are carried over to the seconds.
    let bytes = [[0; 8].as_slice(), &1_500_000_000_u32.to_le_bytes()].concat();
    let wait: Duration = wincode::deserialize_exact(&bytes).unwrap();
    assert_eq!(wait, Duration::from_millis(1500));
    assert!(matches!(
        Duration::decode(&bytes).unwrap_err().kind(),
        DecodeErrorKind::InvalidValue { .. }
    ));

    // Elements without bytes. A count alone can declare any number of them.
    let bytes = [200, 0, 0, 0, 0, 0, 0, 0];
    assert_eq!(wincode::deserialize_exact::<Vec<()>>(&bytes).unwrap().len(), 200);

    // Keys may come in any order, and the last of equal keys wins.
    let entries: Vec<(u16, u32)> = vec![(2, 20), (1, 10), (2, 21)];
    let bytes = wincode::serialize(&entries).unwrap();
    let map: BTreeMap<u16, u32> = wincode::deserialize_exact(&bytes).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 10), (2, 21)]);
    assert!(Sorted::decode(&bytes).is_err());
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
