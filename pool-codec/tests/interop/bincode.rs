//! bincode 1.3 with `bincode::serialize`: fixed-width little-endian integers, lengths of 8 bytes, and variants of 4
//! bytes.

use core::time::Duration;

use bincode::Options as _;
use pool_codec::Decodable;
use pool_codec::error::DecodeErrorKind;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::standard::{Parts, duration, standard};
use crate::values::{any_f32, any_f64};

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
standard!(derive: [Serialize, Deserialize], frame: [len = u64, tag = u32], ok: 0, err: 1);

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
    boxed_text: BoxedText = super::boxed_text();
    bounded: Bounded as Unbounded = super::bounded();
);

proptest! {
    #[test]
    fn a_duration_is_its_parts(wait in duration(), other in duration()) {
        crate::codec::agree::<Other, Timed, Timed>(&Timed { wait }, Timed { wait: other })?;
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
    let timed: Timed = bincode::deserialize(&bytes).unwrap();
    assert_eq!(timed.wait, Duration::from_millis(1500));
    let error = Timed::decode(&bytes).unwrap_err();
    let reason = "a second has a billion nanoseconds";
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue { reason }, 0));

    // Elements without bytes. A count alone can declare any number of them.
    assert_eq!(bincode::deserialize::<Vec<()>>(&[200, 0, 0, 0, 0, 0, 0, 0]).unwrap().len(), 200);

    // Keys may come in any order, and the last of equal keys wins. Our stand-in keeps the entries in their order.
    let entries: Vec<(u16, u32)> = vec![(2, 20), (1, 10), (2, 21)];
    let bytes = bincode::serialize(&entries).unwrap();
    let map: BTreeMap<u16, u32> = bincode::deserialize(&bytes).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, 10), (2, 21)]);
}
