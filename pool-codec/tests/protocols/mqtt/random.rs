//! Random bodies. Their properties are in the order in which `mqtt-proto` writes them.

use core::num::NonZeroU16;

use proptest::collection::vec;
use proptest::prelude::*;

use super::messages::*;

pub(crate) fn packet_id() -> impl Strategy<Value = NonZeroU16> {
    any::<NonZeroU16>()
}

fn text() -> impl Strategy<Value = String> {
    // The length of the properties has two bytes from 128 bytes on.
    prop_oneof![9 => "[ -~]{0,9}|[a-zä☃]{4}", 1 => "[a-z]{100,140}"]
}

fn data() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![9 => vec(any::<u8>(), 0..9), 1 => vec(any::<u8>(), 100..140)]
}

/// The name of a topic.
pub(crate) fn topic() -> impl Strategy<Value = String> {
    "[a-z/ä]{0,9}"
}

/// A pattern for the names of topics.
pub(crate) fn filter() -> impl Strategy<Value = String> {
    "[a-zä]{1,4}|#|\\+/[a-z]{0,3}/#|\\$share/group/[a-z]{1,3}"
}

/// Generates the properties with these identifiers.
fn property(id: u8) -> BoxedStrategy<Property> {
    match id {
        0x01 => any::<bool>().prop_map(Property::PayloadFormatIndicator).boxed(),
        0x02 => any::<u32>().prop_map(Property::MessageExpiryInterval).boxed(),
        0x03 => text().prop_map(Property::ContentType).boxed(),
        0x08 => topic().prop_map(Property::ResponseTopic).boxed(),
        0x09 => data().prop_map(Property::CorrelationData).boxed(),
        0x0B => (0..=0x0FFF_FFFF_u32, 0..28)
            .prop_map(|(id, shift)| Property::SubscriptionIdentifier(id >> shift))
            .boxed(),
        0x11 => any::<u32>().prop_map(Property::SessionExpiryInterval).boxed(),
        0x12 => text().prop_map(Property::AssignedClientIdentifier).boxed(),
        0x13 => any::<u16>().prop_map(Property::ServerKeepAlive).boxed(),
        0x15 => text().prop_map(Property::AuthenticationMethod).boxed(),
        0x16 => data().prop_map(Property::AuthenticationData).boxed(),
        0x17 => any::<bool>().prop_map(Property::RequestProblemInformation).boxed(),
        0x18 => any::<u32>().prop_map(Property::WillDelayInterval).boxed(),
        0x19 => any::<bool>().prop_map(Property::RequestResponseInformation).boxed(),
        0x1A => text().prop_map(Property::ResponseInformation).boxed(),
        0x1C => text().prop_map(Property::ServerReference).boxed(),
        0x1F => text().prop_map(Property::ReasonString).boxed(),
        0x21 => any::<u16>().prop_map(Property::ReceiveMaximum).boxed(),
        0x22 => any::<u16>().prop_map(Property::TopicAliasMaximum).boxed(),
        0x23 => any::<u16>().prop_map(Property::TopicAlias).boxed(),
        0x24 => any::<bool>().prop_map(Property::MaximumQoS).boxed(),
        0x25 => any::<bool>().prop_map(Property::RetainAvailable).boxed(),
        0x27 => any::<u32>().prop_map(Property::MaximumPacketSize).boxed(),
        0x28 => any::<bool>().prop_map(Property::WildcardSubscriptionAvailable).boxed(),
        0x29 => any::<bool>().prop_map(Property::SubscriptionIdentifierAvailable).boxed(),
        0x2A => any::<bool>().prop_map(Property::SharedSubscriptionAvailable).boxed(),
        _ => panic!("no property has the identifier {id}"),
    }
}

fn user_property() -> impl Strategy<Value = Property> {
    (text(), text()).prop_map(|(name, value)| Property::UserProperty(UserProperty { name, value }))
}

/// Generates a property of a DISCONNECT or, less often, of another packet.
pub(crate) fn any_property() -> impl Strategy<Value = Property> {
    let ids = prop::sample::select(vec![0x11, 0x1F, 0x1C, 0x11, 0x1F, 0x1C, 0x01, 0x0B, 0x24]);
    prop_oneof![5 => ids.prop_flat_map(property), 1 => user_property()]
}

/// Generates some of the properties with these identifiers, in this order, and those of users.
pub(crate) fn properties<const ALLOWED: u64>(
    ids: &[u8],
) -> impl Strategy<Value = Properties<ALLOWED>> + use<ALLOWED> {
    let some: Vec<_> = ids.iter().map(|id| prop::option::of(property(*id))).collect();
    let users = prop_oneof![2 => Just(Vec::new()), 1 => vec(user_property(), 1..3)];
    let list = (some, users).prop_map(|(some, users)| Properties {
        list: some.into_iter().flatten().chain(users).collect(),
    });
    prop_oneof![4 => list, 1 => Just(Properties::default())]
}

fn qos() -> impl Strategy<Value = QoS> {
    prop::sample::select(vec![QoS::Level0, QoS::Level1, QoS::Level2])
}

/// Whether a payload is the text that its properties say it is.
fn is_as_said(list: &[Property], payload: &[u8]) -> bool {
    !list.contains(&Property::PayloadFormatIndicator(true)) || str::from_utf8(payload).is_ok()
}

fn will() -> impl Strategy<Value = Will> {
    (properties(&[0x18, 0x01, 0x02, 0x03, 0x08, 0x09]), topic(), data())
        .prop_map(|(properties, topic, payload)| Will { properties, topic, payload })
        .prop_filter("no text", |will| is_as_said(&will.properties.list, &will.payload))
}

pub(crate) fn connect() -> impl Strategy<Value = Connect> {
    let properties = properties(&[0x11, 0x21, 0x27, 0x22, 0x19, 0x17, 0x15, 0x16]);
    let will = prop::option::of((will(), qos(), any::<bool>()));
    let user = (prop::option::of(text()), prop::option::of(data()));
    (any::<(bool, u16)>(), properties, text(), will, user).prop_map(
        |((clean_start, keep_alive), properties, client_id, will, (user_name, password))| {
            let (will, will_qos, will_retain) = match will {
                Some((will, qos, retain)) => (Some(will), qos, retain),
                None => (None, QoS::Level0, false),
            };
            let flags = ConnectFlags {
                reserved: 0,
                clean_start,
                will: will.is_some(),
                will_qos,
                will_retain,
                password: password.is_some(),
                user_name: user_name.is_some(),
            };
            let protocol = ();
            Connect {
                protocol,
                flags,
                keep_alive,
                properties,
                client_id,
                will,
                user_name,
                password,
            }
        },
    )
}

pub(crate) fn connack() -> impl Strategy<Value = Connack> {
    let properties = properties(&[
        0x11, 0x21, 0x24, 0x25, 0x27, 0x12, 0x22, 0x1F, 0x28, 0x29, 0x2A, 0x13, 0x1A, 0x1C, 0x15,
        0x16,
    ]);
    let reasons = vec![
        ConnectReason::Success,
        ConnectReason::UnspecifiedError,
        ConnectReason::BadUserNameOrPassword,
        ConnectReason::ConnectionRateExceeded,
    ];
    (any::<bool>(), prop::sample::select(reasons), properties).prop_map(
        |(session_present, reason, properties)| Connack { session_present, reason, properties },
    )
}

/// Generates the parts of a PUBLISH.
pub(crate) fn publish() -> impl Strategy<Value = (String, Properties<PUBLISH>, Vec<u8>)> {
    let properties = properties(&[0x01, 0x02, 0x23, 0x08, 0x09, 0x0B, 0x03]);
    (topic(), properties, data())
        .prop_filter("no text", |(_, properties, data)| is_as_said(&properties.list, data))
}

pub(crate) fn subscription() -> impl Strategy<Value = Subscription> {
    let handling = prop::sample::select(vec![
        RetainHandling::Send,
        RetainHandling::SendIfNew,
        RetainHandling::DoNotSend,
    ]);
    (filter(), qos(), any::<(bool, bool)>(), handling).prop_map(
        |(filter, max_qos, (no_local, retain_as_published), retain_handling)| {
            let reserved = 0;
            let options = SubscriptionOptions {
                max_qos,
                no_local,
                retain_as_published,
                retain_handling,
                reserved,
            };
            Subscription { filter, options }
        },
    )
}

pub(crate) fn publish_reason() -> impl Strategy<Value = PublishReason> {
    prop::sample::select(vec![
        PublishReason::Success,
        PublishReason::NoMatchingSubscribers,
        PublishReason::QuotaExceeded,
    ])
}

pub(crate) fn release_reason() -> impl Strategy<Value = ReleaseReason> {
    prop::sample::select(vec![ReleaseReason::Success, ReleaseReason::PacketIdentifierNotFound])
}

pub(crate) fn disconnect() -> impl Strategy<Value = Disconnect> {
    let reasons = vec![
        DisconnectReason::NormalDisconnect,
        DisconnectReason::DisconnectWithWillMessage,
        DisconnectReason::WildcardSubscriptionsNotSupported,
    ];
    (prop::sample::select(reasons), properties(&[0x11, 0x1F, 0x1C]))
        .prop_map(|(reason, properties)| Disconnect { reason, properties })
}
