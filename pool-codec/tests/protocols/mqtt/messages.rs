//! The bodies of packets.

mod acknowledge;
mod connect;
mod properties;
mod publish;
mod reasons;
mod subscribe;

pub(crate) use acknowledge::*;
pub(crate) use connect::*;
pub(crate) use properties::*;
pub(crate) use publish::*;
pub(crate) use reasons::*;
pub(crate) use subscribe::*;

use pool_codec::Frame;
use pool_codec::layout::BitField;

/// The longest text and the longest byte string: their length has two bytes.
pub(crate) const MAX_TEXT: usize = 65_535;

/// The quality of service: a message arrives at most once, at least once, or exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum QoS {
    Level0 = 0,
    Level1 = 1,
    Level2 = 2,
}

impl BitField for QoS {
    fn to_bits(self) -> u64 {
        self as u64
    }

    fn from_bits(bits: u64) -> Option<Self> {
        [Self::Level0, Self::Level1, Self::Level2].get(bits as usize).copied()
    }
}
