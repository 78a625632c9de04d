//! Lists of types, lengths and values: a sequence of structs.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use ::serde::de::{Error, MapAccess, SeqAccess, Visitor};
use ::serde::ser::{SerializeSeq as _, SerializeStruct as _};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{Bytes, BytesRef, Tlv, Tlvs, TlvsRef};

/// The largest number of bytes in a value.
const LONGEST: usize = 0xFFFF;
const FIELDS: &[&str] = &["extension", "field", "value"];

impl Serialize for Tlv<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = BytesRef::<LONGEST>::new(self.value).unwrap_or_default();
        let mut tlv = serializer.serialize_struct("Tlv", FIELDS.len())?;
        tlv.serialize_field("extension", &self.extension)?;
        tlv.serialize_field("field", &self.field)?;
        tlv.serialize_field("value", &value)?;
        tlv.end()
    }
}

impl<const MAX: usize> Serialize for Tlvs<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        list(self.as_borrowed(), serializer)
    }
}

impl<const MAX: usize> Serialize for TlvsRef<'_, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        list(*self, serializer)
    }
}

/// Compact formats need the number of elements, which the list does not have.
fn list<S: Serializer, const MAX: usize>(
    tlvs: TlvsRef<'_, MAX>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut seq = serializer.serialize_seq(Some(tlvs.iter().count()))?;
    tlvs.iter().try_for_each(|tlv| seq.serialize_element(&tlv))?;
    seq.end()
}

/// A TLV with a copy of its value.
struct Owned {
    extension: u16,
    field: u8,
    value: Bytes<LONGEST>,
}

impl Owned {
    fn as_tlv(&self) -> Tlv<'_> {
        Tlv { extension: self.extension, field: self.field, value: &self.value }
    }
}

impl<'de> Deserialize<'de> for Owned {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Tlv", FIELDS, Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Owned;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an extension, a field and a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Owned, A::Error> {
        let short = |len| move || A::Error::invalid_length(len, &Fields);
        let extension = seq.next_element()?.ok_or_else(short(0))?;
        let field = seq.next_element()?.ok_or_else(short(1))?;
        let value = seq.next_element()?.ok_or_else(short(2))?;
        Ok(Owned { extension, field, value })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Owned, A::Error> {
        let (mut extension, mut field, mut value) = (None, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match &*key {
                "extension" => extension = Some(map.next_value()?),
                "field" => field = Some(map.next_value()?),
                "value" => value = Some(map.next_value()?),
                other => return Err(A::Error::unknown_field(other, FIELDS)),
            }
        }
        let missing = |name| move || A::Error::missing_field(name);
        Ok(Owned {
            extension: extension.ok_or_else(missing("extension"))?,
            field: field.ok_or_else(missing("field"))?,
            value: value.ok_or_else(missing("value"))?,
        })
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Tlvs<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<const MAX: usize>;

        impl<'de, const MAX: usize> Visitor<'de> for List<MAX> {
            type Value = Tlvs<MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "TLVs of at most {MAX} bytes together")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tlvs<MAX>, A::Error> {
                let mut owned: Vec<Owned> = Vec::new();
                while let Some(tlv) = seq.next_element()? {
                    // Even empty values take more bytes than that.
                    if owned.len() > MAX {
                        return Err(A::Error::invalid_length(owned.len(), &self));
                    }
                    owned.push(tlv);
                }
                Tlvs::new(owned.iter().map(Owned::as_tlv)).map_err(A::Error::custom)
            }
        }

        deserializer.deserialize_seq(List)
    }
}
