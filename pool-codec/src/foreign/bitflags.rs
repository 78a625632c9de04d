//! Sets of flags: the integer of their bits (WIRE.md section 11).

use bitflags::Flags;

use crate::codec::Decodable;
use crate::layout::Adapter;

/// Encodes a type of `bitflags!` as its bits: `#[frame(with = FlagBits)]`. Bits that are no flag are refused, on decode and
/// on encode, unless the type declares that it accepts them (`const _ = !0`).
///
/// ```
/// use pool_codec::Adapter;
/// use pool_codec::layout::FlagBits;
///
/// bitflags::bitflags! {
///     #[derive(Debug, Clone, Copy, PartialEq)]
///     struct Rights: u16 {
///         const READ = 1;
///         const WRITE = 2;
///     }
/// }
///
/// assert_eq!(FlagBits::to_wire(&Rights::WRITE), Ok(2_u16));
/// assert_eq!(FlagBits::from_wire(3), Ok(Rights::READ | Rights::WRITE));
/// assert!(<FlagBits as Adapter<Rights>>::from_wire(4).is_err());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct FlagBits;

const REASON: &str = "a bit is set that is no flag";

impl<T: Flags<Bits: for<'decoder> Decodable<'decoder>>> Adapter<T> for FlagBits {
    type Wire = T::Bits;

    fn to_wire(value: &T) -> Result<T::Bits, &'static str> {
        if value.contains_unknown_bits() { Err(REASON) } else { Ok(value.bits()) }
    }

    fn from_wire(bits: T::Bits) -> Result<T, &'static str> {
        T::from_bits(bits).ok_or(REASON)
    }
}
