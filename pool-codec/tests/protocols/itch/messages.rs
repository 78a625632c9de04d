//! The messages of ITCH, by the byte that is their type.

mod codes;
mod orders;
mod stocks;
mod trades;

use pool_codec::{Frame, U48};

pub(crate) use codes::*;
pub(crate) use orders::*;
pub(crate) use stocks::*;
pub(crate) use trades::*;

/// What follows the type in every message.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct Stamp {
    pub(crate) stock_locate: u16,
    pub(crate) tracking_number: u16,
    /// Nanoseconds since midnight.
    pub(crate) time: U48,
}

/// Ten-thousandths of a dollar.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, transparent, endian = big)]
pub(crate) struct Price4(pub(crate) u32);

/// Hundred-millionths of a dollar.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, transparent, endian = big)]
pub(crate) struct Price8(pub(crate) u64);

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) enum Message {
    #[frame(tag = b'S')]
    SystemEvent(SystemEvent),
    #[frame(tag = b'R')]
    StockDirectory(StockDirectory),
    #[frame(tag = b'H')]
    TradingAction(TradingAction),
    #[frame(tag = b'Y')]
    RegSho(RegSho),
    #[frame(tag = b'L')]
    ParticipantPosition(ParticipantPosition),
    #[frame(tag = b'V')]
    DeclineLevels(DeclineLevels),
    #[frame(tag = b'W')]
    DeclineStatus(DeclineStatus),
    #[frame(tag = b'K')]
    IpoQuotingPeriod(IpoQuotingPeriod),
    #[frame(tag = b'J')]
    AuctionCollar(AuctionCollar),
    #[frame(tag = b'h')]
    OperationalHalt(OperationalHalt),
    #[frame(tag = b'A')]
    AddOrder(AddOrder),
    #[frame(tag = b'F')]
    AttributedOrder(AttributedOrder),
    #[frame(tag = b'E')]
    OrderExecuted(OrderExecuted),
    #[frame(tag = b'C')]
    OrderExecutedAtPrice(OrderExecutedAtPrice),
    #[frame(tag = b'X')]
    OrderCancel(OrderCancel),
    #[frame(tag = b'D')]
    OrderDelete(OrderDelete),
    #[frame(tag = b'U')]
    OrderReplace(OrderReplace),
    #[frame(tag = b'P')]
    Trade(Trade),
    #[frame(tag = b'Q')]
    CrossTrade(CrossTrade),
    #[frame(tag = b'B')]
    BrokenTrade(BrokenTrade),
    #[frame(tag = b'I')]
    Imbalance(Imbalance),
    #[frame(tag = b'N')]
    RetailInterest(RetailInterest),
    #[frame(tag = b'O')]
    DirectListing(DirectListing),
}
