//! Text.

use core::fmt;

use ::serde::de::{Error, Visitor};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::TooLong;
use crate::wire::{FixedStr, Str, StrRef};

impl<const MAX: usize> Serialize for Str<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<const MAX: usize> Serialize for StrRef<'_, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<const N: usize, const PAD: u8> Serialize for FixedStr<N, PAD> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Str<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text { max: MAX, new: Str::new })
    }
}

impl<'de, const N: usize, const PAD: u8> Deserialize<'de> for FixedStr<N, PAD> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text { max: N, new: FixedStr::new })
    }
}

/// Makes a `T` of text of at most `max` bytes.
struct Text<T> {
    max: usize,
    new: fn(&str) -> Result<T, TooLong>,
}

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text of at most {} bytes", self.max)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.new)(text).map_err(E::custom)
    }
}

impl<'de: 'a, 'a, const MAX: usize> Deserialize<'de> for StrRef<'a, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        StrRef::new(<&str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
