//! wincode's default configuration, which is bincode 1.3's.

use wincode::config::DefaultConfig;
use wincode::{SchemaRead, SchemaWrite};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::values::{any_f32, any_f64};

struct Wincode;

impl<T> Codec<T> for Wincode
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

shapes!(derive: [SchemaWrite, SchemaRead], frame: [len = u64, tag = u32]);

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

differential!(
    Wincode,
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
