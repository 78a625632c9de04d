// Every legal input, once. Pass tests include!() it under different lints; it names the library's
// items by `use codec::..`, whatever the library is called there.

use codec::{Bytes, Frame, FrameSet, LowBitBool, RawFrame, Seq, Str, Sv2Header, U24};

/// A message of nothing that borrows: its borrowed form has a hidden field.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, id = 0x01, borrow)]
pub struct Fixed {
    /// An unsigned integer.
    pub a: u8,
    /// A signed integer.
    pub b: i64,
    /// Three bytes.
    pub c: U24,
    /// One byte of 0 or 1.
    pub d: bool,
    /// One bit that counts.
    pub e: LowBitBool,
    /// An array of integers.
    pub f: [u16; 3],
    /// A float.
    pub g: ::core::option::Option<f64>,
}

/// A message of the bounded types.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x02, borrow)]
pub struct Bounded {
    /// Text.
    pub text: Str<255>,
    /// Bytes.
    pub bytes: Bytes<65_535>,
    /// A sequence.
    pub numbers: Seq<u32, 255>,
    /// A sequence of arrays.
    pub hashes: Seq<[u8; 32], 16>,
    /// An array of bytes, borrowed as one.
    pub hash: [u8; 32],
    /// An array of text.
    pub names: [Str<8>; 2],
    /// Maybe text.
    pub maybe: ::core::option::Option<Str<{ Bounded::LIMIT }>>,
    /// A part.
    pub part: Part,
    /// A part that is its own borrowed form.
    #[frame(copy)]
    pub kind: Kind,
    /// Some of them.
    #[frame(copy)]
    pub kinds: [Kind; 4],
}

impl Bounded {
    /// A bound by name.
    pub const LIMIT: usize = 16;
}

/// A part: it has no id.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, borrow)]
pub struct Part {
    /// A name.
    pub name: Str<32>,
    /// Where it lives.
    pub(crate) private: u16,
}

/// A part of one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(crate = codec)]
pub enum Kind {
    /// Nothing special.
    Plain = 0,
    /// The largest that fits.
    Largest = 0xFF,
}

/// A part of a wider tag.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(crate = codec, tag = u32)]
#[repr(u32)]
pub enum Wide {
    /// Small.
    Small = 1,
    /// Large.
    Large = 0xFFFF_FFFF,
}

/// Standard types with a bound from the field.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x0080_0003, borrow, capacity = 4)]
pub struct Standard {
    /// Text.
    #[frame(max_len = 255)]
    pub text: ::std::string::String,
    /// Bytes.
    #[frame(max_len = Standard::LIMIT)]
    pub bytes: ::std::vec::Vec<u8>,
    /// Parts.
    #[frame(max_len = Self::LIMIT)]
    pub parts: ::std::vec::Vec<Part>,
}

impl Standard {
    /// A bound by name.
    pub const LIMIT: usize = 300;
}

/// A message whose bound is tighter than its fields'.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 4, borrow, max_size = 100)]
pub struct Tight {
    /// Text.
    pub text: Str<255>,
}

/// A message without a borrowed form.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 5)]
pub struct OwnedOnly {
    /// Text.
    pub text: Str<255>,
    /// Bytes.
    #[frame(max_len = 3)]
    pub bytes: ::std::vec::Vec<u8>,
    /// A part.
    pub wide: Wide,
}

/// A message without fields.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, id = 6, borrow)]
pub struct Empty {}

/// A message of this module only.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 7, borrow)]
pub(crate) struct Internal {
    pub(crate) text: Str<255>,
    number: u16,
}

/// A set in both forms that keeps what it does not know.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(crate = codec, header = Sv2Header, borrow)]
pub enum Everything {
    /// Integers.
    Fixed(Fixed),
    /// Bounded types.
    Bounded(Bounded),
    /// Standard types.
    Standard(Standard),
    /// A tighter bound.
    Tight(Tight),
    /// Nothing.
    Empty(Empty),
    /// Anything else.
    #[frame(other)]
    Unknown(RawFrame),
}

/// A set in the owned form that rejects what it does not know.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(crate = codec, header = codec::TlvHeader)]
pub enum Few {
    /// Text.
    OwnedOnly(OwnedOnly),
    /// Nothing.
    Empty(Empty),
}
