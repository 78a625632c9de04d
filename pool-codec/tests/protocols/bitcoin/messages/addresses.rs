//! Addresses of peers.

use core::net::{Ipv4Addr, Ipv6Addr};

use pool_codec::layout::{Bitcoin, CompactSize};
use pool_codec::{Be, Frame};

use super::id;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
pub(crate) struct Address {
    pub(crate) services: u64,
    pub(crate) ip: Ipv6Addr,
    pub(crate) port: Be<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
pub(crate) struct TimedAddress {
    pub(crate) time: u32,
    pub(crate) address: Address,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("addr"), borrow, layout = Bitcoin)]
pub(crate) struct Addr {
    #[frame(max_len = 1000)]
    pub(crate) addresses: Vec<TimedAddress>,
}

/// The address of a network, behind its length (BIP 155).
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin, tag = u8, validate = check)]
pub(crate) enum NetworkAddress {
    #[frame(tag = 1)]
    Ipv4(#[frame(delimited)] Ipv4Addr),
    #[frame(tag = 2)]
    Ipv6(#[frame(delimited)] Ipv6Addr),
    #[frame(tag = 3)]
    TorV2(#[frame(delimited)] [u8; 10]),
    #[frame(tag = 4)]
    TorV3(#[frame(delimited)] [u8; 32]),
    #[frame(tag = 5)]
    I2p(#[frame(delimited)] [u8; 32]),
    #[frame(tag = 6)]
    Cjdns(#[frame(delimited)] Ipv6Addr),
    #[frame(other)]
    Unknown(u8, #[frame(max_len = 512)] Vec<u8>),
}

fn check(address: &NetworkAddressRef<'_>) -> Result<(), &'static str> {
    match address {
        NetworkAddressRef::Ipv6(ip) => match ip.segments() {
            [0xFD87, 0xD87E, 0xEB43, ..] => Err("an address of Tor is not one of IPv6"),
            [0, 0, 0, 0, 0, 0xFFFF, ..] => Err("an address of IPv4 is not one of IPv6"),
            _ => Ok(()),
        },
        NetworkAddressRef::Cjdns(ip) if ip.octets()[0] != 0xFC => {
            Err("an address of CJDNS begins with fc")
        }
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
pub(crate) struct TimedNetworkAddress {
    pub(crate) time: u32,
    #[frame(layout = CompactSize)]
    pub(crate) services: u64,
    pub(crate) address: NetworkAddress,
    pub(crate) port: Be<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("addrv2"), borrow, layout = Bitcoin)]
pub(crate) struct AddrV2 {
    #[frame(max_len = 1000)]
    pub(crate) addresses: Vec<TimedNetworkAddress>,
}
