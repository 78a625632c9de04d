//! Types of the standard library without a wire type of ours, and our stand-ins for them.

use core::time::Duration;

use pool_codec::Adapter;
use proptest::prelude::*;

/// Seconds and nanoseconds, the parts of a `Duration` in serde and wincode.
pub(crate) struct Parts;

impl Adapter<Duration> for Parts {
    type Wire = (u64, u32);

    fn to_wire(duration: &Duration) -> Result<(u64, u32), &'static str> {
        Ok((duration.as_secs(), duration.subsec_nanos()))
    }

    fn from_wire((secs, nanos): (u64, u32)) -> Result<Duration, &'static str> {
        if nanos < 1_000_000_000 {
            Ok(Duration::new(secs, nanos))
        } else {
            Err("a second has a billion nanoseconds")
        }
    }
}

pub(crate) fn duration() -> impl Strategy<Value = Duration> {
    (any::<u64>(), 0..1_000_000_000_u32).prop_map(|(secs, nanos)| Duration::new(secs, nanos))
}

macro_rules! standard {
    (derive: [$($derive:path),+], frame: [$($frame:tt)*], ok: $ok:literal, err: $err:literal) => {
        use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
        use std::collections::{BTreeMap, BTreeSet};

        /// The stand-in for `Result<u8, u16>`.
        #[derive(Debug, Clone, Copy, PartialEq, Frame)]
        #[frame(borrow, $($frame)*)]
        enum Outcome {
            #[frame(tag = $ok)]
            Done(u8),
            #[frame(tag = $err)]
            Failed(u16),
        }

        /// The stand-in for `IpAddr`.
        #[derive(Debug, Clone, PartialEq, Frame)]
        #[frame(borrow, $($frame)*)]
        enum Address {
            #[frame(tag = 0)]
            V4([u8; 4]),
            #[frame(tag = 1)]
            V6([u8; 16]),
        }

        #[derive(Debug, Clone, PartialEq, Frame)]
        #[frame(borrow, $($frame)*)]
        struct StandIns {
            size: u64,
            offset: i64,
            outcome: Outcome,
            address: Address,
            #[frame(max_len = 4)]
            map: Vec<(u16, Str<4>)>,
            #[frame(max_len = 4)]
            set: Vec<u32>,
        }

        #[derive(Debug, Clone, PartialEq, $($derive),+)]
        struct Standard {
            size: usize,
            offset: isize,
            outcome: Result<u8, u16>,
            address: IpAddr,
            map: BTreeMap<u16, String>,
            set: BTreeSet<u32>,
        }

        impl From<StandIns> for Standard {
            fn from(ours: StandIns) -> Self {
                Self {
                    size: ours.size.try_into().unwrap(),
                    offset: ours.offset.try_into().unwrap(),
                    outcome: match ours.outcome {
                        Outcome::Done(value) => Ok(value),
                        Outcome::Failed(error) => Err(error),
                    },
                    address: match ours.address {
                        Address::V4(bytes) => Ipv4Addr::from(bytes).into(),
                        Address::V6(bytes) => Ipv6Addr::from(bytes).into(),
                    },
                    map: ours.map.into_iter().map(|(key, text)| (key, text.to_string())).collect(),
                    set: ours.set.into_iter().collect(),
                }
            }
        }

        /// Maps and sets are written in the order of their keys.
        fn stand_ins() -> impl Strategy<Value = StandIns> {
            let outcome = prop_oneof![
                any::<u8>().prop_map(Outcome::Done),
                any::<u16>().prop_map(Outcome::Failed),
            ];
            let address = prop_oneof![
                any::<[u8; 4]>().prop_map(Address::V4),
                any::<[u8; 16]>().prop_map(Address::V6),
            ];
            let map = prop::collection::btree_map(any::<u16>(), str_of(), 0..=4);
            let set = prop::collection::btree_set(any::<u32>(), 0..=4);
            (any::<(u64, i64)>(), outcome, address, map, set).prop_map(
                |((size, offset), outcome, address, map, set)| StandIns {
                    size,
                    offset,
                    outcome,
                    address,
                    map: map.into_iter().collect(),
                    set: set.into_iter().collect(),
                },
            )
        }

        proptest! {
            #[test]
            fn stand_ins_have_the_bytes_of_standard_types(value in stand_ins(), other in stand_ins()) {
                crate::codec::agree::<Other, StandIns, Standard>(&value, other)?;
            }
        }
    };
}
pub(crate) use standard;
