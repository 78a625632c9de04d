//! Integers whose width is not that of a primitive type: 3, 5, 6 and 7 bytes (WIRE.md section 1).

use core::fmt;
use core::num::{ParseIntError, TryFromIntError};
use core::str::FromStr;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::integers::{read_int, read_uint, write_int, write_uint};
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, HeaderNumber, Layout, Schema, Sink,
};
use crate::wire::int::integer_facts;

/// Defines an integer of `$bits` bits in a `$inner`, which converts to the `$wider` types without loss and from the
/// `$narrower` ones.
macro_rules! odd_int {
    (
        $(#[$doc:meta])*
        $name:ident($inner:ident), $bits:literal bits in $bytes:literal bytes, $min:expr, $max:expr,
        signed: $signed:literal, $write:ident, $read:ident,
        from: $($narrower:ident)*, into: $($wider:ident)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The smallest value.
            pub const MIN: Self = Self($min);
            /// The largest value.
            pub const MAX: Self = Self($max);

            /// Creates a number, if `value` fits.
            #[must_use]
            pub const fn new(value: $inner) -> Option<Self> {
                // The bits that the number does not have are those of its sign.
                let unused = $inner::BITS - $bits;
                if value << unused >> unused == value { Some(Self(value)) } else { None }
            }

            /// Returns the value.
            #[inline]
            #[must_use]
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        $(
            impl From<$narrower> for $name {
                fn from(value: $narrower) -> Self {
                    Self(value.into())
                }
            }
        )*

        $(
            impl From<$name> for $wider {
                fn from(value: $name) -> Self {
                    value.0.into()
                }
            }
        )*

        impl TryFrom<$inner> for $name {
            type Error = TryFromIntError;

            fn try_from(value: $inner) -> Result<Self, Self::Error> {
                // The error of the standard library has no constructor, so a conversion that fails creates it.
                match Self::new(value) {
                    Some(value) => Ok(value),
                    None => Err(u8::try_from(value)
                        .map_or_else(|error| error, |_| unreachable!("checked above"))),
                }
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, ParseIntError> {
                let value = text.parse()?;
                // The error of the standard library has no constructor, so a number that does not fit causes it.
                Self::new(value).map_or_else(|| "256".parse::<u8>().map(Self::from), Ok)
            }
        }

        odd_int!(@format $name: Debug Display LowerHex UpperHex Octal Binary LowerExp UpperExp);

        impl<L: Layout> Encode<L> for $name {
            type Value = Self;
            const ENCODING: &'static Schema = &Schema::integer::<L>($signed, $bits);

            #[inline(always)]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                if const { L::NUMBERS.is_some() } {
                    return $write::<L, S>(value.0.into(), sink);
                }
                let mut bytes = [0; $bytes];
                if const { L::BIG_ENDIAN } {
                    let wide = value.0.to_be_bytes();
                    bytes.copy_from_slice(wide.split_at(const { size_of::<$inner>() - $bytes }).1);
                } else {
                    let wide = value.0.to_le_bytes();
                    bytes.copy_from_slice(wide.split_at($bytes).0);
                }
                sink.put_array(&bytes)
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $name {
            const FACTS: Facts = integer_facts::<L>();
            const BLANK: Option<Blank<Self>> = Some(Blank::new(Self(0)));

            #[inline(always)]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                if const { L::NUMBERS.is_some() } {
                    // The number is in the range of the type.
                    return Ok(Self($read::<L>($bits, decoder)? as $inner));
                }
                let bytes: &[u8; $bytes] = decoder.take_array()?;
                let mut wide = [0; size_of::<$inner>()];
                // The bytes are the highest of a word, so that a shift extends the sign.
                let number = if const { L::BIG_ENDIAN } {
                    wide.split_at_mut($bytes).0.copy_from_slice(bytes);
                    $inner::from_be_bytes(wide)
                } else {
                    wide.split_at_mut(const { size_of::<$inner>() - $bytes }).1.copy_from_slice(bytes);
                    $inner::from_le_bytes(wide)
                };
                Ok(Self(number >> const { $inner::BITS - $bits }))
            }
        }

        own_borrowed_form!($name);
        impl ArrayElement for $name {}
    };
    (@format $name:ident: $($trait:ident)*) => {$(
        impl fmt::$trait for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::$trait::fmt(&self.0, f)
            }
        }
    )*};
}

odd_int!(
    /// An unsigned integer of 24 bits, which takes 3 bytes on the wire.
    ///
    /// ```
    /// use pool_codec::{Encodable, U24};
    ///
    /// let length = U24::try_from(70_000_u32).unwrap();
    /// assert_eq!(length.encode_to_vec().unwrap(), [0x70, 0x11, 0x01]);
    /// assert_eq!(u32::from(length), 70_000);
    /// assert!(U24::new(1 << 24).is_none());
    /// assert_eq!((format!("{length:#x}"), "70000".parse()), ("0x11170".to_owned(), Ok(length)));
    /// ```
    U24(u32), 24 bits in 3 bytes, 0, (1 << 24) - 1, signed: false, write_uint, read_uint,
    from: u8 u16, into: u32 u64 u128 i64 i128
);
odd_int!(
    /// A signed integer of 24 bits, which takes 3 bytes on the wire.
    ///
    /// ```
    /// use pool_codec::{Decodable, I24};
    ///
    /// assert_eq!(I24::decode(&[0xFE, 0xFF, 0xFF]).unwrap().get(), -2);
    /// ```
    I24(i32), 24 bits in 3 bytes, -(1 << 23), (1 << 23) - 1, signed: true, write_int, read_int,
    from: u8 i8 u16 i16, into: i32 i64 i128
);
odd_int!(
    /// An unsigned integer of 40 bits, which takes 5 bytes on the wire.
    U40(u64), 40 bits in 5 bytes, 0, (1 << 40) - 1, signed: false, write_uint, read_uint,
    from: u8 u16 u32, into: u64 u128 i128
);
odd_int!(
    /// An unsigned integer of 48 bits, which takes 6 bytes on the wire, such as the nanoseconds of a day.
    ///
    /// ```
    /// use pool_codec::{Encodable, U48};
    ///
    /// assert_eq!(U48::from(0x0102_u16).encode_to_vec().unwrap(), [2, 1, 0, 0, 0, 0]);
    /// assert_eq!(U48::MAX.get(), 0xFFFF_FFFF_FFFF);
    /// ```
    U48(u64), 48 bits in 6 bytes, 0, (1 << 48) - 1, signed: false, write_uint, read_uint,
    from: u8 u16 u32, into: u64 u128 i128
);
odd_int!(
    /// An unsigned integer of 56 bits, which takes 7 bytes on the wire.
    U56(u64), 56 bits in 7 bytes, 0, (1 << 56) - 1, signed: false, write_uint, read_uint,
    from: u8 u16 u32, into: u64 u128 i128
);

macro_rules! header_number {
    ($($name:ident($inner:ident))*) => {$(
        impl HeaderNumber for $name {
            const MAX: u64 = Self::MAX.0 as u64;

            #[inline]
            fn from_number(number: u64) -> Option<Self> {
                Self::new($inner::try_from(number).ok()?)
            }

            #[inline]
            fn number(self) -> u64 {
                self.0.into()
            }
        }
    )*};
}

header_number!(U24(u32) U40(u64) U48(u64) U56(u64));
