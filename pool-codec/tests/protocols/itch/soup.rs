//! The packets of SoupBinTCP 3.00, which carry messages in a stream, as a server sends them.

use pool_codec::error::FrameError;
use pool_codec::{AsciiDec, FixedStr, Frame, FrameSet, Header};
use proptest::collection::vec;
use proptest::prelude::*;

use super::messages::Message;
use super::spec::any_message;
use crate::judge::{Judged, damage, damaged};
use crate::streams::{Refused, messages, read, write};

/// The length counts the type.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
#[frame(endian = big)]
struct SoupHeader {
    #[header(len, counts = rest)]
    len: u16,
    #[header(id)]
    kind: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = b'S', copy)]
struct SequencedData {
    message: Message,
}

/// A text for people.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = b'+', borrow)]
struct Debug {
    #[frame(rest, max_len = 1000)]
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = b'A', copy)]
struct LoginAccepted {
    /// With spaces before it, which are part of it here.
    session: FixedStr<10>,
    sequence: AsciiDec<u64, 20, b' '>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = b'J', copy)]
struct LoginRejected {
    reason: Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy)]
enum Reason {
    #[frame(tag = b'A')]
    NotAuthorized,
    #[frame(tag = b'S')]
    NoSession,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = b'H', copy)]
struct ServerHeartbeat;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = b'Z', copy)]
struct EndOfSession;

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = SoupHeader, borrow)]
enum Packet {
    SequencedData(SequencedData),
    Debug(Debug),
    LoginAccepted(LoginAccepted),
    LoginRejected(LoginRejected),
    ServerHeartbeat(ServerHeartbeat),
    EndOfSession(EndOfSession),
}

/// Builds a packet by hand.
fn packet(kind: u8, payload: &[u8]) -> Vec<u8> {
    let len = u16::try_from(1 + payload.len()).unwrap().to_be_bytes();
    [&len[..], &[kind], payload].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn streams_mean_the_same(list in vec(any_message(), 0..8), piece in 1..60_usize) {
        let mut bytes: Vec<u8> = list.iter().flat_map(|bytes| packet(b'S', bytes)).collect();
        bytes.extend(packet(b'H', b""));
        let mut packets = messages::<Packet>(&bytes, piece);
        prop_assert_eq!(write(&packets, |_, _| ()), bytes);
        prop_assert_eq!(packets.pop(), Some(Packet::ServerHeartbeat(ServerHeartbeat)));
        prop_assert_eq!(packets.len(), list.len());
        for (packet, bytes) in packets.iter().zip(&list) {
            let Packet::SequencedData(SequencedData { message }) = packet else { panic!() };
            // The crate does not have all messages.
            prop_assert_eq!(message.to_theirs(), Message::read(bytes));
        }
    }

    /// Packets without damage in front of others are read as they are, and no bytes panic.
    #[test]
    fn damaged_streams_keep_their_beginning(
        list in vec(any_message(), 1..5),
        piece in 1..60_usize,
        damage in damage(),
    ) {
        let bytes: Vec<u8> = list.iter().flat_map(|bytes| packet(b'S', bytes)).collect();
        let other = damaged(bytes.clone(), &damage);
        let same = bytes.iter().zip(&other).take_while(|(left, right)| left == right).count();
        let (frames, _) = read::<Packet>(&other, piece);
        let mut end = 0;
        for (bytes, frame) in list.iter().zip(frames) {
            end += 3 + bytes.len();
            if end > same {
                break;
            }
            let Ok((header, Packet::SequencedData(data))) = frame else { panic!("{frame:?}") };
            prop_assert_eq!(usize::from(header.len), 1 + bytes.len());
            prop_assert_eq!(data.message.to_theirs(), Message::read(bytes));
        }
    }
}

#[test]
fn packets_by_hand() {
    let packets: [&[u8]; 5] = [
        b"\0\x1FA     TODAY                  42",
        b"\0\x0D+hello, world",
        b"\0\x01H",
        b"\0\x14SD\0\x01\0\0\0\0\0\0\x30\x39\0\0\0\0\0\0\0\x07",
        b"\0\x01Z",
    ];
    let bytes = packets.concat();
    let (frames, is_cut) = read::<Packet>(&bytes, 4);
    assert!(!is_cut);
    let packets: Vec<_> = frames.into_iter().map(|frame| frame.unwrap().1).collect();
    let [
        Packet::LoginAccepted(accepted),
        Packet::Debug(debug),
        Packet::ServerHeartbeat(_),
        Packet::SequencedData(data),
        Packet::EndOfSession(_),
    ] = &packets[..]
    else {
        panic!("{packets:?}");
    };
    assert_eq!((&*accepted.session, accepted.sequence), ("     TODAY", AsciiDec(42)));
    assert_eq!(debug.text, "hello, world");
    let Message::OrderDelete(_) = data.message else { panic!("{data:?}") };
    assert_eq!(write(&packets, |_, _| ()), bytes);
    assert_eq!(
        data.message.to_theirs(),
        Message::read(b"D\0\x01\0\0\0\0\0\0\x30\x39\0\0\0\0\0\0\0\x07")
    );
}

#[test]
fn lengths_and_types() {
    assert_eq!((SoupHeader::SIZE, SoupHeader::MAX_PAYLOAD), (3, 65_534));
    // The length does not count the type: where the next packet begins is not known.
    let (frames, _) = read::<Packet>(b"\0\0H\0\x01H", 2);
    let [Err(Refused::Frame(FrameError::Header { error, offset: 0 }))] = &frames[..] else {
        panic!("{frames:?}");
    };
    assert_eq!(error.reason, "`len` is less than the bytes that it counts");

    // A client's packet, one that is too long, a reason that does not exist: each costs one packet.
    let (frames, is_cut) = read::<Packet>(b"\0\x01R\0\x02H!\0\x02JX\0\x02JA\0\x05S", 3);
    let [
        Err(Refused::Frame(FrameError::UnknownId { id: 0x52, .. })),
        Err(Refused::Frame(FrameError::TooLarge { name: Some("ServerHeartbeat"), .. })),
        Err(Refused::Payload(_)),
        Ok((_, Packet::LoginRejected(LoginRejected { reason: Reason::NotAuthorized }))),
    ] = &frames[..]
    else {
        panic!("{frames:?}");
    };
    assert!(is_cut);
}
