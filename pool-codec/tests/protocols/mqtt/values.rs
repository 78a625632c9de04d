//! Bodies with random values and random damage.

use proptest::collection::vec;
use proptest::prelude::*;

use super::messages::*;
use super::random::*;
use crate::judge::judged;

/// The identifier of the only property of most answers, besides those of users.
const REASON_STRING: &[u8] = &[0x1F];

judged! {
    connect: Connect = super::connect();
    connack: Connack = super::connack();
    publish_once: PublishOnce = publish()
        .prop_map(|(topic, properties, payload)| {
            Publish { topic, packet_id: (), properties, payload }
        });
    publish_acknowledged: PublishAcknowledged = (packet_id(), publish())
        .prop_map(|(packet_id, (topic, properties, payload))| {
            Publish { topic, packet_id, properties, payload }
        });
    puback: Puback = (packet_id(), publish_reason(), properties(REASON_STRING))
        .prop_map(|(packet_id, reason, properties)| Puback { packet_id, reason, properties });
    pubrec: Pubrec = (packet_id(), publish_reason(), properties(REASON_STRING))
        .prop_map(|(packet_id, reason, properties)| Pubrec { packet_id, reason, properties });
    pubrel: Pubrel = (packet_id(), release_reason(), properties(REASON_STRING))
        .prop_map(|(packet_id, reason, properties)| Pubrel { packet_id, reason, properties });
    pubcomp: Pubcomp = (packet_id(), release_reason(), properties(REASON_STRING))
        .prop_map(|(packet_id, reason, properties)| Pubcomp { packet_id, reason, properties });
    subscribe: Subscribe = (packet_id(), properties(&[0x0B]), vec(subscription(), 1..4))
        .prop_map(|(packet_id, properties, subscriptions)| {
            Subscribe { packet_id, properties, subscriptions }
        });
    suback: Suback = {
        let reasons = vec![
            SubscribeReason::GrantedQoS0,
            SubscribeReason::GrantedQoS2,
            SubscribeReason::TopicFilterInvalid,
        ];
        let reasons = vec(prop::sample::select(reasons), 0..4);
        (packet_id(), properties(REASON_STRING), reasons)
            .prop_map(|(packet_id, properties, reasons)| Suback { packet_id, properties, reasons })
    };
    unsubscribe: Unsubscribe = {
        let filters = vec(filter().prop_map(|filter| TopicFilter { filter }), 1..4);
        (packet_id(), properties(&[]), filters).prop_map(|(packet_id, properties, filters)| {
            Unsubscribe { packet_id, properties, filters }
        })
    };
    unsuback: Unsuback = {
        let reasons = vec![UnsubscribeReason::Success, UnsubscribeReason::NoSubscriptionExisted];
        let reasons = vec(prop::sample::select(reasons), 0..4);
        (packet_id(), properties(REASON_STRING), reasons).prop_map(
            |(packet_id, properties, reasons)| Unsuback { packet_id, properties, reasons },
        )
    };
    pingreq: Pingreq = Just(Pingreq);
    pingresp: Pingresp = Just(Pingresp);
    disconnect: Disconnect = super::disconnect();
    auth: Auth = {
        let reasons = vec![AuthReason::Success, AuthReason::ContinueAuthentication];
        (prop::sample::select(reasons), properties(&[0x15, 0x16, 0x1F])).prop_map(
            |(reason, properties)| Auth { content: AuthContent { reason, properties } },
        )
    };
}
