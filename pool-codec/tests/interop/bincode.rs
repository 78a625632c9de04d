//! bincode 1.3: `bincode::serialize`, so fixed-width little-endian integers, lengths of 8 bytes and
//! variants of 4.

use bincode::Options as _;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::values::{any_f32, any_f64};

struct Bincode;

impl<T: Serialize + DeserializeOwned> Codec<T> for Bincode {
    fn serialize(value: &T) -> Vec<u8> {
        bincode::serialize(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        // As `bincode::deserialize`, which lets bytes trail.
        bincode::DefaultOptions::new().with_fixint_encoding().deserialize(bytes).ok()
    }
}

shapes!(derive: [Serialize, Deserialize], frame: [len = u64, tag = u32]);

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

differential!(
    Bincode,
    numbers: Numbers = super::numbers();
    non_zeros: NonZeros = super::non_zeros();
    floats: Floats = super::floats();
    kind: Kind = super::kind();
    part: Part = super::part();
    unit: Unit = Just(Unit);
    growing: Growing = super::growing();
    nested: Nested = super::nested();
    order: Order = super::order();
    page: Page<Part, 3> = super::page();
    bounded: Bounded as Unbounded = super::bounded();
);
