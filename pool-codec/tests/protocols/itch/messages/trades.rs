//! Messages about trades and auctions.

use pool_codec::{FixedStr, Frame};

use super::{CrossType, ImbalanceDirection, Price4, Side, Stamp};

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct Trade {
    pub(crate) stamp: Stamp,
    pub(crate) order: u64,
    pub(crate) side: Side,
    pub(crate) shares: u32,
    pub(crate) stock: FixedStr<8>,
    pub(crate) price: Price4,
    pub(crate) match_number: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct CrossTrade {
    pub(crate) stamp: Stamp,
    pub(crate) shares: u64,
    pub(crate) stock: FixedStr<8>,
    pub(crate) price: Price4,
    pub(crate) match_number: u64,
    pub(crate) cross: CrossType,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct BrokenTrade {
    pub(crate) stamp: Stamp,
    pub(crate) match_number: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big, validate = check_cross)]
pub(crate) struct Imbalance {
    pub(crate) stamp: Stamp,
    pub(crate) paired_shares: u64,
    pub(crate) imbalance_shares: u64,
    pub(crate) direction: ImbalanceDirection,
    pub(crate) stock: FixedStr<8>,
    pub(crate) far_price: Price4,
    pub(crate) near_price: Price4,
    pub(crate) reference_price: Price4,
    pub(crate) cross: CrossType,
    pub(crate) price_variation: u8,
}

/// There are no announcements of intraday crosses.
fn check_cross(imbalance: &Imbalance) -> Result<(), &'static str> {
    match imbalance.cross {
        CrossType::Intraday => Err("an imbalance is not of an intraday cross"),
        _ => Ok(()),
    }
}
