//! The directory of stocks, which has the most codes.

use itchy::IssueSubType;

use super::super::messages::*;
use super::{available, padded, yes};

/// Converts an entry. There is none if the crate does not know the subtype: it has a list, to which Nasdaq adds.
pub(super) fn stock_directory(directory: &StockDirectory) -> Option<itchy::StockDirectory> {
    Some(itchy::StockDirectory {
        stock: padded(directory.stock),
        market_category: match directory.market_category {
            MarketCategory::GlobalSelect => itchy::MarketCategory::NasdaqGlobalSelect,
            MarketCategory::GlobalMarket => itchy::MarketCategory::NasdaqGlobalMarket,
            MarketCategory::CapitalMarket => itchy::MarketCategory::NasdaqCapitalMarket,
            MarketCategory::Nyse => itchy::MarketCategory::Nyse,
            MarketCategory::NyseAmerican => itchy::MarketCategory::NyseMkt,
            MarketCategory::NyseArca => itchy::MarketCategory::NyseArca,
            MarketCategory::BatsZ => itchy::MarketCategory::BatsZExchange,
            MarketCategory::InvestorsExchange => itchy::MarketCategory::InvestorsExchange,
            MarketCategory::Unavailable => itchy::MarketCategory::Unavailable,
        },
        financial_status: match directory.financial_status {
            FinancialStatus::Normal => itchy::FinancialStatus::Normal,
            FinancialStatus::Deficient => itchy::FinancialStatus::Deficient,
            FinancialStatus::Delinquent => itchy::FinancialStatus::Delinquent,
            FinancialStatus::Bankrupt => itchy::FinancialStatus::Bankrupt,
            FinancialStatus::Suspended => itchy::FinancialStatus::Suspended,
            FinancialStatus::DeficientBankrupt => itchy::FinancialStatus::DeficientBankrupt,
            FinancialStatus::DeficientDelinquent => itchy::FinancialStatus::DeficientDelinquent,
            FinancialStatus::DelinquentBankrupt => itchy::FinancialStatus::DelinquentBankrupt,
            FinancialStatus::DeficientDelinquentBankrupt => {
                itchy::FinancialStatus::DeficientDelinquentBankrupt
            }
            FinancialStatus::EtpSuspended => itchy::FinancialStatus::EtpSuspended,
            FinancialStatus::Unavailable => itchy::FinancialStatus::Unavailable,
        },
        round_lot_size: directory.round_lot_size,
        round_lots_only: yes(directory.round_lots_only),
        issue_classification: match directory.issue_class {
            IssueClass::AmericanDepositaryShare => {
                itchy::IssueClassification::AmericanDepositaryShare
            }
            IssueClass::Bond => itchy::IssueClassification::Bond,
            IssueClass::CommonStock => itchy::IssueClassification::CommonStock,
            IssueClass::DepositoryReceipt => itchy::IssueClassification::DepositoryReceipt,
            IssueClass::Rule144A => itchy::IssueClassification::A144,
            IssueClass::LimitedPartnership => itchy::IssueClassification::LimitedPartnership,
            IssueClass::Notes => itchy::IssueClassification::Notes,
            IssueClass::OrdinaryShare => itchy::IssueClassification::OrdinaryShare,
            IssueClass::PreferredStock => itchy::IssueClassification::PreferredStock,
            IssueClass::OtherSecurities => itchy::IssueClassification::OtherSecurities,
            IssueClass::Right => itchy::IssueClassification::Right,
            IssueClass::BeneficialInterest => {
                itchy::IssueClassification::SharesOfBeneficialInterest
            }
            IssueClass::ConvertibleDebenture => itchy::IssueClassification::ConvertibleDebenture,
            IssueClass::Unit => itchy::IssueClassification::Unit,
            IssueClass::UnitOfBeneficialInterest => itchy::IssueClassification::UnitsPerBenifInt,
            IssueClass::Warrant => itchy::IssueClassification::Warrant,
        },
        issue_subtype: subtype(&directory.issue_subtype)?,
        authenticity: directory.authenticity == Authenticity::Live,
        short_sale_threshold: available(directory.short_sale_threshold),
        ipo_flag: available(directory.ipo),
        luld_ref_price_tier: match directory.price_tier {
            PriceTier::One => itchy::LuldRefPriceTier::Tier1,
            PriceTier::Two => itchy::LuldRefPriceTier::Tier2,
            PriceTier::NotApplicable => itchy::LuldRefPriceTier::Na,
        },
        etp_flag: available(directory.etp),
        etp_leverage_factor: directory.etp_leverage,
        inverse_indicator: yes(directory.inverse),
    })
}

fn subtype(code: &str) -> Option<IssueSubType> {
    Some(match code {
        "A" => IssueSubType::PreferredTrustSecurities,
        "AI" => IssueSubType::AlphaIndexETNs,
        "B" => IssueSubType::IndexBasedDerivative,
        "C" => IssueSubType::CommonShares,
        "CB" => IssueSubType::CommodityBasedTrustShares,
        "CF" => IssueSubType::CommodityFuturesTrustShares,
        "CL" => IssueSubType::CommodityLinkedSecurities,
        "CM" => IssueSubType::CommodityIndexTrustShares,
        "CO" => IssueSubType::CollateralizedMortgageObligation,
        "CT" => IssueSubType::CurrencyTrustShares,
        "CU" => IssueSubType::CommodityCurrencyLinkedSecurities,
        "CW" => IssueSubType::CurrencyWarrants,
        "D" => IssueSubType::GlobalDepositaryShares,
        "E" => IssueSubType::ETFPortfolioDepositaryReceipt,
        "EG" => IssueSubType::EquityGoldShares,
        "EI" => IssueSubType::ETNEquityIndexLinkedSecurities,
        "EM" => IssueSubType::ExchangeTradedManagedFunds,
        "EN" => IssueSubType::ExchangeTradedNotes,
        "EU" => IssueSubType::EquityUnits,
        "F" => IssueSubType::Holdrs,
        "FI" => IssueSubType::ETNFixedIncomeLinkedSecurities,
        "FL" => IssueSubType::ETNFuturesLinkedSecurities,
        "G" => IssueSubType::GlobalShares,
        "I" => IssueSubType::ETFIndexFundShares,
        "IR" => IssueSubType::InterestRate,
        "IW" => IssueSubType::IndexWarrant,
        "IX" => IssueSubType::IndexLinkedExchangeableNotes,
        "J" => IssueSubType::CorporateBackedTrustSecurity,
        "L" => IssueSubType::ContingentLitigationRight,
        "LL" => IssueSubType::Llc,
        "M" => IssueSubType::EquityBasedDerivative,
        "MF" => IssueSubType::ManagedFundShares,
        "ML" => IssueSubType::ETNMultiFactorIndexLinkedSecurities,
        "MT" => IssueSubType::ManagedTrustSecurities,
        "N" => IssueSubType::NYRegistryShares,
        "O" => IssueSubType::OpenEndedMutualFund,
        "P" => IssueSubType::PrivatelyHeldSecurity,
        "PP" => IssueSubType::PoisonPill,
        "PU" => IssueSubType::PartnershipUnits,
        "Q" => IssueSubType::ClosedEndFunds,
        "R" => IssueSubType::RegS,
        "RC" => IssueSubType::CommodityRedeemableCommodityLinkedSecurities,
        "RF" => IssueSubType::ETNRedeemableFuturesLinkedSecurities,
        "RT" => IssueSubType::REIT,
        "RU" => IssueSubType::CommodityRedeemableCurrencyLinkedSecurities,
        "S" => IssueSubType::Seed,
        "SC" => IssueSubType::SpotRateClosing,
        "SI" => IssueSubType::SpotRateIntraday,
        "T" => IssueSubType::TrackingStock,
        "TC" => IssueSubType::TrustCertificates,
        "TU" => IssueSubType::TrustUnits,
        "U" => IssueSubType::Portal,
        "V" => IssueSubType::ContingentValueRight,
        "W" => IssueSubType::TrustIssuedReceipts,
        "WC" => IssueSubType::WorldCurrencyOption,
        "X" => IssueSubType::Trust,
        "Y" => IssueSubType::Other,
        "Z" => IssueSubType::NotApplicable,
        _ => return None,
    })
}
