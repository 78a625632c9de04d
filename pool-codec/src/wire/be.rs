//! Big-endian numbers (WIRE.md section 1).

use core::fmt;
use core::str::FromStr;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Decode, DecodeError, Decoder, Encode, Facts, HeaderNumber, Kind, Layout, Schema, Sink, Slots,
};
use crate::wire::int::number;

/// A number whose most significant byte comes first, as in network headers and many displays of hashes.
///
/// ```
/// use pool_codec::{Be, Decodable, Encodable};
///
/// let port = Be(8080_u16);
/// assert_eq!(port.encode_to_vec().unwrap(), [0x1F, 0x90]);
/// assert_eq!(Be::<u16>::decode(&[0x1F, 0x90]).unwrap().0, 8080);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Be<T>(pub T);

impl<T> From<T> for Be<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Formats like the number.
macro_rules! formats {
    ($($name:ident)*) => {$(
        impl<T: fmt::$name> fmt::$name for Be<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}
formats!(Debug Display LowerHex UpperHex Octal Binary LowerExp UpperExp);

impl<T: FromStr> FromStr for Be<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Self)
    }
}

impl<T: HeaderNumber> HeaderNumber for Be<T> {
    const MAX: u64 = T::MAX;

    #[inline]
    fn from_number(number: u64) -> Option<Self> {
        T::from_number(number).map(Self)
    }

    #[inline]
    fn number(self) -> u64 {
        self.0.number()
    }
}

macro_rules! big_endian {
    ($kind:ident: $($ty:ident)*) => {$(
        number!(
            Be<$ty>,
            Kind::$kind { size: size_of::<$ty>(), big_endian: true },
            (|value: Be<$ty>| value.0.to_be_bytes()),
            (|bytes| Be($ty::from_be_bytes(bytes))),
            Be(0 as $ty)
        );

        impl From<Be<$ty>> for $ty {
            fn from(value: Be<$ty>) -> Self {
                value.0
            }
        }
    )*};
}
big_endian!(Uint: u16 u32 u64 u128);
big_endian!(Int: i16 i32 i64 i128);
big_endian!(Float: f32 f64);
