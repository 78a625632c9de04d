//! Golden bytes of every TLV, streams of TLVs in pieces, and rejected bytes.

use pool_codec::error::{DecodeErrorKind, FrameError};
use pool_codec::{
    Be, Bytes, Decodable, Encodable, FrameDecoder, FrameReader, FrameSet, FrameWriter, Header,
    Held, Pool, RawFrame, ReadError, SizeClass, ZeroCopy,
};

use super::*;
use crate::rest::Rest;
use crate::round_trip::{round_trip, unspaced};

static POOL: Pool = Pool::new(&Tlv::POOL_CONFIG.with_class(SizeClass::for_len(4096), 64));

const LOCAL: MacAddr = MacAddr([2, 0, 0, 0, 0, 1]);
const PEER: MacAddr = MacAddr([2, 0, 0, 0, 0, 2]);

/// Returns a TLV of every type with its bytes, in which names stand for the two addresses.
fn tlvs() -> Vec<(Tlv, Vec<u8>)> {
    let wifi = LocalInterface {
        mac: PEER,
        media_type: MediaType::Wifi80211ac5GHz,
        media_specific: Bytes::new(&[1, 2, 3, 4, 5, 6, 0, 36, 42, 0]).unwrap(),
    };
    let wired = LocalInterface {
        mac: LOCAL,
        media_type: MediaType::GigabitEthernet,
        media_specific: Bytes::default(),
    };
    let link = TransmitterLink {
        local_mac: LOCAL,
        neighbor_mac: PEER,
        media_type: MediaType::Other(0x0200),
        bridged: true,
        packet_errors: Be(1),
        transmitted_packets: Be(0x0001_0000),
        throughput_capacity: Be(1000),
        availability: Be(100),
        phy_rate: Be(0xFFFF),
    };
    let tuples = vec![vec![LOCAL, PEER], vec![]];
    let address = Ipv4Address { origin: 1, address: Be(0xC0A8_0102), dhcp_server: Be(0xC0A8_0101) };
    let known: [(Tlv, &str); 15] = [
        (EndOfMessage.into(), "00 0000"),
        (AlMacAddress(LOCAL).into(), "01 0006 LOCAL"),
        (InterfaceMacAddress(PEER).into(), "02 0006 PEER"),
        (
            DeviceInformation { al_mac: LOCAL, interfaces: vec![wired, wifi].try_into().unwrap() }
                .into(),
            "03 0023 LOCAL 02  LOCAL 0001 00  PEER 0105 0a 010203040506 00 24 2a 00",
        ),
        (
            BridgingCapability {
                tuples: tuples
                    .into_iter()
                    .map(|tuple| tuple.try_into().unwrap())
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap(),
            }
            .into(),
            "04 000f 02  02 LOCAL PEER  00",
        ),
        (
            NonPeerNeighbors { local_mac: LOCAL, neighbors: Rest(vec![PEER, PEER]) }.into(),
            "06 0012 LOCAL PEER PEER",
        ),
        (
            Neighbors {
                local_mac: LOCAL,
                neighbors: Rest(vec![
                    Neighbor { al_mac: PEER, bridged: true },
                    Neighbor { al_mac: LOCAL, bridged: false },
                ]),
            }
            .into(),
            "07 0014 LOCAL  PEER 80  LOCAL 00",
        ),
        (
            LinkMetricQuery { target: QueryTarget::Neighbor(PEER), metrics: QueriedMetrics::Both }
                .into(),
            "08 0008 01 PEER 02",
        ),
        (
            TransmitterLinkMetrics {
                al_mac: LOCAL,
                neighbor_al_mac: PEER,
                links: Rest(vec![link]),
            }
            .into(),
            "09 0029 LOCAL PEER  LOCAL PEER 0200 01 00000001 00010000 03e8 0064 ffff",
        ),
        (
            VendorSpecific { oui: [0x00, 0x50, 0xF2], data: Rest(b"hello".to_vec()) }.into(),
            "0b 0008 0050f2 68656c6c6f",
        ),
        (LinkMetricResult::InvalidNeighbor.into(), "0c 0001 00"),
        (SearchedRole(Role::Registrar).into(), "0d 0001 00"),
        (AutoconfigBand::Reserved(9).into(), "0e 0001 09"),
        (
            PushButtonJoin { al_mac: LOCAL, message_id: Be(0x1234), mac: LOCAL, joined_mac: PEER }
                .into(),
            "13 0014 LOCAL 1234 LOCAL PEER",
        ),
        (
            Ipv4 {
                interfaces: vec![Ipv4Interface {
                    mac: LOCAL,
                    addresses: vec![address].try_into().unwrap(),
                }]
                .try_into()
                .unwrap(),
            }
            .into(),
            "17 0011 01  LOCAL 01  01 c0a80102 c0a80101",
        ),
    ];
    let unknown = Tlv::Unknown(RawFrame { id: 0x80, payload: vec![1, 2, 3] });
    known
        .into_iter()
        .chain([(unknown, "80 0003 010203")])
        .map(|(tlv, hex)| {
            let hex = hex.replace("LOCAL", "020000000001").replace("PEER", "020000000002");
            (tlv, unspaced(&hex))
        })
        .collect()
}

#[test]
fn golden_bytes_of_every_type() {
    for (tlv, bytes) in tlvs() {
        let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
        writer.send(&tlv).unwrap();
        writer.send(&tlv.as_borrowed()).unwrap();
        writer.flush().unwrap();
        let twice = [&bytes[..], &bytes[..]].concat();
        assert_eq!(hex::encode(writer.get_ref()), hex::encode(&twice), "{tlv:?}");

        let value = &bytes[TlvHeader::SIZE..];
        match &tlv {
            Tlv::EndOfMessage(value_of) => round_trip(value_of, value),
            Tlv::AlMacAddress(value_of) => round_trip(value_of, value),
            Tlv::InterfaceMacAddress(value_of) => round_trip(value_of, value),
            Tlv::DeviceInformation(value_of) => round_trip(value_of, value),
            Tlv::BridgingCapability(value_of) => round_trip(value_of, value),
            Tlv::NonPeerNeighbors(value_of) => round_trip(value_of, value),
            Tlv::Neighbors(value_of) => round_trip(value_of, value),
            Tlv::LinkMetricQuery(value_of) => round_trip(value_of, value),
            Tlv::TransmitterLinkMetrics(value_of) => round_trip(value_of, value),
            Tlv::VendorSpecific(value_of) => round_trip(value_of, value),
            Tlv::LinkMetricResult(value_of) => round_trip(value_of, value),
            Tlv::SearchedRole(value_of) => round_trip(value_of, value),
            Tlv::AutoconfigBand(value_of) => round_trip(value_of, value),
            Tlv::PushButtonJoin(value_of) => round_trip(value_of, value),
            Tlv::Ipv4(value_of) => round_trip(value_of, value),
            Tlv::Unknown(raw) => assert_eq!(raw.payload, value),
        }
    }
}

/// A stream that returns three bytes at a time.
struct Trickle<'a>(&'a [u8]);

impl std::io::Read for Trickle<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let count = out.len().min(3);
        self.0.read(&mut out[..count])
    }
}

#[test]
fn a_stream_of_all_of_them_in_pieces() {
    let (tlvs, bytes): (Vec<_>, Vec<_>) = tlvs().into_iter().unzip();
    let stream = bytes.concat();
    let mut reader = FrameReader::<_, Tlv>::new(Trickle(&stream), &POOL);
    let mut held: Vec<Held<Tlv>> = Vec::new();
    for (tlv, bytes) in tlvs.iter().zip(&bytes) {
        let frame = reader.read().unwrap().unwrap();
        assert_eq!(frame.as_bytes(), bytes);
        assert_eq!(frame.message().is_none(), matches!(tlv, Tlv::Unknown(_)));
        assert_eq!(&frame.decode::<Tlv>().unwrap(), tlv);
        assert_eq!(frame.borrow::<Tlv>().unwrap(), tlv.as_borrowed());
        held.push(frame.hold().unwrap());
    }
    assert!(reader.read().unwrap().is_none());
    for (held, tlv) in held.into_iter().zip(tlvs) {
        assert_eq!(held.into_owned(), tlv);
    }
}

/// Returns the neighbours in an owned, borrowed or held TLV.
fn bridged(neighbors: NeighborsRef<'_>) -> usize {
    neighbors.neighbors.to_vec().iter().filter(|neighbor| neighbor.bridged).count()
}

#[test]
fn a_message_from_its_header_to_its_end() {
    // Topology notification (type 1), message 7, last fragment.
    let message = unspaced(
        "00 00 0001 0007 00 80  01 0006 020000000001  07 000d 020000000001 020000000002 ff
         fe 0001 2a  00 0000  000000000000",
    );
    let (header, tlvs) = CmduHeader::decode_prefix(&message).unwrap();
    assert_eq!((header.message_type, header.message_id), (Be(1), Be(7)));
    round_trip(&header, &message[..8]);

    let mut decoder = FrameDecoder::<Tlv>::new(&POOL);
    let mut names = Vec::new();
    let mut unread = tlvs;
    // Ethernet pads the frame after the end of the message.
    while !names.ends_with(&["EndOfMessage"]) {
        let Some(frame) = decoder.next_frame().unwrap() else {
            let window = decoder.window().unwrap();
            let count = unread.len().min(window.len()).min(5);
            window[..count].copy_from_slice(&unread[..count]);
            decoder.commit(count);
            unread = &unread[count..];
            continue;
        };
        match frame.borrow::<Tlv>().unwrap() {
            TlvRef::Neighbors(neighbors) => {
                // The reserved bits of the flag are ignored.
                assert_eq!(bridged(neighbors), 1);
                assert_eq!(bridged(neighbors.into_owned().as_borrowed()), 1);
            }
            TlvRef::Unknown(raw) => assert_eq!((raw.id, raw.payload), (0xFE, &[0x2A][..])),
            _ => {}
        }
        names.push(frame.message().map_or("unknown", |message| message.name));
    }
    assert_eq!(names, ["AlMacAddress", "Neighbors", "unknown", "EndOfMessage"]);
    assert_eq!(decoder.offset(), 9 + 16 + 4, "the offset of the last TLV");
}

#[test]
fn malformed_values() {
    let kind = |tlv: &[u8]| {
        let mut reader = FrameReader::<_, Tlv>::new(tlv, &POOL);
        let frame = reader.read().unwrap().unwrap();
        let error = frame.decode::<Tlv>().unwrap_err();
        assert_eq!(frame.borrow::<Tlv>().unwrap_err(), error);
        (error.kind(), error.offset())
    };
    // A list of neighbours that ends inside one of them.
    assert_eq!(
        kind(&unspaced("07 000c 020000000001 020000000002")),
        (DecodeErrorKind::UnexpectedEnd { needed: 1, available: 0 }, 12)
    );
    // A query for one neighbour without the neighbour, and a query with an unknown scope.
    assert!(matches!(kind(&unspaced("08 0002 01 00")).0, DecodeErrorKind::UnexpectedEnd { .. }));
    assert_eq!(kind(&unspaced("08 0002 07 00")), (DecodeErrorKind::UnknownTag { tag: 7 }, 0));
    // There are more media-specific bytes than any medium has.
    assert!(matches!(
        kind(&unspaced("03 0010 020000000001 01 020000000002 0001 0b")).0,
        DecodeErrorKind::TooLong(error) if error.max == 10
    ));
    // A link with an availability of 101 %.
    let mut bytes = vec![0; 12 + 29];
    bytes[12 + 12 + 2 + 1 + 8 + 2 + 1] = 101;
    let error = TransmitterLinkMetrics::decode(&bytes).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::InvalidValue { .. }), "{error}");
    assert_eq!(error.offset(), 12 + 12 + 2 + 1 + 8 + 2);
}

#[test]
fn a_value_longer_than_an_ethernet_frame_is_refused_by_its_header() {
    let mut stream = vec![3, 0x05, 0xD2];
    stream.resize(3 + 0x05D2, 0);
    stream.extend([0, 0, 0]);
    let mut reader = FrameReader::<_, Tlv>::new(&stream[..], &POOL);
    let error = reader.read().unwrap_err();
    assert!(matches!(
        error,
        ReadError::Frame(FrameError::TooLarge { id: 3, len: 1490, max: MAX_VALUE, offset: 0, .. })
    ));
    let behind = reader.read().unwrap().unwrap();
    assert_eq!(behind.decode::<Tlv>().unwrap(), Tlv::EndOfMessage(EndOfMessage));

    let full = VendorSpecific { oui: [0; 3], data: Rest(vec![7; MAX_VALUE - 3]) };
    assert_eq!(full.encode_to_vec().unwrap().len(), MAX_VALUE);
    assert_eq!(Tlv::MAX_SIZE, MAX_VALUE);
}
