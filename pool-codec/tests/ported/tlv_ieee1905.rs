//! IEEE 1905.1. A message is a header and a list of TLVs, which ends with the TLV "end of message". A TLV has a type
//! (u8), a length (u16) and a value, all in network byte order.
//!
//! The source is IEEE Std 1905.1-2013, clauses 6.2 (message format) and 6.4 (TLVs), as described by public
//! implementations: the Wireshark dissector `packet-ieee1905`, and meshComms of the Broadband Forum. The bytes are
//! written by hand.

use pool_codec::error::HeaderError;
use pool_codec::{Adapter, Be, Bytes, Frame, FrameSet, Header, RawFrame, Seq};

use crate::rest::{Rest, RestRef};

mod tests;

/// A TLV is in one Ethernet frame, after the header of the message and its own header.
const MAX_VALUE: usize = 1500 - 8 - 3;

/// The type and the length of a TLV.
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

/// The header of a message, before the TLVs (6.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct CmduHeader {
    #[frame(range = 0..=0)]
    version: u8,
    reserved: u8,
    message_type: Be<u16>,
    message_id: Be<u16>,
    fragment_id: u8,
    /// Bit 7 marks the last fragment, and bit 6 a relayed message.
    flags: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, transparent)]
struct MacAddr([u8; 6]);

/// A media type of two bytes. The first byte is the family (table 6-12).
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

/// The highest bit of a byte. The other bits are reserved: they are sent as 0 and ignored.
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
    /// The media-specific bytes: 10 for 802.11, 7 for 1901, and none for Ethernet.
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

// The derive finds `RestOfMacsRef` by its name, and assumes that a form without type arguments is covariant.
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
