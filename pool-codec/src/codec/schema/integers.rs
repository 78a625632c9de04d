//! The encodings of the integers in a type, and the compile-time check that they are those of its layout.

use super::int_encoding::IntEncoding;
use super::node::Schema;
use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::layout::Layout;
use crate::codec::varint::Varint;

/// A set of encodings of integers: one bit for each encoding of prefixes, and one for each encoding of numbers.
pub(crate) struct Integers;

impl Integers {
    /// Integers of a fixed width of more than one byte, least significant byte first.
    const LITTLE_ENDIAN: u32 = 1 << 24;
    const BIG_ENDIAN: u32 = 1 << 25;
    /// Floats, which have a fixed width in all layouts.
    const LITTLE_ENDIAN_FLOAT: u32 = 1 << 13;
    const BIG_ENDIAN_FLOAT: u32 = 1 << 14;

    /// The bit of the prefixes with this encoding, which have at most `width` bytes.
    pub(super) const fn of_prefix(encoding: IntEncoding, width: usize) -> u32 {
        match encoding {
            // A byte is the same in both orders.
            IntEncoding::BigEndian if width > 1 => 1 << 8 << width,
            // The length is in another field.
            IntEncoding::LittleEndian if width == 0 => 0,
            IntEncoding::Remaining => 0,
            IntEncoding::LittleEndian | IntEncoding::BigEndian => 1 << width,
            IntEncoding::Varint { varint, .. } => 1 << 17 << Self::index(varint),
        }
    }

    /// The bit of the layout's numbers.
    pub(crate) const fn of_numbers<L: Layout>() -> u32 {
        match L::NUMBERS {
            Some(varint) => 1 << 26 << Self::index(varint),
            None if L::BIG_ENDIAN => Self::BIG_ENDIAN,
            None => Self::LITTLE_ENDIAN,
        }
    }

    /// The bit of the layout's floats.
    pub(crate) const fn of_floats<L: Layout>() -> u32 {
        if L::BIG_ENDIAN { Self::BIG_ENDIAN_FLOAT } else { Self::LITTLE_ENDIAN_FLOAT }
    }

    const fn index(varint: Varint) -> u32 {
        match varint {
            Varint::Leb128 => 0,
            Varint::Bincode => 1,
            Varint::CompactSize => 2,
            Varint::ShortVec => 3,
            Varint::Quic => 4,
            Varint::Compact => 5,
        }
    }

    /// All encodings of the layout.
    const fn of<L: Layout>() -> u32 {
        let numbers = Self::of_numbers::<L>() | Self::of_floats::<L>();
        let tags = match L::TAGS {
            Some(varint) => Self::of_prefix(IntEncoding::Varint { varint, lenient: false }, 0),
            None => 0,
        };
        let fixed = IntEncoding::fixed(L::BIG_ENDIAN);
        let lengths = match (L::LENGTHS, L::LEN_WIDTH) {
            (Some(varint), _) => Self::of_prefix(IntEncoding::Varint { varint, lenient: false }, 0),
            (None, Some(width)) => Self::of_prefix(fixed, width),
            (None, None) => {
                Self::of_prefix(fixed, 1)
                    | Self::of_prefix(fixed, 2)
                    | Self::of_prefix(fixed, 3)
                    | Self::of_prefix(fixed, 4)
            }
        };
        numbers | tags | lengths
    }
}

/// Fails the build if `schema`, whose prefixes are declared to be `width` bytes wide, has a part whose prefixes are not
/// and which does not declare a layout itself.
#[track_caller]
pub(super) const fn prefixes(schema: &Schema, width: usize) {
    let numbers = Integers::LITTLE_ENDIAN | Integers::LITTLE_ENDIAN_FLOAT;
    let declared = Integers::of_prefix(IntEncoding::LittleEndian, width) | numbers;
    if let Some(field) = other_integers(schema, declared) {
        other_width(field, schema.label(), width);
    }
}

/// Fails the build if `schema`, which declares the layout `L`, has a part with other integers which does not declare a
/// layout itself.
#[track_caller]
pub(super) const fn layout<L: Layout>(schema: &Schema) {
    if let Some(field) = other_integers(schema, Integers::of::<L>()) {
        let (before, field, between) = named(field);
        fail(&[
            before,
            field,
            between,
            schema.label(),
            "` has integers that are not encoded as the layout says\nhelp: set the same `layout` or `endian` on the type of \
             the field, or `len = auto` if it has its own encoding in this protocol",
        ]);
    }
}

/// Finds a field with integers that are not in `declared`. The inner `None` stands for the field of a transparent type,
/// which has the same schema.
const fn other_integers(schema: &Schema, declared: u32) -> Option<Option<&'static str>> {
    if schema.sizes.integers & !declared == 0 {
        return None;
    }
    let mut variant = 0;
    let variants = schema.variants().len();
    while variant <= variants {
        let mut rest = schema.fields_of(variant);
        while let [field, tail @ ..] = rest {
            if field.schema.sizes.integers & !declared != 0 {
                return Some(Some(field.label()));
            }
            rest = tail;
        }
        variant = variant.saturating_add(1);
    }
    Some(None)
}

const fn named(field: Option<&str>) -> (&'static str, &str, &'static str) {
    match field {
        Some(field) => ("field `", field, "` of `"),
        None => ("`", "", ""),
    }
}

#[track_caller]
const fn other_width(field: Option<&str>, owner: &str, width: usize) -> ! {
    let (before, field, between) = named(field);
    fail(&[
        before,
        field,
        between,
        owner,
        "` has length prefixes that are not ",
        Decimal::new(width).as_str(),
        " bytes wide, as `len` says\nhelp: set the same `len` on the type of the field, or `len = auto` if its \
         prefixes are as narrow as their bounds in this protocol",
    ])
}
