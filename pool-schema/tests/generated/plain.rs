// @generated from `plain.yaml`, by pool-schema. Change the schema, not this file.

use pool_codec::prelude::*;
use pool_codec::{FixedStr, TlvHeader, U24};

pub type Price = u64;

/// The borrowed form of [`Price`].
pub type PriceRef<'decoder> = u64;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(borrow)]
pub enum Side {
    Bid = 0,
    Ask = 1,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(id = 1, borrow)]
pub enum Choice {
    Yes = 0,
    No = 1,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(id = 2, borrow)]
pub enum Order {
    #[frame(tag = 0)]
    Limit {
        #[frame(copy)]
        price: Price,
        #[frame(copy)]
        side: Side,
        #[frame(copy)]
        best: Option<(Price, Side)>,
        text: FixedStr<4>,
        wide: U24,
    },
    #[frame(tag = 1)]
    Market(u8),
}

#[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
#[frames(header = TlvHeader)]
pub enum Plain {
    Choice(Choice),
    Order(Order),
}
