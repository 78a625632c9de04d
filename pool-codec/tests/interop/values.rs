//! Values of the types in the shapes.

use core::time::Duration;
use std::time::SystemTime;

use pool_codec::{Bytes, Seq, Str};
use proptest::prelude::*;

/// Generates text of at most `max` bytes, mostly ASCII.
pub(crate) fn text(max: usize) -> impl Strategy<Value = String> {
    prop_oneof![4 => "[ -~]{0,40}", 1 => "[a-zéß漢]{0,20}"].prop_map(move |mut text| {
        while text.len() > max {
            text.pop();
        }
        text
    })
}

pub(crate) fn list<T: core::fmt::Debug>(
    element: impl Strategy<Value = T>,
    max: usize,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(element, 0..=max)
}

pub(crate) fn str_of<const N: usize>() -> impl Strategy<Value = Str<N>> {
    text(N).prop_map(|text| text.parse().unwrap())
}

pub(crate) fn bytes_of<const N: usize>() -> impl Strategy<Value = Bytes<N>> {
    list(any::<u8>(), N).prop_map(|bytes| bytes.try_into().unwrap())
}

pub(crate) fn seq_of<T: core::fmt::Debug, const N: usize>(
    element: impl Strategy<Value = T>,
) -> impl Strategy<Value = Seq<T, N>> {
    list(element, N).prop_map(|elements| elements.try_into().unwrap())
}

/// Generates every bit pattern, including those of NaNs.
pub(crate) fn any_f32() -> impl Strategy<Value = f32> {
    prop_oneof![Just(f32::NAN), any::<u32>().prop_map(f32::from_bits)]
}

/// Generates every bit pattern, including those of NaNs.
pub(crate) fn any_f64() -> impl Strategy<Value = f64> {
    prop_oneof![Just(f64::NAN), any::<u64>().prop_map(f64::from_bits)]
}

pub(crate) fn duration() -> impl Strategy<Value = Duration> {
    (any::<u64>(), 0..1_000_000_000_u32).prop_map(|(secs, nanos)| Duration::new(secs, nanos))
}

/// Generates times that every system has.
pub(crate) fn time() -> impl Strategy<Value = SystemTime> {
    (0..1_u64 << 40, 0..1_000_000_000_u32)
        .prop_map(|(secs, nanos)| SystemTime::UNIX_EPOCH + Duration::new(secs, nanos))
}
