//! The schema of a list of types, lengths and values.

use core::marker::PhantomData;

use super::int_encoding::IntEncoding;
use super::integers::Integers;
use super::node::{Field, Kind, Schema};
use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::layout::Layout;
use crate::codec::prefix::Prefix;

/// The number of bytes before a value: a `u16`, a `u8`, and the length as a `u16`.
pub(crate) const TLV_HEAD: usize = 5;

/// The longest value whose length the head can express.
pub(crate) const TLV_LONGEST: usize = 0xFFFF;

/// The parts of the schema of a list of at most `MAX` bytes in the layout `L`.
struct List<L, const MAX: usize>(PhantomData<L>);

impl<L: Layout, const MAX: usize> List<L, MAX> {
    const NUMBER: Schema = Schema::new(Kind::Uint { size: 2, big_endian: L::BIG_ENDIAN }, 2, 2);
    const BYTE: Schema = Schema::new(Kind::Uint { size: 1, big_endian: false }, 1, 1);
    const VALUE: Schema = Schema::bytes(
        TLV_LONGEST,
        Prefix { min: 2, max: 2, encoding: IntEncoding::fixed(L::BIG_ENDIAN) },
    );
    const TLV: Schema = Schema::record(
        "Tlv",
        &[
            Field::new("extension", &Self::NUMBER),
            Field::new("field", &Self::BYTE),
            Field::new("value", &Self::VALUE),
        ],
    );
    const ITEMS: Schema = Schema::rest_items(&Self::TLV, MAX / TLV_HEAD, 0);
}

impl Schema {
    /// Creates the schema of zero or more TLVs of at most `MAX` bytes together, up to the end of the payload. The layout
    /// `L` sets the order of the bytes of their numbers.
    ///
    /// # Panics
    ///
    /// Panics at compile time if not even one TLV fits.
    #[track_caller]
    pub(crate) const fn tlvs<L: Layout, const MAX: usize>() -> Self {
        if MAX < TLV_HEAD {
            fail(&[
                "a list of at most ",
                Decimal::new(MAX).as_str(),
                " bytes has no room for a TLV\nhelp: the shortest one has ",
                Decimal::new(TLV_HEAD).as_str(),
            ]);
        }
        let mut schema = Self::record("Tlvs", const { &[Field::new("0", &List::<L, MAX>::ITEMS)] });
        schema.sizes.max = MAX;
        schema.sizes.integers = Integers::of_numbers::<L>();
        schema
    }
}
