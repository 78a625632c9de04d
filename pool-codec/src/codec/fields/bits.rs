//! Fields of a few bits that are packed into an integer: `#[frame(bits = u16)]` (WIRE.md section 13).

use crate::codec::const_fmt::{Decimal, fail};

/// A field of a type with `bits`: an unsigned integer or a `bool`.
///
/// ```
/// use pool_codec::layout::BitField;
///
/// assert_eq!((true.to_bits(), u8::from_bits(7), u8::from_bits(300)), (1, Some(7), None));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of some bits",
    label = "neither an unsigned integer nor a `bool`",
    note = "implement `BitField` for `{Self}`, such as an enum"
)]
pub trait BitField: Copy {
    /// Whether each value has only the bits that [`to_bits`](Self::to_bits) returns. The integers and `bool` set it.
    #[doc(hidden)]
    const ONE_PATTERN: bool = false;

    /// Returns the bits of the value, the lowest first.
    fn to_bits(self) -> u64;

    /// Returns the value with these bits, if there is one.
    fn from_bits(bits: u64) -> Option<Self>;
}

macro_rules! bit_fields {
    ($($ty:ident)*) => {$(
        impl BitField for $ty {
            const ONE_PATTERN: bool = true;

            #[inline(always)]
            fn to_bits(self) -> u64 {
                self.into()
            }

            #[inline(always)]
            fn from_bits(bits: u64) -> Option<Self> {
                bits.try_into().ok()
            }
        }
    )*};
}
bit_fields!(u8 u16 u32 u64);

impl BitField for bool {
    const ONE_PATTERN: bool = true;

    #[inline(always)]
    fn to_bits(self) -> u64 {
        self.into()
    }

    #[inline(always)]
    fn from_bits(bits: u64) -> Option<Self> {
        match bits {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

/// Fails the build unless the widths of the fields add up to those of the integer.
#[track_caller]
pub const fn check_widths(owner: &str, widths: &[u32], bits: u32) {
    let (mut rest, mut all) = (widths, 0_u32);
    while let [width, tail @ ..] = rest {
        all = all.saturating_add(*width);
        rest = tail;
    }
    if all != bits {
        fail(&[
            "the fields of `",
            owner,
            "` have ",
            Decimal::new(all as usize).as_str(),
            " bits together, but its integer has ",
            Decimal::new(bits as usize).as_str(),
            "\nhelp: add a field for reserved bits, or change the integer of `bits`",
        ]);
    }
}

/// The number of bits below the field `index`. In a big-endian integer, the first field has the highest bits.
#[must_use]
pub const fn shift(widths: &[u32], index: usize, big_endian: bool) -> u32 {
    let (before, from_here) = widths.split_at(index);
    let mut below = match (big_endian, from_here) {
        (false, _) | (true, []) => before,
        (true, [_, after @ ..]) => after,
    };
    let mut shift = 0_u32;
    while let [width, tail @ ..] = below {
        shift = shift.saturating_add(*width);
        below = tail;
    }
    shift
}

/// The value with the `width` lowest bits set.
const fn mask(width: u32) -> u64 {
    match width {
        0 => 0,
        width => u64::MAX >> 64_u32.saturating_sub(width),
    }
}

/// Adds the bits of a field to `number`. Returns false if they are too many.
#[inline(always)]
pub fn pack(number: &mut u64, field: impl BitField, width: u32, shift: u32) -> bool {
    let bits = field.to_bits();
    *number |= (bits & mask(width)).wrapping_shl(shift);
    bits <= mask(width)
}

/// Takes the bits of a field from `number`.
#[inline(always)]
pub fn unpack<T: BitField>(number: u64, width: u32, shift: u32) -> Option<T> {
    T::from_bits(number.wrapping_shr(shift) & mask(width))
}
