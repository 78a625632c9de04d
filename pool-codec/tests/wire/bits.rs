//! Structs whose fields are bits of an integer (WIRE.md section 13).

use std::collections::VecDeque;

use pool_codec::layout::BitField;
use pool_codec::prelude::*;
use pool_codec::{Be, Seq};
use proptest::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u16, borrow)]
struct Flags {
    #[frame(bits = 3)]
    kind: u8,
    urgent: bool,
    #[frame(bits = 12)]
    len: u16,
}

/// The first two bytes of an IPv4 header.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u16, endian = big, borrow)]
struct Ipv4 {
    #[frame(bits = 4)]
    version: u8,
    #[frame(bits = 4)]
    header_len: u8,
    #[frame(bits = 6)]
    class: u8,
    #[frame(bits = 2)]
    congestion: Congestion,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Congestion {
    None,
    Experienced,
}

impl BitField for Congestion {
    fn to_bits(self) -> u64 {
        match self {
            Self::None => 0,
            Self::Experienced => 3,
        }
    }

    fn from_bits(bits: u64) -> Option<Self> {
        match bits {
            0 => Some(Self::None),
            3 => Some(Self::Experienced),
            _ => None,
        }
    }
}

/// All bits but 0 mean `On`.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Switch {
    Off,
    On,
}

impl BitField for Switch {
    fn to_bits(self) -> u64 {
        self as u64
    }

    fn from_bits(bits: u64) -> Option<Self> {
        Some(if bits == 0 { Self::Off } else { Self::On })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u8, borrow)]
struct Switches {
    #[frame(bits = 4)]
    switch: Switch,
    #[frame(bits = 4)]
    number: u8,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Board {
    list: Seq<Switches, 4>,
    array: Box<[Switches; 1]>,
    #[frame(max_len = 3)]
    queue: VecDeque<Switches>,
}

/// Both forms encode the value of the bits, not the bits that were received.
#[test]
fn bits_that_mean_the_same() {
    let bytes = [1, 0x23, 0x45, 1, 0x67];
    let (owned, borrowed) = (Board::decode(&bytes).unwrap(), BoardRef::decode(&bytes).unwrap());
    assert_eq!(owned.encode_to_vec().unwrap(), [1, 0x21, 0x41, 1, 0x61]);
    assert_eq!(borrowed.encode_to_vec().unwrap(), [1, 0x21, 0x41, 1, 0x61]);
    assert_eq!(borrowed, owned.as_borrowed());
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u64)]
struct Whole {
    #[frame(bits = 64)]
    all: u64,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, id = 3)]
struct Packet {
    #[frame(copy)]
    flags: Flags,
    #[frame(copy)]
    header: Ipv4,
    all: Seq<Flags, 3>,
    port: Be<u16>,
}

#[test]
fn golden_bytes() {
    let flags = Flags { kind: 5, urgent: true, len: 0xABC };
    assert_eq!(flags.encode_to_vec().unwrap(), 0xABCD_u16.to_le_bytes());
    assert_eq!(Flags::decode(&[0xCD, 0xAB]).unwrap(), flags);
    let header = Ipv4 { version: 4, header_len: 5, class: 1, congestion: Congestion::Experienced };
    assert_eq!(header.encode_to_vec().unwrap(), [0x45, 0x07]);
    assert_eq!(Ipv4::decode(&[0x45, 0x07]).unwrap(), header);
    assert_eq!((Flags::MIN_SIZE, Flags::MAX_SIZE), (2, 2));
    assert_eq!(Whole { all: u64::MAX }.encode_to_vec().unwrap(), [255; 8]);

    let packet = Packet { flags, header, all: Seq::from([flags]), port: Be(1) };
    let bytes = [0xCD, 0xAB, 0x45, 0x07, 1, 0xCD, 0xAB, 0, 1];
    assert_eq!(packet.encode_to_vec().unwrap(), bytes);
    let borrowed = PacketRef::decode(&bytes).unwrap();
    assert_eq!((borrowed.all.get(0), borrowed.into_owned()), (Some(flags), packet));
}

#[test]
fn what_is_refused() {
    let large = Flags { kind: 8, urgent: false, len: 0 };
    let error = large.encode_to_vec().unwrap_err().to_string();
    assert_eq!(error, "the value of `kind` has more bits than its field");
    let error = Packet::decode(&[0, 0, 0x45, 0x05, 0, 0, 0]).unwrap_err().to_string();
    let reason = "the bits of `congestion` are no value of its type";
    assert_eq!(error, format!("`Packet.header`: {reason} (at byte 2)"));
}

proptest! {
    #[test]
    fn every_integer_is_a_value(number in any::<u16>(), all in any::<u64>()) {
        let bytes = number.to_le_bytes();
        let flags = Flags::decode(&bytes).unwrap();
        prop_assert_eq!(flags.encode_to_vec().unwrap(), bytes);
        let parts = (u16::from(flags.kind), u16::from(flags.urgent), flags.len);
        prop_assert_eq!(parts, (number & 7, number >> 3 & 1, number >> 4));
        let bytes = all.to_le_bytes();
        prop_assert_eq!(Whole::decode(&bytes).unwrap().all, all);
        if let Ok(header) = Ipv4::decode(&bytes[..2]) {
            prop_assert_eq!(&header.encode_to_vec().unwrap(), &bytes[..2]);
        }
    }
}
