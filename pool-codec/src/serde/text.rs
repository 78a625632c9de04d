//! Text.

use core::fmt;

use ::serde::de::{Error, Visitor};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{Str, StrRef};

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

impl<'de, const MAX: usize> Deserialize<'de> for Str<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Content<const MAX: usize>;

        impl<const MAX: usize> Visitor<'_> for Content<MAX> {
            type Value = Str<MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "text of at most {MAX} bytes")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Str<MAX>, E> {
                Str::new(text).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Content)
    }
}

impl<'de: 'a, 'a, const MAX: usize> Deserialize<'de> for StrRef<'a, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        StrRef::new(<&str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
