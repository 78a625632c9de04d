//! wincode with its default configuration, which equals that of bincode 1.3.

use core::time::Duration;

use pool_codec::Decodable;
use pool_codec::error::DecodeErrorKind;
use wincode::config::DefaultConfig;
use wincode::{SchemaRead, SchemaWrite};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::standard::{Parts, duration, standard};
use crate::values::{any_f32, any_f64};

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
standard!(derive: [SchemaWrite, SchemaRead], frame: [len = u64, tag = u32], ok: 0, err: 1);

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
struct Timed {
    #[frame(with = Parts)]
    wait: Duration,
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
);

proptest! {
    #[test]
    fn a_duration_is_its_parts(wait in duration(), other in duration()) {
        crate::codec::agree::<Other, Timed, Timed>(&Timed { wait }, Timed { wait: other })?;
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
    let timed: Timed = wincode::deserialize_exact(&bytes).unwrap();
    assert_eq!(timed.wait, Duration::from_millis(1500));
    assert!(matches!(
        Timed::decode(&bytes).unwrap_err().kind(),
        DecodeErrorKind::InvalidValue { .. }
    ));

    // Elements without bytes. A count alone can declare any number of them.
    let bytes = [200, 0, 0, 0, 0, 0, 0, 0];
    assert_eq!(wincode::deserialize_exact::<Vec<()>>(&bytes).unwrap().len(), 200);

    // Keys may come in any order, and the last of equal keys wins. Our stand-in keeps the entries in their order.
    let entries: Vec<(u16, u32)> = vec![(2, 20), (1, 10), (2, 21)];
    let bytes = wincode::serialize(&entries).unwrap();
    let map: BTreeMap<u16, u32> = wincode::deserialize_exact(&bytes).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 10), (2, 21)]);
}
