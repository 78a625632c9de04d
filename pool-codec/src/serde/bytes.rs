//! Byte strings: hexadecimal digits for people, bytes in compact formats.

use alloc::vec::Vec;
use core::fmt;

use ::serde::de::{Error, SeqAccess, Visitor};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::Digest;
use crate::wire::{ByteStr, ByteStrRef, Bytes, BytesRef};

impl<const MAX: usize> Serialize for Bytes<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<const MAX: usize> Serialize for BytesRef<'_, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

/// As bytes: a text in JSON could not tell the byte `E9` from the characters `\\xE9`.
impl<const MAX: usize> Serialize for ByteStr<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<const MAX: usize> Serialize for ByteStrRef<'_, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    match serializer.is_human_readable() {
        true => serializer.serialize_str(&hex::encode(bytes)),
        false => serializer.serialize_bytes(bytes),
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Bytes<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.is_human_readable() {
            true => deserializer.deserialize_str(Digits),
            false => deserializer.deserialize_bytes(Content),
        }
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for ByteStr<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = Bytes::<MAX>::deserialize(deserializer)?;
        Self::new(&bytes).map_err(D::Error::custom)
    }
}

/// Hexadecimal digits.
struct Digits<const MAX: usize>;

impl<const MAX: usize> Visitor<'_> for Digits<MAX> {
    type Value = Bytes<MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at most {MAX} bytes in hexadecimal digits")
    }

    fn visit_str<E: Error>(self, digits: &str) -> Result<Bytes<MAX>, E> {
        // The length is checked before memory is taken.
        if digits.len().div_ceil(2) > MAX {
            return Err(E::invalid_length(digits.len().div_ceil(2), &self));
        }
        let bytes = hex::decode(digits).map_err(E::custom)?;
        Bytes::new(&bytes).map_err(E::custom)
    }
}

struct Content<const MAX: usize>;

impl<'de, const MAX: usize> Visitor<'de> for Content<MAX> {
    type Value = Bytes<MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at most {MAX} bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes<MAX>, E> {
        Bytes::new(bytes).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Bytes<MAX>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = seq.next_element()? {
            if bytes.len() == MAX {
                return Err(A::Error::invalid_length(MAX.saturating_add(1), &self));
            }
            bytes.push(byte);
        }
        Bytes::new(&bytes).map_err(A::Error::custom)
    }
}

/// From compact formats alone: hexadecimal digits cannot be borrowed.
impl<'de: 'a, 'a, const MAX: usize> Deserialize<'de> for BytesRef<'a, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BytesRef::new(<&[u8]>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<'de: 'a, 'a, const MAX: usize> Deserialize<'de> for ByteStrRef<'a, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ByteStrRef::new(<&[u8]>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
