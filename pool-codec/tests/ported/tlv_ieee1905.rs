//! IEEE 1905.1: a message is a header and TLVs of a type (u8), a length (u16) and a value, all in network
//! byte order, up to the TLV "end of message".
//!
//! From IEEE Std 1905.1-2013, clauses 6.2 (message format) and 6.4 (TLVs), as public implementations of it
//! describe them (the Wireshark dissector `packet-ieee1905`, the Broadband Forum's meshComms). The bytes are
//! written by hand.

use pool_codec::{
    Adapter, Be, Bytes, Decodable, DecodeErrorKind, Encodable, Frame, FrameDecoder, FrameError,
    FrameReader, FrameSet, FrameWriter, Header, HeaderError, Held, Lend, Pool, RawFrame, ReadError,
    Seq, SizeClass, ZeroCopy,
};

use crate::rest::{Rest, RestRef};
use crate::round_trip::{round_trip, unspaced};

/// A TLV lies in one Ethernet frame, behind the message's header and its own.
const MAX_VALUE: usize = 1500 - 8 - 3;

/// A TLV's type and length.
#[derive(Debug, Clone, Copy, PartialEq)]
struct TlvHeader {
    kind: u8,
    len: u16,
}

impl Header for TlvHeader {
    const SIZE: usize = 3;
    const MAX_ID: u32 = 0xFF;
    const MAX_PAYLOAD: usize = 0xFFFF;

    fn new(id: u32, payload_len: usize) -> Option<Self> {
        Some(Self { kind: id.try_into().ok()?, len: payload_len.try_into().ok()? })
    }

    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        let [kind, high, low] = *bytes else {
            return Err(HeaderError { reason: "a TLV's header is three bytes" });
        };
        Ok(Self { kind, len: u16::from_be_bytes([high, low]) })
    }

    fn encode(&self, out: &mut [u8]) {
        let [high, low] = self.len.to_be_bytes();
        out.copy_from_slice(&[self.kind, high, low]);
    }

    fn id(&self) -> u32 {
        self.kind.into()
    }

    fn payload_len(&self) -> usize {
        self.len.into()
    }
}

/// What precedes the TLVs of a message (6.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct CmduHeader {
    #[frame(range = 0..=0)]
    version: u8,
    reserved: u8,
    message_type: Be<u16>,
    message_id: Be<u16>,
    fragment_id: u8,
    /// Bit 7: last fragment. Bit 6: relayed.
    flags: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, transparent)]
struct MacAddr([u8; 6]);

/// Media types: two bytes, of which the first is the family (table 6-12).
#[derive(Debug, Clone, Copy, PartialEq)]
enum MediaType {
    FastEthernet,
    GigabitEthernet,
    Wifi80211n5GHz,
    Wifi80211ac5GHz,
    Other(u16),
}

struct MediaTypes;

impl Adapter<MediaType> for MediaTypes {
    type Wire = Be<u16>;

    fn to_wire(media: &MediaType) -> Result<Be<u16>, &'static str> {
        Ok(Be(match media {
            MediaType::FastEthernet => 0x0000,
            MediaType::GigabitEthernet => 0x0001,
            MediaType::Wifi80211n5GHz => 0x0104,
            MediaType::Wifi80211ac5GHz => 0x0105,
            MediaType::Other(other) => *other,
        }))
    }

    fn from_wire(wire: Be<u16>) -> Result<MediaType, &'static str> {
        Ok(match wire.0 {
            0x0000 => MediaType::FastEthernet,
            0x0001 => MediaType::GigabitEthernet,
            0x0104 => MediaType::Wifi80211n5GHz,
            0x0105 => MediaType::Wifi80211ac5GHz,
            other => MediaType::Other(other),
        })
    }
}

/// The highest bit of a byte, of which the others are reserved: sent as 0, ignored.
struct HighBit;

impl Adapter<bool> for HighBit {
    type Wire = u8;

    fn to_wire(flag: &bool) -> Result<u8, &'static str> {
        Ok(u8::from(*flag) << 7)
    }

    fn from_wire(wire: u8) -> Result<bool, &'static str> {
        Ok(wire & 0x80 != 0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 0, borrow)]
struct EndOfMessage;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct AlMacAddress(MacAddr);

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct InterfaceMacAddress(MacAddr);

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct LocalInterface {
    mac: MacAddr,
    #[frame(with = MediaTypes)]
    media_type: MediaType,
    /// 10 bytes for 802.11, 7 for 1901, none for Ethernet.
    media_specific: Bytes<10>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow, max_size = MAX_VALUE)]
struct DeviceInformation {
    al_mac: MacAddr,
    interfaces: Seq<LocalInterface, 255>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, borrow, max_size = MAX_VALUE)]
struct BridgingCapability {
    tuples: Seq<Seq<MacAddr, 255>, 255>,
}

// The derive finds `RestOfMacsRef` by the name, and takes a form without type arguments to be covariant.
type RestOfMacs = Rest<MacAddr, { (MAX_VALUE - 6) / 6 }>;
type RestOfMacsRef<'decoder> = RestRef<'decoder, MacAddr, { (MAX_VALUE - 6) / 6 }>;
type RestOfNeighbors = Rest<Neighbor, { (MAX_VALUE - 6) / 7 }>;
type RestOfNeighborsRef<'decoder> = RestRef<'decoder, Neighbor, { (MAX_VALUE - 6) / 7 }>;
type RestOfLinks = Rest<TransmitterLink, { (MAX_VALUE - 12) / 29 }>;
type RestOfLinksRef<'decoder> = RestRef<'decoder, TransmitterLink, { (MAX_VALUE - 12) / 29 }>;
type RestOfBytes = Rest<u8, { MAX_VALUE - 3 }>;
type RestOfBytesRef<'decoder> = RestRef<'decoder, u8, { MAX_VALUE - 3 }>;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 6, borrow)]
struct NonPeerNeighbors {
    local_mac: MacAddr,
    neighbors: RestOfMacs,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct Neighbor {
    al_mac: MacAddr,
    #[frame(with = HighBit)]
    bridged: bool,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7, borrow)]
struct Neighbors {
    local_mac: MacAddr,
    neighbors: RestOfNeighbors,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum QueryTarget {
    #[frame(tag = 0)]
    AllNeighbors,
    #[frame(tag = 1)]
    Neighbor(MacAddr),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum QueriedMetrics {
    Transmit = 0,
    Receive = 1,
    Both = 2,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 8, borrow)]
struct LinkMetricQuery {
    target: QueryTarget,
    metrics: QueriedMetrics,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct TransmitterLink {
    local_mac: MacAddr,
    neighbor_mac: MacAddr,
    #[frame(with = MediaTypes)]
    media_type: MediaType,
    bridged: bool,
    packet_errors: Be<u32>,
    transmitted_packets: Be<u32>,
    throughput_capacity: Be<u16>,
    #[frame(range = Be(0)..=Be(100))]
    availability: Be<u16>,
    phy_rate: Be<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 9, borrow)]
struct TransmitterLinkMetrics {
    al_mac: MacAddr,
    neighbor_al_mac: MacAddr,
    links: RestOfLinks,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 11, borrow)]
struct VendorSpecific {
    oui: [u8; 3],
    data: RestOfBytes,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 12, borrow)]
enum LinkMetricResult {
    #[frame(tag = 0)]
    InvalidNeighbor,
    #[frame(other)]
    Reserved(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum Role {
    #[frame(tag = 0)]
    Registrar,
    #[frame(other)]
    Reserved(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 13, borrow)]
struct SearchedRole(Role);

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 14, borrow)]
enum AutoconfigBand {
    #[frame(tag = 0)]
    Ghz2_4,
    #[frame(tag = 1)]
    Ghz5,
    #[frame(tag = 2)]
    Ghz60,
    #[frame(other)]
    Reserved(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 19, borrow)]
struct PushButtonJoin {
    al_mac: MacAddr,
    message_id: Be<u16>,
    mac: MacAddr,
    joined_mac: MacAddr,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct Ipv4Address {
    /// 0: unknown, 1: DHCP, 2: static, 3: automatic.
    origin: u8,
    address: Be<u32>,
    dhcp_server: Be<u32>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Ipv4Interface {
    mac: MacAddr,
    addresses: Seq<Ipv4Address, 255>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 23, borrow, max_size = MAX_VALUE)]
struct Ipv4 {
    interfaces: Seq<Ipv4Interface, 255>,
}

/// Type 5 is reserved by the standard.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow, reserved = [5])]
enum Tlv {
    EndOfMessage(EndOfMessage),
    AlMacAddress(AlMacAddress),
    InterfaceMacAddress(InterfaceMacAddress),
    DeviceInformation(DeviceInformation),
    BridgingCapability(BridgingCapability),
    NonPeerNeighbors(NonPeerNeighbors),
    Neighbors(Neighbors),
    LinkMetricQuery(LinkMetricQuery),
    TransmitterLinkMetrics(TransmitterLinkMetrics),
    VendorSpecific(VendorSpecific),
    LinkMetricResult(LinkMetricResult),
    SearchedRole(SearchedRole),
    AutoconfigBand(AutoconfigBand),
    PushButtonJoin(PushButtonJoin),
    Ipv4(Ipv4),
    #[frame(other)]
    Unknown(RawFrame),
}

static POOL: Pool = Pool::new(&Tlv::POOL_CONFIG.with(SizeClass::for_len(4096), 64));

const LOCAL: MacAddr = MacAddr([2, 0, 0, 0, 0, 1]);
const PEER: MacAddr = MacAddr([2, 0, 0, 0, 0, 2]);

/// The TLVs of every type with their bytes, which name the two addresses.
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

/// Sends three bytes at a time.
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

/// The neighbours in a TLV that is owned, borrowed or held.
fn bridged(neighbors: &impl Lend<Neighbors>) -> usize {
    neighbors.lend().neighbors.to_vec().iter().filter(|neighbor| neighbor.bridged).count()
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
    // Behind the end of the message Ethernet pads the frame.
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
                assert_eq!(bridged(&neighbors), 1);
                assert_eq!(bridged(&neighbors.into_owned()), 1);
            }
            TlvRef::Unknown(raw) => assert_eq!((raw.id, raw.payload), (0xFE, &[0x2A][..])),
            _ => {}
        }
        names.push(frame.message().map_or("unknown", |message| message.name));
    }
    assert_eq!(names, ["AlMacAddress", "Neighbors", "unknown", "EndOfMessage"]);
    assert_eq!(decoder.offset(), 9 + 16 + 4, "where the last one begins");
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
    // A query for one neighbour, without it; one of an unknown scope.
    assert!(matches!(kind(&unspaced("08 0002 01 00")).0, DecodeErrorKind::UnexpectedEnd { .. }));
    assert_eq!(kind(&unspaced("08 0002 07 00")), (DecodeErrorKind::UnknownTag { tag: 7 }, 0));
    // More media-specific bytes than any medium has.
    assert!(matches!(
        kind(&unspaced("03 0010 020000000001 01 020000000002 0001 0b")).0,
        DecodeErrorKind::TooLong(error) if error.max == 10
    ));
    // A link that is available 101 % of the time.
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
