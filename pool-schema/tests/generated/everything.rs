// @generated from `everything.yaml`, by pool-schema. Change the schema, not this file.

use pool_codec::prelude::*;
use pool_codec::{Be, Bytes, FixedStr, LowBitBool, RawFrame, Seq, Str, Sv2Header, U24};

/// An account or a contract: 20 bytes.
pub type Address = [u8; 20];

/// The borrowed form of [`Address`].
pub type AddressRef<'decoder> = &'decoder [u8; 20];

/// A 256-bit number in big-endian byte order.
pub type U256 = [u8; 32];

/// The borrowed form of [`U256`].
pub type U256Ref<'decoder> = &'decoder [u8; 32];

pub type Price = u64;

/// The borrowed form of [`Price`].
pub type PriceRef<'decoder> = u64;

pub type Hash = [u8; 32];

/// The borrowed form of [`Hash`].
pub type HashRef<'decoder> = &'decoder [u8; 32];

pub type Pair = (Address, Price);

/// The borrowed form of [`Pair`].
pub type PairRef<'decoder> = (AddressRef<'decoder>, PriceRef<'decoder>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(borrow)]
pub enum Side {
    Bid = 0,
    Ask = 1,
}

/// A price level.
///
/// The amount is in lots.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(borrow)]
pub struct Level {
    pub price: Price,
    /// In lots.
    #[frame(range = 1..=1_000_000)]
    pub amount: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(borrow, tag = u16, reserved = [7, 9..=10])]
pub enum Kind {
    #[frame(tag = 1)]
    Market,
    /// With a limit.
    #[frame(tag = 2)]
    Limit { limit: Price, post_only: bool },
    #[frame(tag = 3)]
    Stop(Be<u32>, LowBitBool),
    #[frame(other)]
    Unknown { tag: u16, body: Bytes<255> },
}

/// The levels of a market.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800001, borrow, capacity = 512, trailing = 16)]
pub struct Book {
    /// The market.
    pub symbol: FixedStr<16>,
    pub levels: Seq<Level, 50>,
    pub best: Option<(Price, U24)>,
    pub pairs: Seq<Pair, 4>,
    pub hashes: [Hash; 2],
    pub r#type: Side,
    pub ratio: f64,
    pub text: Str<70000>,
    #[frame(default = 9)]
    pub level: u16,
    #[frame(default)]
    pub note: Str<300>,
}

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 0x800002, borrow, max_size = 200)]
pub struct Order {
    pub kind: Kind,
    pub owner: Address,
    pub amount: U256,
    pub letter: char,
    pub delta: Be<i128>,
    pub content: Bytes<4000>,
}

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 0x800003, borrow)]
pub struct Ping;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(id = 0x800004, borrow)]
pub enum Choice {
    Yes = 0,
    No = 1,
}

/// All that a schema can say.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow, max_payload = 1048576, reserved = [3, 8..=15])]
pub enum Everything {
    Book(Book),
    Order(Order),
    Ping(Ping),
    Choice(Choice),
    /// A frame of another id.
    #[frame(other)]
    Unknown(RawFrame),
}
