//! The numbers that conditions test.

use crate::wire::{Be, LowBitBool, U24, U40, U48, U56};

/// A field that decides whether others are present: an unsigned integer or a `bool`.
///
/// ```
/// use pool_codec::layout::Switch;
///
/// assert_eq!((7_u8.bits(), true.bits()), (7, 1));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot decide whether a field is present",
    label = "neither an unsigned integer nor a `bool`",
    note = "`when` tests an unsigned integer of up to 64 bits or a `bool`"
)]
pub trait Switch {
    /// Returns the number, which is 0 or 1 for a `bool`.
    fn bits(&self) -> u64;
}

macro_rules! switches {
    ($($ty:ty)*) => {$(
        impl Switch for $ty {
            #[inline(always)]
            fn bits(&self) -> u64 {
                u64::from(*self)
            }
        }
    )*};
}
switches!(u8 u16 u32 u64 bool U24 U40 U48 U56);

impl<T: Switch> Switch for Be<T> {
    #[inline(always)]
    fn bits(&self) -> u64 {
        self.0.bits()
    }
}

impl Switch for LowBitBool {
    #[inline(always)]
    fn bits(&self) -> u64 {
        self.0.bits()
    }
}
