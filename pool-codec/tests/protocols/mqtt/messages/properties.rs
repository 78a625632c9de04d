//! Properties, which follow the fixed fields of most packets (section 2.2.2).

use pool_codec::Frame;
use pool_codec::layout::Leb128;

use super::MAX_TEXT;

/// The largest variable byte integer: it has four bytes.
const MAX_VARIABLE: u32 = 0x0FFF_FFFF;

/// The most bytes and the most properties of a list, a limit of ours.
const MAX_PROPERTIES: usize = 256 << 10;
const MAX_COUNT: usize = 1000;

/// A property by its identifier. That is a variable byte integer, of which there is no longer one than a byte.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) enum Property {
    #[frame(tag = 0x01)]
    PayloadFormatIndicator(bool),
    #[frame(tag = 0x02)]
    MessageExpiryInterval(u32),
    #[frame(tag = 0x03)]
    ContentType(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x08)]
    ResponseTopic(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x09)]
    CorrelationData(#[frame(max_len = MAX_TEXT)] Vec<u8>),
    #[frame(tag = 0x0B)]
    SubscriptionIdentifier(#[frame(layout = Leb128, range = 0..=MAX_VARIABLE)] u32),
    #[frame(tag = 0x11)]
    SessionExpiryInterval(u32),
    #[frame(tag = 0x12)]
    AssignedClientIdentifier(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x13)]
    ServerKeepAlive(u16),
    #[frame(tag = 0x15)]
    AuthenticationMethod(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x16)]
    AuthenticationData(#[frame(max_len = MAX_TEXT)] Vec<u8>),
    #[frame(tag = 0x17)]
    RequestProblemInformation(bool),
    #[frame(tag = 0x18)]
    WillDelayInterval(u32),
    #[frame(tag = 0x19)]
    RequestResponseInformation(bool),
    #[frame(tag = 0x1A)]
    ResponseInformation(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x1C)]
    ServerReference(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x1F)]
    ReasonString(#[frame(max_len = MAX_TEXT)] String),
    #[frame(tag = 0x21)]
    ReceiveMaximum(u16),
    #[frame(tag = 0x22)]
    TopicAliasMaximum(u16),
    #[frame(tag = 0x23)]
    TopicAlias(u16),
    /// The levels 0 and 1. A server that has all three does not send it.
    #[frame(tag = 0x24)]
    MaximumQoS(bool),
    #[frame(tag = 0x25)]
    RetainAvailable(bool),
    #[frame(tag = 0x26)]
    UserProperty(UserProperty),
    #[frame(tag = 0x27)]
    MaximumPacketSize(u32),
    #[frame(tag = 0x28)]
    WildcardSubscriptionAvailable(bool),
    #[frame(tag = 0x29)]
    SubscriptionIdentifierAvailable(bool),
    #[frame(tag = 0x2A)]
    SharedSubscriptionAvailable(bool),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
pub(crate) struct UserProperty {
    #[frame(max_len = MAX_TEXT)]
    pub(crate) name: String,
    #[frame(max_len = MAX_TEXT)]
    pub(crate) value: String,
}

/// The properties of a packet, of which `ALLOWED` has a bit for each identifier. They are behind their length in bytes.
#[derive(Debug, Clone, PartialEq, Default, Frame)]
#[frame(borrow, derive(Default), endian = big, len = u16, max_size = MAX_PROPERTIES, validate = check)]
pub(crate) struct Properties<const ALLOWED: u64> {
    #[frame(rest, max_len = MAX_COUNT)]
    pub(crate) list: Vec<Property>,
}

const fn ids(mut ids: &[u8]) -> u64 {
    let mut bits = 0;
    while let [id, rest @ ..] = ids {
        bits |= 1 << *id;
        ids = rest;
    }
    bits
}

pub(crate) const CONNECT: u64 = ids(&[0x11, 0x21, 0x27, 0x22, 0x19, 0x17, 0x26, 0x15, 0x16]);
pub(crate) const WILL: u64 = ids(&[0x18, 0x01, 0x02, 0x03, 0x08, 0x09, 0x26]);
pub(crate) const CONNACK: u64 = ids(&[
    0x11, 0x21, 0x24, 0x25, 0x27, 0x12, 0x22, 0x1F, 0x26, 0x28, 0x29, 0x2A, 0x13, 0x1A, 0x1C, 0x15,
    0x16,
]);
pub(crate) const PUBLISH: u64 = ids(&[0x01, 0x02, 0x23, 0x08, 0x09, 0x26, 0x0B, 0x03]);
/// Those of PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK and UNSUBACK.
pub(crate) const REASON: u64 = ids(&[0x1F, 0x26]);
pub(crate) const SUBSCRIBE: u64 = ids(&[0x0B, 0x26]);
pub(crate) const UNSUBSCRIBE: u64 = ids(&[0x26]);
pub(crate) const DISCONNECT: u64 = ids(&[0x11, 0x1F, 0x26, 0x1C]);
pub(crate) const AUTH: u64 = ids(&[0x15, 0x16, 0x1F, 0x26]);

/// The identifier of a property, which the derive does not give.
fn id(property: &PropertyRef<'_>) -> u8 {
    match property {
        PropertyRef::PayloadFormatIndicator(..) => 0x01,
        PropertyRef::MessageExpiryInterval(..) => 0x02,
        PropertyRef::ContentType(..) => 0x03,
        PropertyRef::ResponseTopic(..) => 0x08,
        PropertyRef::CorrelationData(..) => 0x09,
        PropertyRef::SubscriptionIdentifier(..) => 0x0B,
        PropertyRef::SessionExpiryInterval(..) => 0x11,
        PropertyRef::AssignedClientIdentifier(..) => 0x12,
        PropertyRef::ServerKeepAlive(..) => 0x13,
        PropertyRef::AuthenticationMethod(..) => 0x15,
        PropertyRef::AuthenticationData(..) => 0x16,
        PropertyRef::RequestProblemInformation(..) => 0x17,
        PropertyRef::WillDelayInterval(..) => 0x18,
        PropertyRef::RequestResponseInformation(..) => 0x19,
        PropertyRef::ResponseInformation(..) => 0x1A,
        PropertyRef::ServerReference(..) => 0x1C,
        PropertyRef::ReasonString(..) => 0x1F,
        PropertyRef::ReceiveMaximum(..) => 0x21,
        PropertyRef::TopicAliasMaximum(..) => 0x22,
        PropertyRef::TopicAlias(..) => 0x23,
        PropertyRef::MaximumQoS(..) => 0x24,
        PropertyRef::RetainAvailable(..) => 0x25,
        PropertyRef::UserProperty(..) => 0x26,
        PropertyRef::MaximumPacketSize(..) => 0x27,
        PropertyRef::WildcardSubscriptionAvailable(..) => 0x28,
        PropertyRef::SubscriptionIdentifierAvailable(..) => 0x29,
        PropertyRef::SharedSubscriptionAvailable(..) => 0x2A,
    }
}

/// A packet has only its own properties, and each of them once. Users may repeat theirs.
fn check<const ALLOWED: u64>(properties: &PropertiesRef<'_, ALLOWED>) -> Result<(), &'static str> {
    let mut seen = 0;
    for property in &properties.list {
        let bit = 1 << id(&property);
        if ALLOWED & bit == 0 {
            return Err("a packet of this type does not have this property");
        }
        if seen & bit != 0 && !matches!(property, PropertyRef::UserProperty(_)) {
            return Err("a property is there twice");
        }
        seen |= bit;
    }
    Ok(())
}
