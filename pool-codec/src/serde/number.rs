//! Numbers and booleans that the standard library does not have.

use ::serde::de::{Error, Unexpected};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{AsciiDec, AsciiHex, Be, I24, LowBitBool, U24, U40, U48, U56};

/// Integers of widths that Rust does not have are numbers, and must fit.
macro_rules! odd_ints {
    ($($name:ident($inner:ident), $unexpected:ident($wide:ident), $bits:literal;)+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.get().serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = $inner::deserialize(deserializer)?;
                let unexpected = Unexpected::$unexpected($wide::from(number));
                Self::new(number).ok_or_else(|| D::Error::invalid_value(unexpected, &$bits))
            }
        }
    )+};
}

odd_ints!(
    U24(u32), Unsigned(u64), "24 bits";
    I24(i32), Signed(i64), "24 bits";
    U40(u64), Unsigned(u64), "40 bits";
    U48(u64), Unsigned(u64), "48 bits";
    U56(u64), Unsigned(u64), "56 bits";
);

/// The number itself: its byte order and its digits are a matter of the wire.
macro_rules! wrappers {
    ($([$($params:tt)*] $name:ty;)+) => {$(
        impl<T: Serialize, $($params)*> Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de, T: Deserialize<'de>, $($params)*> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                T::deserialize(deserializer).map(Self)
            }
        }
    )+};
}

wrappers!(
    [] Be<T>;
    [const N: usize, const PAD: u8] AsciiDec<T, N, PAD>;
    [const N: usize, const UPPER: bool] AsciiHex<T, N, UPPER>;
);

impl Serialize for LowBitBool {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for LowBitBool {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bool::deserialize(deserializer).map(Self)
    }
}
