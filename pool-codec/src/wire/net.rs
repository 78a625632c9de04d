//! Addresses of the network (WIRE.md section 11).

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::tag::{enumeration, read_tag, unknown_tag, write_tag};
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, Field, Layout, Schema, Sink, Variant,
};
use crate::wire::parts::parts;

parts!(
    Ipv4Addr as [u8; 4],
    Facts::ALL,
    Some(Blank::new(Ipv4Addr::UNSPECIFIED)),
    |value| Ok(value.octets()),
    |octets| Ok(octets.into())
);

parts!(
    Ipv6Addr as [u8; 16],
    Facts::ALL,
    Some(Blank::new(Ipv6Addr::UNSPECIFIED)),
    |value| Ok(value.octets()),
    |octets| Ok(octets.into())
);

parts!(
    SocketAddrV4 = "SocketAddrV4" { "ip": Ipv4Addr, "port": u16 },
    Facts::ALL,
    Some(Blank::new(SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, 0))),
    |value| Ok((*value.ip(), value.port())),
    |(ip, port)| Ok(SocketAddrV4::new(ip, port))
);

// As in bincode, wincode and borsh, only the address and the port are on the wire. An address that says more is refused.
parts!(
    SocketAddrV6 = "SocketAddrV6" { "ip": Ipv6Addr, "port": u16 },
    Facts::ALL,
    Some(Blank::new(SocketAddrV6::new(Ipv6Addr::UNSPECIFIED, 0, 0, 0))),
    |value| match (value.flowinfo(), value.scope_id()) {
        (0, 0) => Ok((*value.ip(), value.port())),
        _ => Err("the flow and the scope of an address are not on the wire"),
    },
    |(ip, port)| Ok(SocketAddrV6::new(ip, port, 0, 0))
);

/// Implements the traits for an enum of an IPv4 and an IPv6 type.
macro_rules! either {
    ($ty:ident($v4:ty, $v6:ty), $name:literal, $blank:expr) => {
        impl<L: Layout> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema = &enumeration::<L>(
                $name,
                const {
                    &[
                        Variant::new(
                            "V4",
                            0,
                            const { &[Field::new("V4.0", <$v4 as Encode<L>>::ENCODING)] },
                        ),
                        Variant::new(
                            "V6",
                            1,
                            const { &[Field::new("V6.0", <$v6 as Encode<L>>::ENCODING)] },
                        ),
                    ]
                },
                None,
            );

            #[inline]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                match value {
                    Self::V4(address) => {
                        write_tag::<L, S>(0, sink)?;
                        <$v4 as Encode<L>>::encode_to(address, sink)
                    }
                    Self::V6(address) => {
                        write_tag::<L, S>(1, sink)?;
                        <$v6 as Encode<L>>::encode_to(address, sink)
                    }
                }
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $ty {
            const FACTS: Facts = <$v6 as Decode<'decoder, L>>::FACTS.tagged::<L>();
            const BLANK: Option<Blank<Self>> = Some(Blank::new($blank));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let start = *decoder;
                match read_tag::<L>(decoder)? {
                    0 => <$v4 as Decode<'decoder, L>>::decode_from(decoder).map(Self::V4),
                    1 => <$v6 as Decode<'decoder, L>>::decode_from(decoder).map(Self::V6),
                    tag => Err(unknown_tag(&start, tag)),
                }
            }
        }

        own_borrowed_form!($ty);
        impl ArrayElement for $ty {}
    };
}
either!(IpAddr(Ipv4Addr, Ipv6Addr), "IpAddr", IpAddr::V4(Ipv4Addr::UNSPECIFIED));
either!(
    SocketAddr(SocketAddrV4, SocketAddrV6),
    "SocketAddr",
    SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, 0))
);
