//! A digest of an encoding, which tells whether two peers mean the same bytes.

use core::fmt;

use super::condition::{Condition, Test};
use super::fold::Tag;
use super::int_encoding::IntEncoding;
use super::node::{Field, Kind, Schema};
use super::sizes::Sizes;
use crate::codec::varint::Varint;

/// 128 bits that identify an encoding: of a message in a set ([`MessageInfo::digest`](crate::MessageInfo::digest)), or
/// of a whole set ([`FrameSet::DIGEST`](crate::FrameSet::DIGEST)).
///
/// Two types have the same digest if the same wire types follow one another in them, with the same bounds. Names do not
/// matter, nor does the grouping of fields in nested structs. Other types have other digests, except by an accident of
/// probability 2<sup>-128</sup>. The hash is FNV-1a, which is not cryptographic: a peer can lie about its digest in any
/// case, and then its frames fail to decode.
///
/// ```
/// use pool_codec::schema::Digest;
/// use pool_codec::{Str, Wire};
///
/// assert_eq!(Digest::of(<(u8, u16)>::SCHEMA), Digest::of(<(u8, u16)>::SCHEMA));
/// assert_ne!(Digest::of(Str::<20>::SCHEMA), Digest::of(Str::<21>::SCHEMA));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u128);

impl Digest {
    /// The digest of an encoding.
    #[must_use]
    pub const fn of(schema: &Schema) -> Self {
        Self(encoding(Fnv::NEW, schema).0)
    }

    /// The digest of a message of a set.
    pub(crate) const fn of_message(id: u32, schema: &Schema) -> Self {
        let hash = Fnv::NEW.number(id as u64).number(schema.max_trailing() as u64);
        Self(encoding(hash, schema).0)
    }

    /// The digest of a header.
    pub(crate) const fn of_header(size: usize, max_id: u32, max_payload: usize) -> Self {
        Self(Fnv::NEW.number(size as u64).number(max_id as u64).number(max_payload as u64).0)
    }

    /// The digest of a set that also has the message of `other`.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// The digest of a set that lacks the message of `other`.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0.wrapping_sub(other.0))
    }

    /// Returns the digest as it is sent, least significant byte first.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }

    /// Reads a digest as it is sent.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_le_bytes(bytes))
    }
}

/// Prints 32 hexadecimal digits.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// FNV-1a with 128 bits. Source: draft-eastlake-fnv, "The FNV Non-Cryptographic Hash Algorithm".
#[derive(Clone, Copy)]
struct Fnv(u128);

impl Fnv {
    const NEW: Self = Self(0x6C62_272E_07BB_0142_62B8_2175_6295_C58D);
    const PRIME: u128 = 0x0100_0000_0000_0000_0000_013B;

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u128).wrapping_mul(Self::PRIME))
    }

    /// Hashes a number in LEB128, so that no two sequences of numbers have the same bytes.
    const fn number(mut self, mut number: u64) -> Self {
        while number >= 0x80 {
            self = self.byte(number as u8 | 0x80);
            number >>= 7;
        }
        self.byte(number as u8)
    }
}

/// The end of the parts of an array, a sequence, an option or a variant.
const END: u8 = 0;
/// The limit that `max_size` sets on the fields before it.
const LIMIT: u8 = 14;

/// Hashes an encoding. Every kind begins with a number of its own. The fields of structs and tuples follow one another
/// as they do on the wire, so nesting makes no difference.
const fn encoding(hash: Fnv, schema: &Schema) -> Fnv {
    match schema.kind {
        Kind::Uint { size, big_endian } => number(hash, 1, size, big_endian),
        Kind::Int { size, big_endian } => number(hash, 2, size, big_endian),
        Kind::Float { size, big_endian } => number(hash, 3, size, big_endian),
        Kind::Char => hash.byte(4),
        Kind::Bool { low_bit } => hash.byte(5).byte(low_bit as u8),
        Kind::Array { len, element } => {
            encoding(hash.byte(6).number(len as u64), element).byte(END)
        }
        Kind::Bytes { max, prefix: width, .. } => {
            prefix(hash.byte(7).number(max as u64), width, schema)
        }
        Kind::Str { max, prefix: width } => prefix(hash.byte(8).number(max as u64), width, schema),
        Kind::Seq { max, prefix: width, element } => {
            encoding(prefix(hash.byte(9).number(max as u64), width, schema), element).byte(END)
        }
        Kind::Option { value } => encoding(hash.byte(10), value).byte(END),
        Kind::Tuple { fields: parts } | Kind::Struct { fields: parts, .. } => {
            limit(fields(hash, parts), Sizes::of_fields(parts).max, schema)
        }
        Kind::Enum { tag, variants, other, .. } => {
            let mut hash = prefix(hash.byte(12), tag, schema).number(variants.len() as u64);
            let mut rest = variants;
            while let [variant, tail @ ..] = rest {
                hash = fields(hash.number(variant.tag), variant.fields).byte(END);
                rest = tail;
            }
            if let Some(other) = other {
                hash = fields(hash.byte(1), other.fields);
            }
            let tag = Tag { min: tag, max: tag, encoding: schema.prefix };
            limit(hash.byte(END), Sizes::of_variants(tag, variants, other).max, schema)
        }
        Kind::VarUint { bits, varint: of, lenient } => {
            varint(hash.byte(16), of, lenient).number(bits as u64)
        }
        Kind::VarInt { bits, varint: of, lenient } => {
            varint(hash.byte(17), of, lenient).number(bits as u64)
        }
        Kind::FixedStr { len, pad } => hash.byte(18).number(len as u64).byte(pad),
        Kind::Delimited { prefix: width, value } => {
            encoding(prefix(hash.byte(19), width, schema), value).byte(END)
        }
        Kind::Rest { max, element } => {
            encoding(hash.byte(20).number(max as u64), element).byte(END)
        }
        Kind::Terminated { max, element, end: [0] } => {
            encoding(hash.byte(21).number(max as u64), element).byte(END)
        }
        Kind::Terminated { max, element, end } => {
            let hash = constant(hash.byte(27).number(max as u64), end);
            encoding(hash, element).byte(END)
        }
        // As constant bytes and the value after them.
        Kind::Padded { padding, value } => {
            let (mut left, mut hash) = (padding, hash.byte(22).number(padding as u64));
            while left > 0 {
                hash = hash.byte(0);
                left = left.saturating_sub(1);
            }
            encoding(hash, value)
        }
        Kind::Constant { bytes } => constant(hash.byte(22), bytes),
        Kind::Opaque => {
            hash.byte(13).number(schema.min_size() as u64).number(schema.max_size() as u64)
        }
    }
}

/// Hashes the number of bytes, and the bytes.
const fn constant(hash: Fnv, bytes: &[u8]) -> Fnv {
    let (mut rest, mut hash) = (bytes, hash.number(bytes.len() as u64));
    while let [byte, tail @ ..] = rest {
        hash = hash.byte(*byte);
        rest = tail;
    }
    hash
}

const fn number(hash: Fnv, kind: u8, size: usize, big_endian: bool) -> Fnv {
    hash.byte(kind).byte(size as u8).byte(big_endian as u8)
}

/// Hashes the width of a prefix, and its encoding unless that is little-endian.
const fn prefix(hash: Fnv, width: usize, schema: &Schema) -> Fnv {
    let hash = hash.number(width as u64);
    match schema.prefix {
        IntEncoding::LittleEndian => hash,
        IntEncoding::BigEndian => hash.byte(23).byte(0),
        IntEncoding::Varint { varint: of, lenient } => varint(hash.byte(23), of, lenient),
        IntEncoding::Remaining => hash.byte(23).byte(255),
    }
}

const fn varint(hash: Fnv, varint: Varint, lenient: bool) -> Fnv {
    let number = match varint {
        Varint::Leb128 => 1,
        Varint::Bincode => 2,
        Varint::CompactSize => 3,
        Varint::ShortVec => 4,
        Varint::Quic => 5,
        Varint::Compact => 6,
    };
    hash.byte(number).byte(lenient as u8)
}

const fn fields(hash: Fnv, fields: &[Field]) -> Fnv {
    let (mut rest, mut hash) = (fields, hash);
    while let [field, tail @ ..] = rest {
        // No kind has these numbers.
        hash = if field.optional { hash.byte(15) } else { hash };
        if let Some(Condition { switch, test }) = field.condition {
            hash = hash.byte(24).number(switch as u64);
            hash = match test {
                Test::Bits(bits) => hash.byte(0).number(bits),
                Test::Equals(number) => hash.byte(1).number(number),
            };
        }
        if let Some(slot) = field.count {
            hash = hash.byte(25).number(slot as u64);
        }
        if let Some(slot) = field.switch {
            hash = hash.byte(26).number(slot as u64);
        }
        hash = encoding(hash, field.schema);
        rest = tail;
    }
    hash
}

/// Hashes the longest encoding of a type, if `max_size` makes it shorter than `longest`.
const fn limit(hash: Fnv, longest: usize, schema: &Schema) -> Fnv {
    if schema.max_size() == longest {
        hash
    } else {
        hash.byte(LIMIT).number(schema.max_size() as u64)
    }
}
