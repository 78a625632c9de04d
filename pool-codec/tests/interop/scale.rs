//! SCALE, as `parity-scale-codec` has it: lengths in the compact form, and numbers of a fixed width.

use core::ops::{Range, RangeInclusive};
use core::time::Duration;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use parity_scale_codec::{Decode, Encode};
use pool_codec::Frame;
use pool_codec::layout::{Compact, Scale};
use proptest::prelude::*;

use crate::codec::{Codec, differential};
use crate::values::{duration, list, text};

struct Other;

impl<T: Encode + Decode> Codec<T> for Other {
    fn serialize(value: &T) -> Vec<u8> {
        value.encode()
    }

    fn deserialize(mut bytes: &[u8]) -> Option<T> {
        let value = T::decode(&mut bytes).ok()?;
        bytes.is_empty().then_some(value)
    }
}

#[derive(Debug, Clone, PartialEq, Frame, Encode, Decode)]
#[frame(borrow, layout = Scale)]
struct Numbers {
    unsigned: (u8, u16, u32, u64, u128),
    signed: (i8, i16, i32, i64, i128),
    flag: bool,
    maybe: Option<u32>,
    result: Result<u8, u16>,
    array: [u16; 3],
    boxed: Box<u32>,
    wait: Duration,
    range: Range<u16>,
    inclusive: RangeInclusive<u8>,
    #[codec(compact)]
    #[frame(layout = Compact)]
    small: u32,
    #[codec(compact)]
    #[frame(layout = Compact)]
    wide: u64,
    #[codec(compact)]
    #[frame(layout = Compact)]
    wider: u128,
}

fn numbers() -> impl Strategy<Value = Numbers> {
    let fixed = any::<((u8, u16, u32, u64, u128), (i8, i16, i32, i64, i128), bool)>();
    let parts = any::<(Option<u32>, Result<u8, u16>, [u16; 3], u32, Range<u16>, (u8, u8))>();
    (fixed, parts, duration(), any::<u128>(), 0..128_u32).prop_map(
        |((unsigned, signed, flag), parts, wait, number, shift)| {
            let (maybe, result, array, boxed, range, (first, last)) = parts;
            let number = number >> shift;
            Numbers {
                unsigned,
                signed,
                flag,
                maybe,
                result,
                array,
                boxed: Box::new(boxed),
                wait,
                range,
                inclusive: first..=last,
                small: number as u32,
                wide: number as u64,
                wider: number,
            }
        },
    )
}

#[derive(Debug, Clone, PartialEq, Frame, Encode, Decode)]
#[frame(borrow, layout = Scale)]
enum Growing {
    #[frame(tag = 0)]
    Nothing,
    #[frame(tag = 1)]
    Text(#[frame(max_len = 300)] String),
    #[frame(tag = 2)]
    Lists {
        #[frame(max_len = 300)]
        bytes: Vec<u8>,
        #[frame(max_len = 70)]
        numbers: Vec<u32>,
        #[frame(max_len = 3)]
        queue: VecDeque<u16>,
        #[frame(max_len = 3)]
        map: BTreeMap<u16, u32>,
        #[frame(max_len = 3)]
        set: BTreeSet<u8>,
    },
}

fn growing() -> impl Strategy<Value = Growing> {
    let map = prop::collection::btree_map(any::<u16>(), any::<u32>(), 0..=3);
    let set = prop::collection::btree_set(any::<u8>(), 0..=3);
    let lists = (list(any::<u8>(), 300), list(any::<u32>(), 70), list(any::<u16>(), 3), map, set);
    prop_oneof![
        Just(Growing::Nothing),
        text(300).prop_map(Growing::Text),
        lists.prop_map(|(bytes, numbers, queue, map, set)| Growing::Lists {
            bytes,
            numbers,
            queue: queue.into(),
            map,
            set,
        }),
    ]
}

differential!(
    Other,
    numbers: Numbers = super::numbers(), except "the number has a shorter encoding";
    growing: Growing = super::growing(), except "the keys do not ascend";
);
