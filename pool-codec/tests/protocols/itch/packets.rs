//! The packets of MoldUDP64, each of which has messages behind their lengths.

use pool_codec::prelude::*;
use pool_codec::{FixedStr, Frame};
use proptest::collection::vec;
use proptest::prelude::*;

use super::messages::Message;
use super::peer::read_all;
use super::spec::any_message;
use crate::judge::{Judged, damage, damaged, same_meaning};

/// The most messages that a UDP datagram holds: each is at least a length, and the shortest message of 12 bytes.
const MAX_MESSAGES: usize = (65_507 - 20) / 14;

/// The number of messages is not a `count`, because one number means that the session is over.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16, validate = check_count)]
struct Packet {
    session: FixedStr<10>,
    /// The number of the first message.
    sequence: u64,
    count: u16,
    #[frame(rest, max_len = MAX_MESSAGES)]
    messages: Vec<Block>,
}

/// The count of the last packet of a session, which has no messages.
const END_OF_SESSION: u16 = 0xFFFF;

fn check_count(packet: &PacketRef<'_>) -> Result<(), &'static str> {
    let expected = if packet.count == END_OF_SESSION { 0 } else { packet.count };
    match packet.messages.len() == usize::from(expected) {
        true => Ok(()),
        false => Err("a packet has another number of messages"),
    }
}

/// A message behind its length.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, endian = big, len = u16)]
struct Block {
    #[frame(delimited)]
    message: Message,
}

/// Splits the packet by hand, and reads each message with the crate.
impl Judged for Packet {
    type Theirs = (String, u64, Vec<itchy::Message>);

    fn to_theirs(&self) -> Option<Self::Theirs> {
        let messages = self.messages.iter().map(|block| block.message.to_theirs());
        Some((self.session.to_string(), self.sequence, messages.collect::<Option<_>>()?))
    }

    fn read(bytes: &[u8]) -> Option<Self::Theirs> {
        let (session, rest) = bytes.split_first_chunk::<10>()?;
        let (sequence, rest) = rest.split_first_chunk()?;
        let (count, mut rest) = rest.split_first_chunk()?;
        let mut messages = Vec::new();
        while let Some((len, behind)) = rest.split_first_chunk() {
            let (message, behind) = behind.split_at_checked(u16::from_be_bytes(*len).into())?;
            messages.push(Message::read(message)?);
            rest = behind;
        }
        let expected = match u16::from_be_bytes(*count) {
            END_OF_SESSION => 0,
            count => count.into(),
        };
        let session = str::from_utf8(session).ok()?.trim_end_matches(' ').to_owned();
        (rest.is_empty() && messages.len() == expected).then_some((
            session,
            u64::from_be_bytes(*sequence),
            messages,
        ))
    }
}

/// Builds a packet by hand.
fn packet(session: &str, sequence: u64, count: u16, messages: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = format!("{session:<10}").into_bytes();
    bytes.extend(sequence.to_be_bytes());
    bytes.extend(count.to_be_bytes());
    for message in messages {
        bytes.extend(u16::try_from(message.len()).unwrap().to_be_bytes());
        bytes.extend(message);
    }
    bytes
}

fn any_packet() -> impl Strategy<Value = Vec<u8>> {
    ("[A-Z0-9]{0,10}", any::<u64>(), vec(any_message(), 0..5)).prop_map(
        |(session, sequence, messages)| {
            packet(&session, sequence, messages.len().try_into().unwrap(), &messages)
        },
    )
}

proptest! {
    #[test]
    fn packets_mean_the_same(bytes in any_packet()) {
        let packet = Packet::decode(&bytes).unwrap();
        prop_assert_eq!(&packet.encode_to_vec().unwrap(), &bytes);
        // The crate reads a file of messages behind their lengths, which is what a packet has after its 20 bytes.
        if let Some((_, _, messages)) = packet.to_theirs() {
            prop_assert_eq!(read_all(&bytes[20..]), Some(messages));
        }
        for end in 0..=bytes.len() {
            same_meaning::<Packet>(&bytes[..end])?;
        }
    }

    #[test]
    fn damaged_packets_mean_the_same_or_nothing(bytes in any_packet(), damage in damage()) {
        same_meaning::<Packet>(&damaged(bytes, &damage))?;
    }
}

#[test]
fn packets_without_messages() {
    for count in [0, END_OF_SESSION] {
        let bytes = packet("SESSION", 7, count, &[]);
        let session = "SESSION".parse().unwrap();
        let expected = Packet { session, sequence: 7, count, messages: Vec::new() };
        assert_eq!(Packet::decode(&bytes), Ok(expected));
        same_meaning::<Packet>(&bytes).unwrap();
        // Neither of them has a message.
        same_meaning::<Packet>(&packet("SESSION", 7, count, &[b"B".repeat(19)])).unwrap();
    }
}
