//! Messages about the market, its participants and the state of stocks.

use pool_codec::{FixedStr, Frame};

use super::{
    Authenticity, AvailableFlag, EventCode, FinancialStatus, HaltAction, InterestFlag,
    IpoQualifier, IssueClass, Level, MarketCategory, MarketCode, MarketMakerMode, ParticipantState,
    Price4, Price8, PriceTier, RegShoAction, Stamp, TradingState, YesNo,
};

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct SystemEvent {
    pub(crate) stamp: Stamp,
    pub(crate) event: EventCode,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct StockDirectory {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) market_category: MarketCategory,
    pub(crate) financial_status: FinancialStatus,
    pub(crate) round_lot_size: u32,
    pub(crate) round_lots_only: YesNo,
    pub(crate) issue_class: IssueClass,
    /// One of about 60 codes, to which Nasdaq adds new ones.
    pub(crate) issue_subtype: FixedStr<2>,
    pub(crate) authenticity: Authenticity,
    pub(crate) short_sale_threshold: AvailableFlag,
    pub(crate) ipo: AvailableFlag,
    pub(crate) price_tier: PriceTier,
    pub(crate) etp: AvailableFlag,
    pub(crate) etp_leverage: u32,
    pub(crate) inverse: YesNo,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct TradingAction {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) state: TradingState,
    pub(crate) reserved: u8,
    pub(crate) reason: FixedStr<4>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct RegSho {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) action: RegShoAction,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct ParticipantPosition {
    pub(crate) stamp: Stamp,
    pub(crate) participant: FixedStr<4>,
    pub(crate) stock: FixedStr<8>,
    pub(crate) primary_market_maker: YesNo,
    pub(crate) mode: MarketMakerMode,
    pub(crate) state: ParticipantState,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct DeclineLevels {
    pub(crate) stamp: Stamp,
    pub(crate) levels: [Price8; 3],
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct DeclineStatus {
    pub(crate) stamp: Stamp,
    pub(crate) breached: Level,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct IpoQuotingPeriod {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    /// Seconds since midnight.
    pub(crate) release_time: u32,
    pub(crate) qualifier: IpoQualifier,
    pub(crate) price: Price4,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct AuctionCollar {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) reference_price: Price4,
    pub(crate) upper_price: Price4,
    pub(crate) lower_price: Price4,
    pub(crate) extension: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct OperationalHalt {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) market: MarketCode,
    pub(crate) action: HaltAction,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct RetailInterest {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) interest: InterestFlag,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big)]
pub(crate) struct DirectListing {
    pub(crate) stamp: Stamp,
    pub(crate) stock: FixedStr<8>,
    pub(crate) open_eligibility: YesNo,
    pub(crate) minimum_price: Price4,
    pub(crate) maximum_price: Price4,
    pub(crate) near_execution_price: Price4,
    pub(crate) near_execution_time: u64,
    pub(crate) lower_collar: Price4,
    pub(crate) upper_collar: Price4,
}
