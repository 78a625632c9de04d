//! Messages that change the order book.

use pool_codec::{FixedStr, Frame};

use super::{Price4, Side, Stamp, YesNo};

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct AddOrder {
    pub(crate) stamp: Stamp,
    pub(crate) order: u64,
    pub(crate) side: Side,
    pub(crate) shares: u32,
    pub(crate) stock: FixedStr<8>,
    pub(crate) price: Price4,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct AttributedOrder {
    pub(crate) order: AddOrder,
    pub(crate) participant: FixedStr<4>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct OrderExecuted {
    pub(crate) stamp: Stamp,
    pub(crate) order: u64,
    pub(crate) shares: u32,
    pub(crate) match_number: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct OrderExecutedAtPrice {
    pub(crate) executed: OrderExecuted,
    pub(crate) printable: YesNo,
    pub(crate) price: Price4,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct OrderCancel {
    pub(crate) stamp: Stamp,
    pub(crate) order: u64,
    pub(crate) shares: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct OrderDelete {
    pub(crate) stamp: Stamp,
    pub(crate) order: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct OrderReplace {
    pub(crate) stamp: Stamp,
    pub(crate) old_order: u64,
    pub(crate) new_order: u64,
    pub(crate) shares: u32,
    pub(crate) price: Price4,
}
