//! Subscriptions, and their answers.

use core::num::NonZeroU16;

use pool_codec::Frame;
use pool_codec::layout::{BitField, Leb128};

use super::*;

/// The most topics of a packet, and the longest packet, limits of ours.
const MAX_TOPICS: usize = 1000;
const MAX_SIZE: usize = 1 << 20;

/// What a server does with retained messages when a subscription begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum RetainHandling {
    Send,
    SendIfNew,
    DoNotSend,
}

impl BitField for RetainHandling {
    fn to_bits(self) -> u64 {
        self as u64
    }

    fn from_bits(bits: u64) -> Option<Self> {
        [Self::Send, Self::SendIfNew, Self::DoNotSend].get(bits as usize).copied()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, bits = u8, validate = check_reserved)]
pub(crate) struct SubscriptionOptions {
    #[frame(bits = 2)]
    pub(crate) max_qos: QoS,
    pub(crate) no_local: bool,
    pub(crate) retain_as_published: bool,
    #[frame(bits = 2)]
    pub(crate) retain_handling: RetainHandling,
    #[frame(bits = 2)]
    pub(crate) reserved: u8,
}

fn check_reserved(options: &SubscriptionOptions) -> Result<(), &'static str> {
    if options.reserved == 0 { Ok(()) } else { Err("the highest bits are reserved") }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) struct Subscription {
    #[frame(max_len = MAX_TEXT)]
    pub(crate) filter: String,
    #[frame(copy)]
    pub(crate) options: SubscriptionOptions,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 8, borrow, endian = big, len = u16, max_size = MAX_SIZE, validate = check_subscribe)]
pub(crate) struct Subscribe {
    pub(crate) packet_id: NonZeroU16,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<SUBSCRIBE>,
    #[frame(rest, max_len = MAX_TOPICS)]
    pub(crate) subscriptions: Vec<Subscription>,
}

fn check_subscribe(subscribe: &SubscribeRef<'_>) -> Result<(), &'static str> {
    if subscribe.subscriptions.is_empty() { Err("there is no topic") } else { Ok(()) }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 9, borrow, endian = big, len = u16)]
pub(crate) struct Suback {
    pub(crate) packet_id: NonZeroU16,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<REASON>,
    #[frame(rest, max_len = MAX_TOPICS)]
    pub(crate) reasons: Vec<SubscribeReason>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) struct TopicFilter {
    #[frame(max_len = MAX_TEXT)]
    pub(crate) filter: String,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 10, borrow, endian = big, len = u16, max_size = MAX_SIZE, validate = check_unsubscribe)]
pub(crate) struct Unsubscribe {
    pub(crate) packet_id: NonZeroU16,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<UNSUBSCRIBE>,
    #[frame(rest, max_len = MAX_TOPICS)]
    pub(crate) filters: Vec<TopicFilter>,
}

fn check_unsubscribe(unsubscribe: &UnsubscribeRef<'_>) -> Result<(), &'static str> {
    if unsubscribe.filters.is_empty() { Err("there is no topic") } else { Ok(()) }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 11, borrow, endian = big, len = u16)]
pub(crate) struct Unsuback {
    pub(crate) packet_id: NonZeroU16,
    #[frame(delimited, layout = Leb128)]
    pub(crate) properties: Properties<REASON>,
    #[frame(rest, max_len = MAX_TOPICS)]
    pub(crate) reasons: Vec<UnsubscribeReason>,
}
