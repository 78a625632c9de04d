//! Our messages as those of the crate `itchy`.

mod directory;

use std::panic;

use itchy::{Body, MessageStream};
use pool_codec::FixedStr;
use pool_codec::error::DecodeErrorKind;

use self::directory::stock_directory;
use super::messages::*;
use crate::judge::Judged;

impl Judged for Message {
    type Theirs = itchy::Message;

    fn to_theirs(&self) -> Option<itchy::Message> {
        let (tag, stamp, body) = body(self)?;
        Some(itchy::Message {
            tag,
            stock_locate: stamp.stock_locate,
            tracking_number: stamp.tracking_number,
            timestamp: stamp.time.get(),
            body,
        })
    }

    fn read(bytes: &[u8]) -> Option<itchy::Message> {
        let len = u16::try_from(bytes.len()).unwrap().to_be_bytes();
        let [message] = <[_; 1]>::try_from(read_all(&[&len, bytes].concat())?).ok()?;
        Some(message)
    }

    fn is_stricter(error: DecodeErrorKind) -> bool {
        // The crate takes an `M` in the place of a `Y` as the flag of exchange-traded products.
        matches!(error, DecodeErrorKind::UnknownTag { tag: 0x4D })
    }
}

/// Reads messages behind their lengths, up to the end of `bytes`. The crate panics at text that is not UTF-8 and at
/// messages of other types, and ignores the lengths.
pub(crate) fn read_all(bytes: &[u8]) -> Option<Vec<itchy::Message>> {
    panic::catch_unwind(|| MessageStream::from_reader(bytes).collect::<Result<_, _>>().ok()).ok()?
}

/// Text with its padding, which the crate keeps.
fn padded<const N: usize>(text: FixedStr<N>) -> itchy::ArrayString<N> {
    let mut padded = itchy::ArrayString::from(&text).unwrap();
    while !padded.is_full() {
        padded.push(' ');
    }
    padded
}

fn price4(price: Price4) -> itchy::Price4 {
    price.0.into()
}

/// Returns the type and the fields of `message`.
fn body(message: &Message) -> Option<(u8, Stamp, Body)> {
    Some(match *message {
        Message::SystemEvent(it) => (b'S', it.stamp, Body::SystemEvent { event: event(it.event) }),
        Message::StockDirectory(it) => {
            (b'R', it.stamp, Body::StockDirectory(stock_directory(&it)?))
        }
        Message::TradingAction(it) => (
            b'H',
            it.stamp,
            Body::TradingAction {
                stock: padded(it.stock),
                trading_state: match it.state {
                    TradingState::Halted => itchy::TradingState::Halted,
                    TradingState::Paused => itchy::TradingState::Paused,
                    TradingState::QuotationOnly => itchy::TradingState::QuotationOnly,
                    TradingState::Trading => itchy::TradingState::Trading,
                },
                reason: padded(it.reason),
            },
        ),
        Message::RegSho(it) => (
            b'Y',
            it.stamp,
            Body::RegShoRestriction {
                stock: padded(it.stock),
                action: match it.action {
                    RegShoAction::None => itchy::RegShoAction::None,
                    RegShoAction::Intraday => itchy::RegShoAction::Intraday,
                    RegShoAction::Extant => itchy::RegShoAction::Extant,
                },
            },
        ),
        Message::ParticipantPosition(it) => {
            (b'L', it.stamp, Body::ParticipantPosition(participant_position(&it)))
        }
        Message::DeclineLevels(it) => {
            let [level1, level2, level3] = it.levels.map(|level| level.0.into());
            (b'V', it.stamp, Body::MwcbDeclineLevel { level1, level2, level3 })
        }
        Message::DeclineStatus(it) => (
            b'W',
            it.stamp,
            Body::Breach(match it.breached {
                Level::One => itchy::LevelBreached::L1,
                Level::Two => itchy::LevelBreached::L2,
                Level::Three => itchy::LevelBreached::L3,
            }),
        ),
        Message::IpoQuotingPeriod(it) => (
            b'K',
            it.stamp,
            Body::IpoQuotingPeriod(itchy::IpoQuotingPeriod {
                stock: padded(it.stock),
                release_time: it.release_time,
                release_qualifier: match it.qualifier {
                    IpoQualifier::Anticipated => itchy::IpoReleaseQualifier::Anticipated,
                    IpoQualifier::Cancelled => itchy::IpoReleaseQualifier::Cancelled,
                },
                price: price4(it.price),
            }),
        ),
        Message::AuctionCollar(it) => (
            b'J',
            it.stamp,
            Body::LULDAuctionCollar {
                stock: padded(it.stock),
                ref_price: price4(it.reference_price),
                upper_price: price4(it.upper_price),
                lower_price: price4(it.lower_price),
                extension: it.extension,
            },
        ),
        Message::AddOrder(it) => (b'A', it.stamp, Body::AddOrder(add_order(&it))),
        Message::AttributedOrder(it) => {
            let mpid = Some(padded(it.participant));
            let order = itchy::AddOrder { mpid, ..add_order(&it.order) };
            (b'F', it.order.stamp, Body::AddOrder(order))
        }
        Message::OrderExecuted(it) => (
            b'E',
            it.stamp,
            Body::OrderExecuted {
                reference: it.order,
                executed: it.shares,
                match_number: it.match_number,
            },
        ),
        Message::OrderExecutedAtPrice(it) => (
            b'C',
            it.executed.stamp,
            Body::OrderExecutedWithPrice {
                reference: it.executed.order,
                executed: it.executed.shares,
                match_number: it.executed.match_number,
                printable: yes(it.printable),
                price: price4(it.price),
            },
        ),
        Message::OrderCancel(it) => {
            (b'X', it.stamp, Body::OrderCancelled { reference: it.order, cancelled: it.shares })
        }
        Message::OrderDelete(it) => (b'D', it.stamp, Body::DeleteOrder { reference: it.order }),
        Message::OrderReplace(it) => (
            b'U',
            it.stamp,
            Body::ReplaceOrder(itchy::ReplaceOrder {
                old_reference: it.old_order,
                new_reference: it.new_order,
                shares: it.shares,
                price: price4(it.price),
            }),
        ),
        Message::Trade(it) => (
            b'P',
            it.stamp,
            Body::NonCrossTrade(itchy::NonCrossTrade {
                reference: it.order,
                side: side(it.side),
                shares: it.shares,
                stock: padded(it.stock),
                price: price4(it.price),
                match_number: it.match_number,
            }),
        ),
        Message::CrossTrade(it) => (
            b'Q',
            it.stamp,
            Body::CrossTrade(itchy::CrossTrade {
                shares: it.shares,
                stock: padded(it.stock),
                cross_price: price4(it.price),
                match_number: it.match_number,
                cross_type: cross(it.cross),
            }),
        ),
        Message::BrokenTrade(it) => {
            (b'B', it.stamp, Body::BrokenTrade { match_number: it.match_number })
        }
        Message::Imbalance(it) => (b'I', it.stamp, Body::Imbalance(imbalance(&it))),
        Message::RetailInterest(it) => {
            let interest_flag = match it.interest {
                InterestFlag::BuySide => itchy::InterestFlag::RPIAvailableBuySide,
                InterestFlag::SellSide => itchy::InterestFlag::RPIAvailableSellSide,
                InterestFlag::BothSides => itchy::InterestFlag::RPIAvailableBothSides,
                InterestFlag::None => itchy::InterestFlag::RPINoneAvailable,
            };
            let stock = padded(it.stock);
            let indicator = itchy::RetailPriceImprovementIndicator { stock, interest_flag };
            (b'N', it.stamp, Body::RetailPriceImprovementIndicator(indicator))
        }
        // The crate does not have these two messages.
        Message::OperationalHalt(_) | Message::DirectListing(_) => return None,
    })
}

fn yes(answer: YesNo) -> bool {
    answer == YesNo::Yes
}

fn available(flag: AvailableFlag) -> Option<bool> {
    match flag {
        AvailableFlag::Yes => Some(true),
        AvailableFlag::No => Some(false),
        AvailableFlag::Unavailable => None,
    }
}

fn side(side: Side) -> itchy::Side {
    match side {
        Side::Buy => itchy::Side::Buy,
        Side::Sell => itchy::Side::Sell,
    }
}

fn cross(cross: CrossType) -> itchy::CrossType {
    match cross {
        CrossType::Opening => itchy::CrossType::Opening,
        CrossType::Closing => itchy::CrossType::Closing,
        CrossType::IpoOrHalted => itchy::CrossType::IpoOrHalted,
        CrossType::Intraday => itchy::CrossType::Intraday,
        CrossType::ExtendedTradingClose => itchy::CrossType::ExtendedTradingClose,
    }
}

fn event(event: EventCode) -> itchy::EventCode {
    match event {
        EventCode::StartOfMessages => itchy::EventCode::StartOfMessages,
        EventCode::StartOfSystemHours => itchy::EventCode::StartOfSystemHours,
        EventCode::StartOfMarketHours => itchy::EventCode::StartOfMarketHours,
        EventCode::EndOfMarketHours => itchy::EventCode::EndOfMarketHours,
        EventCode::EndOfSystemHours => itchy::EventCode::EndOfSystemHours,
        EventCode::EndOfMessages => itchy::EventCode::EndOfMessages,
    }
}

fn add_order(order: &AddOrder) -> itchy::AddOrder {
    itchy::AddOrder {
        reference: order.order,
        side: side(order.side),
        shares: order.shares,
        stock: padded(order.stock),
        price: price4(order.price),
        mpid: None,
    }
}

fn imbalance(imbalance: &Imbalance) -> itchy::ImbalanceIndicator {
    itchy::ImbalanceIndicator {
        paired_shares: imbalance.paired_shares,
        imbalance_shares: imbalance.imbalance_shares,
        imbalance_direction: match imbalance.direction {
            ImbalanceDirection::Buy => itchy::ImbalanceDirection::Buy,
            ImbalanceDirection::Sell => itchy::ImbalanceDirection::Sell,
            ImbalanceDirection::None => itchy::ImbalanceDirection::NoImbalance,
            ImbalanceDirection::InsufficientOrders => itchy::ImbalanceDirection::InsufficientOrders,
        },
        stock: padded(imbalance.stock),
        far_price: price4(imbalance.far_price),
        near_price: price4(imbalance.near_price),
        current_ref_price: price4(imbalance.reference_price),
        cross_type: cross(imbalance.cross),
        price_variation_indicator: imbalance.price_variation.into(),
    }
}

fn participant_position(position: &ParticipantPosition) -> itchy::MarketParticipantPosition {
    itchy::MarketParticipantPosition {
        mpid: padded(position.participant),
        stock: padded(position.stock),
        primary_market_maker: yes(position.primary_market_maker),
        market_maker_mode: match position.mode {
            MarketMakerMode::Normal => itchy::MarketMakerMode::Normal,
            MarketMakerMode::Passive => itchy::MarketMakerMode::Passive,
            MarketMakerMode::Syndicate => itchy::MarketMakerMode::Syndicate,
            MarketMakerMode::Presyndicate => itchy::MarketMakerMode::Presyndicate,
            MarketMakerMode::Penalty => itchy::MarketMakerMode::Penalty,
        },
        market_participant_state: match position.state {
            ParticipantState::Active => itchy::MarketParticipantState::Active,
            ParticipantState::Excused => itchy::MarketParticipantState::Excused,
            ParticipantState::Withdrawn => itchy::MarketParticipantState::Withdrawn,
            ParticipantState::Suspended => itchy::MarketParticipantState::Suspended,
            ParticipantState::Deleted => itchy::MarketParticipantState::Deleted,
        },
    }
}
