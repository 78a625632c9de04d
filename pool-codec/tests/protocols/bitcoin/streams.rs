//! Frames in streams, written by one side and read by the other.

use bitcoin::consensus::deserialize_partial;
use bitcoin::hashes::{Hash as _, sha256d};
use bitcoin::p2p::Magic;
use bitcoin::p2p::message::{NetworkMessage, RawNetworkMessage};
use pool_codec::error::{DecodeErrorKind, FrameError};
use pool_codec::{Encodable, FrameReader, FrameSet, Header, Pool};
use proptest::collection::vec;
use proptest::prelude::*;

use super::header::{COMMANDS, MessageHeader};
use super::messages::*;
use super::random::*;
use super::set::{COMMANDS_OF_SET, Message, written};
use crate::judge::{damage, damaged};
use crate::streams::{Reading, Refused, messages, read, write};

fn message() -> impl Strategy<Value = Message> {
    let simple = prop::sample::select(vec![
        Message::Verack(Verack),
        Message::SendHeaders(SendHeaders),
        Message::WtxidRelay(WtxidRelay),
        Message::SendAddrV2(SendAddrV2),
        Message::GetAddr(GetAddr),
        Message::MemPool(MemPool),
    ]);
    let numbers = (any::<u64>(), any::<bool>(), 0..4).prop_map(|(number, flag, kind)| match kind {
        0 => Message::Ping(Ping { nonce: number }),
        1 => Message::Pong(Pong { nonce: number }),
        2 => Message::FeeFilter(FeeFilter { fee_rate: (number >> 16) as i64 }),
        _ => Message::SendCmpct(SendCmpct { high_bandwidth: flag, version: number }),
    });
    let inventories = (items(), 0..3).prop_map(|(items, kind)| match kind {
        0 => Message::Inv(Inv { items }),
        1 => Message::GetData(GetData { items }),
        _ => Message::NotFound(NotFound { items }),
    });
    let chain =
        (locator(), any::<bool>()).prop_map(
            |((version, locator, stop), is_blocks)| match is_blocks {
                true => Message::GetBlocks(GetBlocks { version, locator, stop }),
                false => Message::GetHeaders(GetHeaders { version, locator, stop }),
            },
        );
    let headers = vec(block_header(), 0..4).prop_map(|headers| {
        let only = |header| HeaderOnly { header, transactions: () };
        Message::Headers(Headers { headers: headers.into_iter().map(only).collect() })
    });
    let addresses = vec((any::<u32>(), address()), 0..4).prop_map(|addresses| {
        let timed = |(time, address)| TimedAddress { time, address };
        Message::Addr(Addr { addresses: addresses.into_iter().map(timed).collect() })
    });
    prop_oneof![
        2 => simple,
        2 => numbers,
        1 => version().prop_map(Message::Version),
        1 => reject().prop_map(Message::Reject),
        1 => inventories,
        1 => chain,
        1 => headers,
        1 => transaction().prop_map(Message::Transaction),
        1 => block().prop_map(Message::Block),
        1 => prop_oneof![
            addresses,
            vec(timed_network_address(), 0..4)
                .prop_map(|addresses| Message::AddrV2(AddrV2 { addresses })),
        ],
    ]
}

/// The lengths of the pieces in which a stream arrives.
fn piece() -> impl Strategy<Value = usize> {
    prop_oneof![1..40_usize, 1..5000_usize]
}

/// Reads as many messages as there are with the crate, which leaves the network to its user.
fn read_theirs(mut bytes: &[u8]) -> Vec<NetworkMessage> {
    let mut messages = Vec::new();
    while let Ok((message, len)) = deserialize_partial::<RawNetworkMessage>(bytes) {
        if *message.magic() != Magic::BITCOIN {
            break;
        }
        messages.push(message.into_payload());
        bytes = &bytes[len..];
    }
    messages
}

#[test]
fn every_message_has_its_command() {
    assert_eq!(COMMANDS, COMMANDS_OF_SET);
    let ids: Vec<_> = Message::MESSAGES.iter().map(|message| message.id as usize).collect();
    assert!(ids.into_iter().eq(0..COMMANDS.len()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn streams_are_the_same(list in vec(message(), 0..8), piece in piece()) {
        let theirs: Vec<_> = list.iter().map(Message::to_theirs).collect();
        let bytes: Vec<u8> = theirs.iter().cloned().flat_map(written).collect();
        prop_assert_eq!(&messages::<Message>(&bytes, piece), &list);
        prop_assert_eq!(write(&list, |_, _| ()), &bytes[..]);
        prop_assert_eq!(read_theirs(&bytes), theirs);
    }

    /// What we read before the first frame that we refuse, the crate reads, too.
    #[test]
    fn damaged_streams_mean_the_same(
        list in vec(message(), 1..5),
        piece in piece(),
        damage in damage(),
    ) {
        let bytes = damaged(write(&list, |_, _| ()), &damage);
        let ours = read::<Message>(&bytes, piece).0;
        let mut theirs = read_theirs(&bytes).into_iter();
        for (_, message) in ours.into_iter().map_while(Result::ok) {
            prop_assert_eq!(theirs.next(), Some(message.to_theirs()));
        }
    }
}

/// Builds a frame by hand.
fn frame(command: &[u8; 12], payload: &[u8]) -> Vec<u8> {
    let len = u32::try_from(payload.len()).unwrap().to_le_bytes();
    let hash = sha256d::Hash::hash(payload);
    [&Magic::BITCOIN.to_bytes()[..], command, &len, &hash[..4], payload].concat()
}

const VERACK: &[u8; 12] = b"verack\0\0\0\0\0\0";

/// Returns the frames of a stream that begins with `bytes` and ends with a VERACK.
fn before_verack(bytes: &[u8]) -> Vec<Reading<Message>> {
    let stream = [bytes, &frame(VERACK, b"")].concat();
    let mut frames = read::<Message>(&stream, 7).0;
    let Some(Ok((_, Message::Verack(_)))) = frames.pop() else { panic!("the last is read") };
    frames
}

/// The first two messages of a connection in 2019.
#[test]
fn a_greeting_and_its_answer() {
    let greeting = hex::decode(
        "f9beb4d976657273696f6e000000000066000000be61b8277f1101000d04000000000000f00f4d5c000000000000000000000000000000\
         00000000000000ffff5bf08c80b4bd0d04000000000000000000000000000000000000000000000000faa99559cc68a1c1102f5361746f\
         7368693a302e31372e312f938c080001",
    )
    .unwrap();
    let [Ok((header, message))] = &before_verack(&greeting)[..] else { panic!("one message") };
    assert_eq!((header.len, header.checksum), (102, [0xBE, 0x61, 0xB8, 0x27]));
    let Message::Version(version) = message else { panic!("a greeting") };
    assert_eq!((version.version, version.start_height), (70_015, 560_275));
    assert_eq!(version.user_agent, "/Satoshi:0.17.1/");

    let answer = hex::decode("f9beb4d976657261636b000000000000000000005df6e0e2").unwrap();
    assert_eq!(frame(VERACK, b""), answer);
    let both = [greeting, answer].concat();
    assert_eq!(write(&messages::<Message>(&both, 1), |_, _| ()), both);
}

/// A greeting of 2012, which ends before `relay`. Its frame is whole, so the next one can be read.
#[test]
fn an_older_greeting() {
    let greeting = hex::decode(
        "f9beb4d976657273696f6e0000000000640000003b648d5a62ea0000010000000000000011b2d05000000000010000000000000000000000\
         000000000000ffff000000000000010000000000000000000000000000000000ffff0000000000003b2eb35d8ce617650f2f5361746f7368\
         693a302e372e322fc03e0300",
    )
    .unwrap();
    let [Err(Refused::Payload(error))] = &before_verack(&greeting)[..] else { panic!("an error") };
    assert_eq!(
        (error.kind(), error.offset()),
        (DecodeErrorKind::UnexpectedEnd { needed: 1, available: 0 }, 100)
    );
    assert!(read_theirs(&greeting).is_empty());
}

#[test]
fn another_network_ends_the_connection() {
    let mut bytes = [frame(VERACK, b""), frame(VERACK, b""), frame(VERACK, b"")].concat();
    bytes[24..28].copy_from_slice(&Magic::TESTNET4.to_bytes());
    let frames = read::<Message>(&bytes, 9).0;
    let [Ok(_), Err(Refused::Frame(FrameError::Header { error, offset: 24 }))] = &frames[..] else {
        panic!("{frames:?}");
    };
    assert_eq!(error.reason, "the bytes are not those of the constant");
}

#[test]
fn a_wrong_checksum_costs_one_frame() {
    let mut bytes = frame(b"ping\0\0\0\0\0\0\0\0", &[7; 8]);
    for at in [20, 24, 31] {
        bytes[at] ^= 1;
        let frames = before_verack(&bytes);
        let [Err(Refused::Frame(FrameError::Corrupt { name: Some("Ping"), .. }))] = &frames[..]
        else {
            panic!("{frames:?}");
        };
        assert!(read_theirs(&bytes).is_empty());
        bytes[at] ^= 1;
    }
    assert!(before_verack(&bytes)[0].is_ok());
}

/// The crate keeps these messages as they are.
#[test]
fn an_unknown_command_costs_one_frame() {
    // The crate cuts NUL at the end alone, and so do we: nothing may follow them.
    for command in
        [b"alert\0\0\0\0\0\0\0", b"pings\0\0\0\0\0\0\0", b"twelve-bytes", b"ping\0\0\0\0\0\0\0x"]
    {
        let bytes = frame(command, &[1; 8]);
        let frames = before_verack(&bytes);
        let [Err(Refused::Frame(FrameError::UnknownId { id: 22, len: 8, .. }))] = &frames[..]
        else {
            panic!("{frames:?}");
        };
    }
    let [NetworkMessage::Unknown { command, .. }] = &read_theirs(&frame(b"twelve-bytes", b""))[..]
    else {
        panic!("an unknown message");
    };
    assert_eq!(command.as_ref(), "twelve-bytes");
    // No text, which the crate refuses.
    let bytes = frame(&[0xFF; 12], b"");
    assert!(matches!(before_verack(&bytes)[0], Err(Refused::Frame(FrameError::UnknownId { .. }))));
    assert!(read_theirs(&bytes).is_empty());
}

#[test]
fn a_payload_is_within_the_bound_of_its_message() {
    let frames = before_verack(&frame(b"ping\0\0\0\0\0\0\0\0", &[1; 9]));
    let [Err(Refused::Frame(FrameError::TooLarge { name: Some("Ping"), len: 9, max: 8, .. }))] =
        &frames[..]
    else {
        panic!("{frames:?}");
    };
    // The crate ignores what follows a message without a payload.
    let bytes = frame(VERACK, b"?");
    assert!(matches!(before_verack(&bytes)[0], Err(Refused::Frame(FrameError::TooLarge { .. }))));

    // No message is that long.
    let mut header = frame(VERACK, b"");
    header[16..20].copy_from_slice(&4_000_001_u32.to_le_bytes());
    let frames = read::<Message>(&header, 24).0;
    let [Err(Refused::Frame(FrameError::Header { error, .. }))] = &frames[..] else {
        panic!("{frames:?}");
    };
    assert_eq!(error.reason, "`len` is longer than the longest payload");
}

#[test]
fn a_stream_can_end_in_a_frame() {
    let bytes = [frame(VERACK, b""), frame(b"ping\0\0\0\0\0\0\0\0", &[1; 8])].concat();
    for end in 0..bytes.len() {
        let (frames, is_cut) = read::<Message>(&bytes[..end], 5);
        let expected = (usize::from(end >= 24), end % 24 != 0 || end == 48);
        assert_eq!((frames.len(), is_cut), expected, "{end}");
    }
}

/// The longest list of all has more bytes than a slot of a pool.
#[test]
fn long_frames() {
    let items: Vec<_> = (0..50_000).map(|number| Item::Other(number + 6, [7; 32])).collect();
    let list = [Message::Inv(Inv { items }), Message::Verack(Verack)];
    let bytes = write(&list, |_, _| ());
    assert_eq!(bytes.len(), 24 + 3 + 50_000 * 36 + 24);
    assert_eq!(messages::<Message>(&bytes, 100_000), list);
    assert_eq!(read_theirs(&bytes), list.each_ref().map(Message::to_theirs));
}

#[test]
fn messages_can_be_borrowed() {
    let pool = Pool::new(&Message::POOL_CONFIG);
    let list = [
        Message::Verack(Verack),
        Message::Ping(Ping { nonce: 7 }),
        Message::Inv(Inv { items: vec![Item::Block([1; 32])] }),
    ];
    let bytes = write(&list, |_, _| ());
    let mut reader = FrameReader::<_, Message>::new(&bytes[..], &pool);
    for message in list {
        let frame = reader.read().unwrap().unwrap();
        assert_eq!(frame.borrow::<Message>().unwrap().into_owned(), message);
    }
}

#[test]
fn a_header_alone() {
    assert_eq!((MessageHeader::SIZE, MessageHeader::SHORTEST), (24, 24));
    assert_eq!((MessageHeader::MAX_ID, MessageHeader::MAX_PAYLOAD), (22, MAX_BLOCK));
    // There is no command to send for the unknown ones.
    assert!(MessageHeader::new(21, MAX_BLOCK).is_some());
    assert!(MessageHeader::new(22, 0).is_none());
    assert!(MessageHeader::new(21, MAX_BLOCK + 1).is_none());
    assert_eq!(MessageHeader::new(7, 8).unwrap().command.encode_to_vec().unwrap()[..4], *b"ping");
}
