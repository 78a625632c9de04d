//! The letters that stand for one of several meanings.

use pool_codec::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum EventCode {
    #[frame(tag = b'O')]
    StartOfMessages,
    #[frame(tag = b'S')]
    StartOfSystemHours,
    #[frame(tag = b'Q')]
    StartOfMarketHours,
    #[frame(tag = b'M')]
    EndOfMarketHours,
    #[frame(tag = b'E')]
    EndOfSystemHours,
    #[frame(tag = b'C')]
    EndOfMessages,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum MarketCategory {
    #[frame(tag = b'Q')]
    GlobalSelect,
    #[frame(tag = b'G')]
    GlobalMarket,
    #[frame(tag = b'S')]
    CapitalMarket,
    #[frame(tag = b'N')]
    Nyse,
    #[frame(tag = b'A')]
    NyseAmerican,
    #[frame(tag = b'P')]
    NyseArca,
    #[frame(tag = b'Z')]
    BatsZ,
    #[frame(tag = b'V')]
    InvestorsExchange,
    #[frame(tag = b' ')]
    Unavailable,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum FinancialStatus {
    #[frame(tag = b'N')]
    Normal,
    #[frame(tag = b'D')]
    Deficient,
    #[frame(tag = b'E')]
    Delinquent,
    #[frame(tag = b'Q')]
    Bankrupt,
    #[frame(tag = b'S')]
    Suspended,
    #[frame(tag = b'G')]
    DeficientBankrupt,
    #[frame(tag = b'H')]
    DeficientDelinquent,
    #[frame(tag = b'J')]
    DelinquentBankrupt,
    #[frame(tag = b'K')]
    DeficientDelinquentBankrupt,
    #[frame(tag = b'C')]
    EtpSuspended,
    #[frame(tag = b' ')]
    Unavailable,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum IssueClass {
    #[frame(tag = b'A')]
    AmericanDepositaryShare,
    #[frame(tag = b'B')]
    Bond,
    #[frame(tag = b'C')]
    CommonStock,
    #[frame(tag = b'F')]
    DepositoryReceipt,
    #[frame(tag = b'I')]
    Rule144A,
    #[frame(tag = b'L')]
    LimitedPartnership,
    #[frame(tag = b'N')]
    Notes,
    #[frame(tag = b'O')]
    OrdinaryShare,
    #[frame(tag = b'P')]
    PreferredStock,
    #[frame(tag = b'Q')]
    OtherSecurities,
    #[frame(tag = b'R')]
    Right,
    #[frame(tag = b'S')]
    BeneficialInterest,
    #[frame(tag = b'T')]
    ConvertibleDebenture,
    #[frame(tag = b'U')]
    Unit,
    #[frame(tag = b'V')]
    UnitOfBeneficialInterest,
    #[frame(tag = b'W')]
    Warrant,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum YesNo {
    #[frame(tag = b'Y')]
    Yes,
    #[frame(tag = b'N')]
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum AvailableFlag {
    #[frame(tag = b'Y')]
    Yes,
    #[frame(tag = b'N')]
    No,
    #[frame(tag = b' ')]
    Unavailable,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum Authenticity {
    #[frame(tag = b'P')]
    Live,
    #[frame(tag = b'T')]
    Test,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum PriceTier {
    #[frame(tag = b'1')]
    One,
    #[frame(tag = b'2')]
    Two,
    #[frame(tag = b' ')]
    NotApplicable,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum TradingState {
    #[frame(tag = b'H')]
    Halted,
    #[frame(tag = b'P')]
    Paused,
    #[frame(tag = b'Q')]
    QuotationOnly,
    #[frame(tag = b'T')]
    Trading,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum RegShoAction {
    #[frame(tag = b'0')]
    None,
    #[frame(tag = b'1')]
    Intraday,
    #[frame(tag = b'2')]
    Extant,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum MarketMakerMode {
    #[frame(tag = b'N')]
    Normal,
    #[frame(tag = b'P')]
    Passive,
    #[frame(tag = b'S')]
    Syndicate,
    #[frame(tag = b'R')]
    Presyndicate,
    #[frame(tag = b'L')]
    Penalty,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum ParticipantState {
    #[frame(tag = b'A')]
    Active,
    #[frame(tag = b'E')]
    Excused,
    #[frame(tag = b'W')]
    Withdrawn,
    #[frame(tag = b'S')]
    Suspended,
    #[frame(tag = b'D')]
    Deleted,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum Level {
    #[frame(tag = b'1')]
    One,
    #[frame(tag = b'2')]
    Two,
    #[frame(tag = b'3')]
    Three,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum IpoQualifier {
    #[frame(tag = b'A')]
    Anticipated,
    #[frame(tag = b'C')]
    Cancelled,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum MarketCode {
    #[frame(tag = b'Q')]
    Nasdaq,
    #[frame(tag = b'B')]
    Bx,
    #[frame(tag = b'X')]
    Psx,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum HaltAction {
    #[frame(tag = b'H')]
    Halted,
    #[frame(tag = b'T')]
    Resumed,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum Side {
    #[frame(tag = b'B')]
    Buy,
    #[frame(tag = b'S')]
    Sell,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum CrossType {
    #[frame(tag = b'O')]
    Opening,
    #[frame(tag = b'C')]
    Closing,
    #[frame(tag = b'H')]
    IpoOrHalted,
    #[frame(tag = b'I')]
    Intraday,
    #[frame(tag = b'A')]
    ExtendedTradingClose,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum ImbalanceDirection {
    #[frame(tag = b'B')]
    Buy,
    #[frame(tag = b'S')]
    Sell,
    #[frame(tag = b'N')]
    None,
    #[frame(tag = b'O')]
    InsufficientOrders,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
pub(crate) enum InterestFlag {
    #[frame(tag = b'B')]
    BuySide,
    #[frame(tag = b'S')]
    SellSide,
    #[frame(tag = b'A')]
    BothSides,
    #[frame(tag = b'N')]
    None,
}
