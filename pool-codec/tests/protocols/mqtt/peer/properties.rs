//! Our lists of properties as those of the crate `mqtt-proto`, which has a field for each of them.

use std::sync::Arc;

use bytes::Bytes;
use mqtt_proto::v5::*;
use mqtt_proto::{QoS, TopicName};

use crate::mqtt::messages::{Properties, Property, UserProperty as OurUserProperty};

/// A value of ours as one of the crate, unless the crate refuses it.
trait Convert<T> {
    fn convert(&self) -> Option<T>;
}

macro_rules! conversions {
    ($($ours:ty => $theirs:ty: |$value:ident| $result:expr;)+) => {$(
        impl Convert<$theirs> for $ours {
            fn convert(&self) -> Option<$theirs> {
                let $value = self;
                $result
            }
        }
    )+};
}
conversions! {
    bool => bool: |value| Some(*value);
    bool => QoS: |value| QoS::from_u8((*value).into()).ok();
    u16 => u16: |value| Some(*value);
    u32 => u32: |value| Some(*value);
    u32 => VarByteInt: |value| VarByteInt::try_from(*value).ok();
    String => Arc<str>: |value| Some((&**value).into());
    String => TopicName: |value| TopicName::try_from(&**value).ok();
    Vec<u8> => Bytes: |value| Some(value.clone().into());
}

fn user_property(property: &OurUserProperty) -> UserProperty {
    UserProperty { name: (&*property.name).into(), value: (&*property.value).into() }
}

macro_rules! properties {
    ($($name:ident: $theirs:ident { $($variant:ident $field:ident),* })+) => {$(
        pub(super) fn $name<const ALLOWED: u64>(
            properties: &Properties<ALLOWED>,
        ) -> Option<$theirs> {
            let mut theirs = $theirs::default();
            for property in &properties.list {
                match property {
                    $(Property::$variant(value) => theirs.$field = Some(value.convert()?),)*
                    Property::UserProperty(user) => {
                        theirs.user_properties.push(user_property(user));
                    }
                    other => panic!("{other:?} is not a property of this packet"),
                }
            }
            Some(theirs)
        }
    )+};
}
properties! {
    connect: ConnectProperties {
        SessionExpiryInterval session_expiry_interval,
        ReceiveMaximum receive_max,
        MaximumPacketSize max_packet_size,
        TopicAliasMaximum topic_alias_max,
        RequestResponseInformation request_response_info,
        RequestProblemInformation request_problem_info,
        AuthenticationMethod auth_method,
        AuthenticationData auth_data
    }
    will: WillProperties {
        WillDelayInterval delay_interval,
        PayloadFormatIndicator payload_is_utf8,
        MessageExpiryInterval message_expiry_interval,
        ContentType content_type,
        ResponseTopic response_topic,
        CorrelationData correlation_data
    }
    connack: ConnackProperties {
        SessionExpiryInterval session_expiry_interval,
        ReceiveMaximum receive_max,
        MaximumQoS max_qos,
        RetainAvailable retain_available,
        MaximumPacketSize max_packet_size,
        AssignedClientIdentifier assigned_client_id,
        TopicAliasMaximum topic_alias_max,
        ReasonString reason_string,
        WildcardSubscriptionAvailable wildcard_subscription_available,
        SubscriptionIdentifierAvailable subscription_id_available,
        SharedSubscriptionAvailable shared_subscription_available,
        ServerKeepAlive server_keep_alive,
        ResponseInformation response_info,
        ServerReference server_reference,
        AuthenticationMethod auth_method,
        AuthenticationData auth_data
    }
    publish: PublishProperties {
        PayloadFormatIndicator payload_is_utf8,
        MessageExpiryInterval message_expiry_interval,
        TopicAlias topic_alias,
        ResponseTopic response_topic,
        CorrelationData correlation_data,
        SubscriptionIdentifier subscription_id,
        ContentType content_type
    }
    puback: PubackProperties {
        ReasonString reason_string
    }
    pubrec: PubrecProperties {
        ReasonString reason_string
    }
    pubrel: PubrelProperties {
        ReasonString reason_string
    }
    pubcomp: PubcompProperties {
        ReasonString reason_string
    }
    subscribe: SubscribeProperties {
        SubscriptionIdentifier subscription_id
    }
    suback: SubackProperties {
        ReasonString reason_string
    }
    unsubscribe: UnsubscribeProperties {}
    unsuback: UnsubackProperties {
        ReasonString reason_string
    }
    disconnect: DisconnectProperties {
        SessionExpiryInterval session_expiry_interval,
        ReasonString reason_string,
        ServerReference server_reference
    }
    auth: AuthProperties {
        AuthenticationMethod auth_method,
        AuthenticationData auth_data,
        ReasonString reason_string
    }
}
