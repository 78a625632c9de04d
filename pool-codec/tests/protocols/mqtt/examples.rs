//! The examples of the specification, and what may be absent or in another order.

use pool_codec::prelude::*;
use proptest::prelude::*;

use super::messages::*;
use super::random::{any_property, properties};
use crate::judge::{Judged, Written, agree, every_flipped_bit, same_meaning};

/// Decodes `bytes`, and compares them with the crate as they are, cut and with flipped bits.
fn example<M: Written>(bytes: &[u8]) -> M {
    let message = M::decode(bytes).unwrap();
    assert_eq!(message.encode_to_vec().unwrap(), bytes);
    assert!(M::read(bytes).is_some());
    agree(&message).unwrap();
    every_flipped_bit(&message).unwrap();
    message
}

/// The variable header of figure 3-6, and a payload.
#[test]
fn a_connect_with_everything() {
    let bytes = b"\x00\x04MQTT\x05\xCE\x00\x0A\x05\x11\x00\x00\x00\x0A\
        \x00\x02me\
        \x05\x18\x00\x00\x00\x3C\x00\x04gone\x00\x03bye\
        \x00\x04user\x00\x04pass";
    let connect: Connect = example(bytes);
    let flags = connect.flags;
    assert!(flags.clean_start && flags.will && flags.user_name && flags.password);
    assert_eq!((flags.will_qos, flags.will_retain), (QoS::Level1, false));
    assert_eq!(connect.keep_alive, 10);
    assert_eq!(connect.properties.list, [Property::SessionExpiryInterval(10)]);
    let will = connect.will.unwrap();
    assert_eq!(will.properties.list, [Property::WillDelayInterval(60)]);
    assert_eq!((&*will.topic, &*will.payload), ("gone", &b"bye"[..]));
    assert_eq!(connect.user_name.as_deref(), Some("user"));
    assert_eq!(connect.password.as_deref(), Some(&b"pass"[..]));
}

/// The variable header of table 3-5, and a payload.
#[test]
fn a_publish() {
    let publish: PublishAcknowledged = example(b"\x00\x03a/b\x00\x0A\x00hello");
    assert_eq!((&*publish.topic, publish.packet_id.get()), ("a/b", 10));
    assert_eq!(publish.payload, b"hello");
    let publish: PublishOnce = example(b"\x00\x03a/b\x00\x00\x0Ahello");
    assert_eq!(publish.payload, b"\x00\x0Ahello");
}

/// The topics of the examples in sections 3.8.3 and 3.10.3.
#[test]
fn topics() {
    let subscribe: Subscribe = example(b"\x00\x0A\x00\x00\x03a/b\x01\x00\x03c/d\x02");
    let topics: Vec<_> =
        subscribe.subscriptions.iter().map(|it| (&*it.filter, it.options.max_qos)).collect();
    assert_eq!(topics, [("a/b", QoS::Level1), ("c/d", QoS::Level2)]);
    let unsubscribe: Unsubscribe = example(b"\x00\x0A\x00\x00\x03a/b\x00\x03c/d");
    assert_eq!(unsubscribe.filters.len(), 2);
}

/// Checks a body that ends early, which means the same as `whole`.
fn absent<M: Judged>(bytes: &[u8], whole: &[u8]) {
    let message = M::decode(bytes).unwrap();
    assert_eq!(message.encode_to_vec().unwrap(), whole);
    assert_eq!(M::read(bytes), message.to_theirs());
    same_meaning::<M>(whole).unwrap();
}

#[test]
fn defaults_may_be_absent() {
    absent::<Puback>(b"\x01\x02", b"\x01\x02\x00\x00");
    absent::<Pubrec>(b"\x01\x02\x10", b"\x01\x02\x10\x00");
    absent::<Pubrel>(b"\x01\x02\x92", b"\x01\x02\x92\x00");
    absent::<Pubcomp>(b"\x01\x02\x00\x00", b"\x01\x02\x00\x00");
    absent::<Disconnect>(b"", b"\x00\x00");
    absent::<Disconnect>(b"\x04", b"\x04\x00");
    absent::<Auth>(b"", b"\x00\x00");
}

/// MQTT requires the shortest length. The crate accepts any.
#[test]
fn a_length_is_not_longer_than_necessary() {
    let long = b"\x01\x02\x80\x00\x00\x03a/b";
    assert!(Unsubscribe::decode(b"\x01\x02\x00\x00\x03a/b").is_ok());
    assert!(Unsubscribe::decode(long).is_err());
    assert!(Unsubscribe::read(long).is_some());
}

proptest! {
    /// The crate knows only which properties there are, and the order of those of users.
    #[test]
    fn properties_mean_the_same_in_any_order(
        connack in super::random::connack(),
        list in properties::<CONNACK>(&[0x11, 0x21, 0x24, 0x1F, 0x2A, 0x16]).prop_map(|it| it.list).prop_shuffle(),
    ) {
        let connack = Connack { properties: Properties { list }, ..connack };
        let bytes = connack.encode_to_vec().unwrap();
        prop_assert_eq!(Connack::read(&bytes), connack.to_theirs());
        same_meaning::<Connack>(&bytes)?;
    }

    /// Encoding does not check which properties a packet may have.
    #[test]
    fn properties_of_other_packets_or_twice(
        disconnect in super::random::disconnect(),
        list in prop::collection::vec(any_property(), 1..4),
    ) {
        let is_allowed = |property: &Property| matches!(
            property,
            Property::SessionExpiryInterval(_)
                | Property::ReasonString(_)
                | Property::UserProperty(_)
                | Property::ServerReference(_)
        );
        let is_repeated = |at: usize| {
            let kind = core::mem::discriminant(&list[at]);
            list[..at].iter().any(|other| core::mem::discriminant(other) == kind)
                && !matches!(list[at], Property::UserProperty(_))
        };
        let is_valid = list.iter().all(is_allowed) && !(0..list.len()).any(is_repeated);
        let disconnect = Disconnect { properties: Properties { list: list.clone() }, ..disconnect };
        let bytes = disconnect.encode_to_vec().unwrap();
        prop_assert_eq!(Disconnect::decode(&bytes).is_ok(), is_valid);
        prop_assert_eq!(Disconnect::read(&bytes).is_some(), is_valid);
    }
}
