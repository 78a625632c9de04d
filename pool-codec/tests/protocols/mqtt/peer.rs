//! Our bodies as packets of the crate `mqtt-proto`.

mod properties;

use core::num::NonZeroU16;

use mqtt_proto::v5::{self, ErrorV5, Header, Packet};
use mqtt_proto::{Pid, Protocol, QoS as PeerQoS, QosPid, TopicFilter as PeerFilter, TopicName};
use pool_codec::error::DecodeErrorKind;

use super::messages::*;
use crate::judge::{Judged, Written};

type DecodePacket = fn(&[u8], &mut usize, Header) -> Result<Packet, ErrorV5>;

/// Decodes a body behind a fixed header that begins with `control`.
fn read(bytes: &[u8], control: u8, decode: DecodePacket) -> Option<Packet> {
    let len = u32::try_from(bytes.len()).unwrap();
    let total = mqtt_proto::total_len(bytes.len()).unwrap();
    let header = Header::new_with(control, len, total.try_into().unwrap()).unwrap();
    let mut end = 0;
    let packet = decode(bytes, &mut end, header).ok()?;
    (end == bytes.len()).then_some(packet)
}

/// Encodes a packet, and removes its fixed header, which begins with `control`.
fn write(packet: &Packet, control: u8) -> Vec<u8> {
    let bytes = packet.encode().unwrap();
    let bytes = bytes.as_ref();
    assert_eq!(bytes[0], control);
    bytes[mqtt_proto::header_len(bytes.len())..].to_vec()
}

fn is_stricter(error: DecodeErrorKind) -> bool {
    match error {
        DecodeErrorKind::TooLong(_) | DecodeErrorKind::TooLarge { .. } => true,
        DecodeErrorKind::InvalidValue { reason } => [
            // MQTT forbids both, and the crate accepts both.
            "the number has a shorter encoding",
            "there are flags of a will, but there is no will",
        ]
        .contains(&reason),
        _ => false,
    }
}

const ONE: bool = true;
const SEVERAL: bool = false;

/// `Body, first byte of the fixed header, encodings of a value: |body| packet;`.
///
/// There is no packet if the crate refuses the value. It has rules for the meaning of values, which our types do not
/// have: where wildcards may be in topics, and that a payload is text if its properties say so.
macro_rules! bodies {
    ($($body:ident, $control:literal, $encodings:ident: |$it:ident| $packet:expr;)+) => {$(
        impl Judged for $body {
            type Theirs = Packet;
            const ONE_ENCODING: bool = $encodings;

            fn to_theirs(&self) -> Option<Packet> {
                let $it = self;
                Some($packet.into())
            }

            fn read(bytes: &[u8]) -> Option<Packet> {
                read(bytes, $control, |bytes, end, header| {
                    bodies!(@decode $body, bytes, end, header)
                })
            }

            fn is_stricter(error: DecodeErrorKind) -> bool {
                is_stricter(error)
            }
        }

        impl Written for $body {
            fn write(packet: &Packet) -> Vec<u8> {
                write(packet, $control)
            }
        }
    )+};
    (@decode Pingreq, $bytes:ident, $end:ident, $header:ident) => {{
        let _ = ($bytes, $end, $header);
        Ok(Packet::Pingreq)
    }};
    (@decode Pingresp, $bytes:ident, $end:ident, $header:ident) => {{
        let _ = ($bytes, $end, $header);
        Ok(Packet::Pingresp)
    }};
    (@decode PublishOnce, $bytes:ident, $end:ident, $header:ident) => {
        v5::Publish::decode($bytes, $end, $header).map(Packet::from)
    };
    (@decode PublishAcknowledged, $bytes:ident, $end:ident, $header:ident) => {
        v5::Publish::decode($bytes, $end, $header).map(Packet::from)
    };
    (@decode $body:ident, $bytes:ident, $end:ident, $header:ident) => {
        v5::$body::decode($bytes, $end, $header).map(Packet::from)
    };
}
bodies! {
    Connect, 0x10, ONE: |it| v5::Connect {
        protocol: Protocol::V500,
        clean_start: it.flags.clean_start,
        keep_alive: it.keep_alive,
        properties: properties::connect(&it.properties)?,
        client_id: (&*it.client_id).into(),
        last_will: match &it.will {
            Some(will) => Some(last_will(it.flags, will)?),
            None => None,
        },
        username: it.user_name.as_deref().map(Into::into),
        password: it.password.clone().map(Into::into),
    };
    Connack, 0x20, ONE: |it| v5::Connack {
        session_present: it.session_present,
        reason_code: v5::ConnectReasonCode::from_u8(it.reason as u8)?,
        properties: properties::connack(&it.properties)?,
    };
    PublishOnce, 0x30, ONE: |it| publish(QosPid::Level0, &it.topic, &it.properties, &it.payload)?;
    PublishAcknowledged, 0x32, ONE: |it| {
        let qos = QosPid::Level1(packet_id(it.packet_id));
        publish(qos, &it.topic, &it.properties, &it.payload)?
    };
    Puback, 0x40, SEVERAL: |it| v5::Puback {
        pid: packet_id(it.packet_id),
        reason_code: v5::PubackReasonCode::from_u8(it.reason as u8)?,
        properties: properties::puback(&it.properties)?,
    };
    Pubrec, 0x50, SEVERAL: |it| v5::Pubrec {
        pid: packet_id(it.packet_id),
        reason_code: v5::PubrecReasonCode::from_u8(it.reason as u8)?,
        properties: properties::pubrec(&it.properties)?,
    };
    Pubrel, 0x62, SEVERAL: |it| v5::Pubrel {
        pid: packet_id(it.packet_id),
        reason_code: v5::PubrelReasonCode::from_u8(it.reason as u8)?,
        properties: properties::pubrel(&it.properties)?,
    };
    Pubcomp, 0x70, SEVERAL: |it| v5::Pubcomp {
        pid: packet_id(it.packet_id),
        reason_code: v5::PubcompReasonCode::from_u8(it.reason as u8)?,
        properties: properties::pubcomp(&it.properties)?,
    };
    Subscribe, 0x82, ONE: |it| v5::Subscribe {
        pid: packet_id(it.packet_id),
        properties: properties::subscribe(&it.properties)?,
        topics: it.subscriptions.iter().map(subscription).collect::<Option<_>>()?,
    };
    Suback, 0x90, ONE: |it| v5::Suback {
        pid: packet_id(it.packet_id),
        properties: properties::suback(&it.properties)?,
        topics: it
            .reasons
            .iter()
            .map(|reason| v5::SubscribeReasonCode::from_u8(*reason as u8))
            .collect::<Option<_>>()?,
    };
    Unsubscribe, 0xA2, ONE: |it| v5::Unsubscribe {
        pid: packet_id(it.packet_id),
        properties: properties::unsubscribe(&it.properties)?,
        topics: it.filters.iter().map(|topic| filter(&topic.filter)).collect::<Option<_>>()?,
    };
    Unsuback, 0xB0, ONE: |it| v5::Unsuback {
        pid: packet_id(it.packet_id),
        properties: properties::unsuback(&it.properties)?,
        topics: it
            .reasons
            .iter()
            .map(|reason| v5::UnsubscribeReasonCode::from_u8(*reason as u8))
            .collect::<Option<_>>()?,
    };
    Pingreq, 0xC0, ONE: |_it| Packet::Pingreq;
    Pingresp, 0xD0, ONE: |_it| Packet::Pingresp;
    Disconnect, 0xE0, SEVERAL: |it| v5::Disconnect {
        reason_code: v5::DisconnectReasonCode::from_u8(it.reason as u8)?,
        properties: properties::disconnect(&it.properties)?,
    };
    Auth, 0xF0, SEVERAL: |it| v5::Auth {
        reason_code: v5::AuthReasonCode::from_u8(it.content.reason as u8)?,
        properties: properties::auth(&it.content.properties)?,
    };
}

fn packet_id(id: NonZeroU16) -> Pid {
    Pid::try_from(id.get()).unwrap()
}

fn qos(qos: QoS) -> PeerQoS {
    match qos {
        QoS::Level0 => PeerQoS::Level0,
        QoS::Level1 => PeerQoS::Level1,
        QoS::Level2 => PeerQoS::Level2,
    }
}

fn last_will(flags: ConnectFlags, will: &Will) -> Option<v5::LastWill> {
    let properties = properties::will(&will.properties)?;
    Some(v5::LastWill {
        qos: qos(flags.will_qos),
        retain: flags.will_retain,
        topic_name: TopicName::try_from(&*will.topic).ok()?,
        payload: payload(&will.payload, properties.payload_is_utf8)?,
        properties,
    })
}

fn publish(
    qos_pid: QosPid,
    topic: &str,
    properties: &Properties<PUBLISH>,
    content: &[u8],
) -> Option<v5::Publish> {
    let properties = properties::publish(properties)?;
    Some(v5::Publish {
        dup: false,
        retain: false,
        qos_pid,
        topic_name: TopicName::try_from(topic).ok()?,
        payload: payload(content, properties.payload_is_utf8)?,
        properties,
    })
}

fn payload(content: &[u8], is_text: Option<bool>) -> Option<bytes::Bytes> {
    (is_text != Some(true) || str::from_utf8(content).is_ok()).then(|| content.to_vec().into())
}

fn filter(filter: &str) -> Option<PeerFilter> {
    PeerFilter::try_from(filter).ok()
}

fn subscription(subscription: &Subscription) -> Option<(PeerFilter, v5::SubscriptionOptions)> {
    let options = subscription.options;
    let retain_handling = match options.retain_handling {
        RetainHandling::Send => v5::RetainHandling::SendAtSubscribe,
        RetainHandling::SendIfNew => v5::RetainHandling::SendAtSubscribeIfNotExist,
        RetainHandling::DoNotSend => v5::RetainHandling::DoNotSend,
    };
    let options = v5::SubscriptionOptions {
        max_qos: qos(options.max_qos),
        no_local: options.no_local,
        retain_as_published: options.retain_as_published,
        retain_handling,
    };
    Some((filter(&subscription.filter)?, options))
}
