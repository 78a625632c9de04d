//! Frames in streams, written by one side and read by the other.

use mqtt_proto::v5;
use pool_codec::error::FrameError;
use pool_codec::{EncodeFrame, FrameEncoder, FrameReader, FrameSet, Header, Pool};
use proptest::collection::vec;
use proptest::prelude::*;

use super::header::{Control, FixedHeader};
use super::messages::*;
use super::random::*;
use super::set::Packet;
use crate::judge::{damage, damaged};
use crate::streams::{Refused, read, write};

/// Generates packets, except those of which each test of a body has enough.
fn packet() -> impl Strategy<Value = Packet> {
    let once = publish().prop_map(|(topic, properties, payload)| {
        Packet::PublishOnce(Publish { topic, packet_id: (), properties, payload })
    });
    let acknowledged =
        (packet_id(), publish()).prop_map(|(packet_id, (topic, properties, payload))| {
            Packet::PublishAcknowledged(Publish { topic, packet_id, properties, payload })
        });
    let received = (packet_id(), publish_reason(), properties(&[0x1F]), any::<bool>()).prop_map(
        |(packet_id, reason, properties, is_first)| match is_first {
            true => Packet::Puback(Puback { packet_id, reason, properties }),
            false => Packet::Pubrec(Pubrec { packet_id, reason, properties }),
        },
    );
    let released = (packet_id(), release_reason(), properties(&[0x1F]), any::<bool>()).prop_map(
        |(packet_id, reason, properties, is_first)| match is_first {
            true => Packet::Pubrel(Pubrel { packet_id, reason, properties }),
            false => Packet::Pubcomp(Pubcomp { packet_id, reason, properties }),
        },
    );
    let subscribe = (packet_id(), properties(&[0x0B]), vec(subscription(), 1..4)).prop_map(
        |(packet_id, properties, subscriptions)| {
            Packet::Subscribe(Subscribe { packet_id, properties, subscriptions })
        },
    );
    let unsubscribe = (packet_id(), vec(filter(), 1..4)).prop_map(|(packet_id, filters)| {
        let filters = filters.into_iter().map(|filter| TopicFilter { filter }).collect();
        Packet::Unsubscribe(Unsubscribe { packet_id, properties: Properties::default(), filters })
    });
    let answers =
        (packet_id(), 0..3_usize, any::<bool>()).prop_map(|(packet_id, len, is_first)| {
            let properties = Properties::default();
            match is_first {
                true => {
                    let reasons = vec![SubscribeReason::GrantedQoS2; len];
                    Packet::Suback(Suback { packet_id, properties, reasons })
                }
                false => {
                    let reasons = vec![UnsubscribeReason::NoSubscriptionExisted; len];
                    Packet::Unsuback(Unsuback {
                        packet_id,
                        properties: Properties::default(),
                        reasons,
                    })
                }
            }
        });
    let auth = properties(&[0x15, 0x16]).prop_map(|properties| {
        let reason = AuthReason::ReAuthentication;
        Packet::Auth(Auth { content: AuthContent { reason, properties } })
    });
    prop_oneof![
        1 => prop_oneof![connect().prop_map(Packet::Connect), connack().prop_map(Packet::Connack)],
        3 => once,
        3 => acknowledged,
        1 => received,
        1 => released,
        1 => subscribe,
        1 => unsubscribe,
        1 => answers,
        1 => prop_oneof![Just(Packet::Pingreq(Pingreq)), Just(Packet::Pingresp(Pingresp))],
        1 => prop_oneof![disconnect().prop_map(Packet::Disconnect), auth],
    ]
}

/// The flags of a PUBLISH.
#[derive(Debug, Clone, Copy)]
struct Flags {
    dup: bool,
    retain: bool,
    is_level_2: bool,
}

impl Flags {
    fn set(self, control: &mut Control) {
        if control.kind == 3 {
            (control.dup, control.retain) = (self.dup, self.retain);
            if control.qos == QoS::Level1 && self.is_level_2 {
                control.qos = QoS::Level2;
            }
        }
    }
}

fn flags() -> impl Strategy<Value = Flags> {
    any::<(bool, bool, bool)>().prop_map(|(dup, retain, is_level_2)| Flags {
        dup,
        retain,
        is_level_2,
    })
}

/// The flags of a packet that is sent.
fn control(packet: &Packet, flags: Flags) -> Control {
    let mut header = FixedHeader::new(packet.frame_id(), 0).unwrap();
    flags.set(&mut header.control);
    header.control
}

/// Reads as many packets as there are with the crate. Its `total_len` is not the length of the frame.
fn read_theirs(mut bytes: &[u8]) -> Vec<v5::Packet> {
    let mut packets = Vec::new();
    while let Ok(header) = v5::Header::decode(bytes) {
        let ends = |byte: &u8| *byte < 0x80;
        let header_len = 2 + bytes[1..].iter().position(ends).unwrap();
        let len = header_len + header.remaining_len as usize;
        let Some((frame, rest)) = bytes.split_at_checked(len) else { break };
        let Ok(Some(packet)) = v5::Packet::decode(frame) else { break };
        packets.push(packet);
        bytes = rest;
    }
    packets
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn streams_are_the_same(list in vec((packet(), flags()), 0..8), piece in 1..60_usize) {
        let packets: Vec<_> = list.iter().map(|(packet, _)| packet.clone()).collect();
        let theirs: Vec<_> = list
            .iter()
            .map(|(packet, flags)| packet.to_theirs(control(packet, *flags)).unwrap())
            .collect();
        let frames: Vec<_> =
            theirs.iter().map(|packet| packet.encode().unwrap().as_ref().to_vec()).collect();

        let (read, is_cut) = read::<Packet>(&frames.concat(), piece);
        prop_assert!(!is_cut);
        let read = read.into_iter().map(Result::unwrap);
        let expected = list.iter().zip(&frames).map(|((packet, flags), frame)| {
            let len = (frame.len() - mqtt_proto::header_len(frame.len())) as u32;
            (FixedHeader { control: control(packet, *flags), len }, packet.clone())
        });
        prop_assert_eq!(read.collect::<Vec<_>>(), expected.collect::<Vec<_>>());

        let ours = write(&packets, |index, header| list[index].1.set(&mut header.control));
        prop_assert_eq!(read_theirs(&ours), theirs);
        if packets.iter().all(Packet::has_one_encoding) {
            prop_assert_eq!(ours, frames.concat());
        }
    }

    /// What we read before the first frame that we refuse, the crate reads, too.
    #[test]
    fn damaged_streams_mean_the_same(
        list in vec(packet(), 1..5),
        piece in 1..60_usize,
        damage in damage(),
    ) {
        let bytes = damaged(write(&list, |_, _| ()), &damage);
        let (ours, _) = read::<Packet>(&bytes, piece);
        let mut theirs = read_theirs(&bytes).into_iter();
        for (header, packet) in ours.into_iter().map_while(Result::ok) {
            // The crate has rules for the meaning of values, and stops if one is broken.
            let Some(packet) = packet.to_theirs(header.control) else { break };
            prop_assert_eq!(theirs.next(), Some(packet));
        }
    }
}

/// The example of section 3.3, with each quality of service.
#[test]
fn the_flags_tell_which_publish_it_is() {
    let stream = b"\x31\x08\x00\x03a/b\x00hi\x3A\x0A\x00\x03a/b\x00\x0A\x00hi\x34\x0A\x00\x03a/b\x00\x0B\x00hi";
    let (frames, _) = read::<Packet>(stream, 3);
    let [Ok((first, once)), Ok((second, two)), Ok((third, three))] = &frames[..] else {
        panic!("{frames:?}");
    };
    assert_eq!(
        (first.control.retain, first.control.qos, first.control.dup),
        (true, QoS::Level0, false)
    );
    assert_eq!((second.control.qos, second.control.dup), (QoS::Level1, true));
    assert_eq!(third.control.qos, QoS::Level2);
    let Packet::PublishOnce(Publish { packet_id: (), payload, .. }) = once else { panic!() };
    assert_eq!(payload, b"hi");
    let ids = [two, three].map(|packet| match packet {
        Packet::PublishAcknowledged(publish) => publish.packet_id.get(),
        _ => panic!("{packet:?}"),
    });
    assert_eq!(ids, [10, 11]);
}

/// Without the set, the flags in the header tell which of the two types to decode.
#[test]
fn a_view_has_the_flags() {
    let pool = Pool::new(&Packet::POOL_CONFIG);
    let stream = b"\x30\x08\x00\x03a/b\x00hi\x32\x0A\x00\x03a/b\x00\x0A\x00hi";
    let mut reader = FrameReader::<_, Packet>::new(&stream[..], &pool);
    let mut ids = Vec::new();
    while let Some(frame) = reader.read().unwrap() {
        let control = frame.header().control;
        assert_eq!(control.kind, 3);
        let packet = frame.borrow::<Packet>().unwrap().into_owned();
        assert_eq!(packet, frame.decode::<Packet>().unwrap());
        ids.push(match control.qos {
            QoS::Level0 => {
                assert!(frame.borrow::<PublishAcknowledged>().is_err());
                assert_eq!(frame.borrow::<PublishOnce>().unwrap().payload, b"hi");
                None
            }
            _ => Some(frame.borrow::<PublishAcknowledged>().unwrap().packet_id.get()),
        });
    }
    assert_eq!(ids, [None, Some(10)]);
}

#[test]
fn the_quality_of_service_follows_from_the_message() {
    let pool = Pool::new(&Packet::POOL_CONFIG);
    let mut encoder = FrameEncoder::<Packet>::new(&pool);
    let topic = String::from("a/b");
    let (properties, payload) = (Properties::default(), Vec::new());
    let once = PublishOnce { topic, packet_id: (), properties, payload };
    // The payload would be that of another message.
    assert!(encoder.push_with(&once, |header| header.control.qos = QoS::Level1).is_err());
    assert!(encoder.push_with(&once, |header| header.control.retain = true).unwrap());
    assert_eq!(encoder.unsent()[0], b"\x31\x06\x00\x03a/b\x00");
}

/// Returns the reason why a stream that begins with these bytes ends the connection.
fn fatal(bytes: &[u8]) -> &'static str {
    assert!(v5::Header::decode(bytes).is_err());
    ours_alone(bytes)
}

/// The same for bytes that the crate accepts.
fn ours_alone(bytes: &[u8]) -> &'static str {
    let (frames, _) = read::<Packet>(bytes, 2);
    match &frames[..] {
        [Err(Refused::Frame(FrameError::Header { error, offset: 0 }))] => error.reason,
        _ => panic!("{frames:?}"),
    }
}

#[test]
fn flags_are_those_of_the_packet() {
    for kind in (1..16_u8).filter(|kind| *kind != 3) {
        let right = if [6, 8, 10].contains(&kind) { 2 } else { 0 };
        for flags in (0..16).filter(|flags| *flags != right) {
            fatal(&[kind << 4 | flags, 0]);
        }
        assert!(FixedHeader::decode_prefix(&[kind << 4 | right, 0]).unwrap().is_some());
    }
    assert_eq!(fatal(b"\x60\0"), "the flags are not those of the packet");
    assert_eq!(fatal(b"\0\0"), "there is no packet of type 0");
    // QoS 3.
    fatal(b"\x36\0");
}

#[test]
fn a_length_has_at_most_four_bytes() {
    for (len, bytes) in [
        (0, &[0][..]),
        (127, &[0x7F]),
        (128, &[0x80, 1]),
        (16_384, &[0x80, 0x80, 1]),
        (268_435_455, &[0xFF, 0xFF, 0xFF, 0x7F]),
    ] {
        let header = FixedHeader::new(3, len).unwrap();
        let mut encoded = vec![0; header.size()];
        header.encode(&mut encoded);
        assert_eq!(encoded, [&[0x30], bytes].concat());
        let theirs = v5::Header::decode(&encoded).unwrap();
        assert_eq!(theirs.remaining_len as usize, len);
        assert_eq!(FixedHeader::decode(&encoded), Ok(header));
    }
    assert!(FixedHeader::new(3, 268_435_456).is_none());
    // The crate refuses the fourth byte, and we wait for a fifth.
    assert!(v5::Header::decode(b"\x30\xFF\xFF\xFF\xFF").is_err());
    assert_eq!(FixedHeader::decode_prefix(b"\x30\xFF\xFF\xFF\xFF"), Ok(None));
    fatal(b"\x30\xFF\xFF\xFF\xFF\x01");
    // The crate accepts a length that is longer than necessary. MQTT does not.
    assert_eq!(ours_alone(b"\xC0\x80\0"), "the number has a shorter encoding");
}

#[test]
fn a_body_is_within_the_bound_of_its_packet() {
    let (frames, _) = read::<Packet>(b"\xC0\x01\x07\xD0\x00", 1);
    let [
        Err(Refused::Frame(FrameError::TooLarge { name: Some("Pingreq"), len: 1, max: 0, .. })),
        Ok((_, Packet::Pingresp(_))),
    ] = &frames[..]
    else {
        panic!("{frames:?}");
    };
}

#[test]
fn a_stream_can_end_in_a_frame() {
    let bytes = b"\xC0\x00\x40\x02\x00\x07\xE0\x00";
    for (end, (len, is_cut)) in [
        (0, false),
        (0, true),
        (1, false),
        (1, true),
        (1, true),
        (1, true),
        (2, false),
        (2, true),
        (3, false),
    ]
    .into_iter()
    .enumerate()
    {
        let (frames, cut) = read::<Packet>(&bytes[..end], 5);
        assert_eq!((frames.len(), cut), (len, is_cut), "{end}");
    }
}
