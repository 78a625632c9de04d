//! The schemas of numbers, whose encoding the layout sets.

use super::integers::Integers;
use super::node::{Kind, Schema};
use crate::codec::layout::Layout;

impl Schema {
    /// Creates the schema of an integer of `bits` bits in the layout `L`.
    pub(crate) const fn integer<L: Layout>(signed: bool, bits: usize) -> Self {
        let (size, big_endian) = (bits / 8, L::BIG_ENDIAN);
        let mut schema = match (L::NUMBERS, signed) {
            (Some(varint), _) => {
                let max = u128::MAX >> 128_usize.saturating_sub(bits);
                let max = if max < varint.max() { max } else { varint.max() };
                let kind = match signed {
                    true => Kind::VarInt { bits, varint, lenient: L::LENIENT },
                    false => Kind::VarUint { bits, varint, lenient: L::LENIENT },
                };
                Self::new(kind, varint.len(0), varint.len(max))
            }
            (None, true) => Self::new(Kind::Int { size, big_endian }, size, size),
            (None, false) => Self::new(Kind::Uint { size, big_endian }, size, size),
        };
        schema.sizes.integers = Integers::of_numbers::<L>();
        schema
    }

    /// Creates the schema of an integer of `size` bytes whose order the layout `L` sets. It is shown as bytes.
    #[cfg(feature = "alloy-primitives")]
    pub(crate) const fn wide_integer<L: Layout>(size: usize) -> Self {
        const BYTE: &Schema = &Schema::new(Kind::Uint { size: 1, big_endian: false }, 1, 1);
        let mut schema = Self::array(BYTE, size);
        schema.sizes.integers = Integers::of_numbers::<L>();
        schema
    }

    /// Creates the schema of a float of `size` bytes in the layout `L`.
    pub(crate) const fn float<L: Layout>(size: usize) -> Self {
        let mut schema = Self::new(Kind::Float { size, big_endian: L::BIG_ENDIAN }, size, size);
        schema.sizes.integers = Integers::of_floats::<L>();
        schema
    }
}
