//! borsh 1: lengths of 4 bytes, variants of 1, which are our defaults but for the lengths.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::codec::{Codec, differential};
use crate::shapes::shapes;
use crate::values::{any_f32, any_f64};

struct Borsh;

impl<T: BorshSerialize + BorshDeserialize> Codec<T> for Borsh {
    fn serialize(value: &T) -> Vec<u8> {
        borsh::to_vec(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        borsh::from_slice(bytes).ok()
    }
}

shapes!(derive: [BorshSerialize, BorshDeserialize], frame: [len = u32]);

/// borsh has no NaN; an endless range has all numbers and none of them.
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

differential!(
    Borsh,
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
