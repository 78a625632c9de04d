//! Values that are known only by their schema.

use ::serde::ser::{SerializeMap as _, SerializeSeq as _};
use ::serde::{Serialize, Serializer};

use super::bytes;
use crate::codec::{Kind, Schema};
use crate::inspect::{Content, NamedValues, Value};

/// The value in the form that serde's derives give to structs and enums: a struct is a map, a tuple a sequence, a variant
/// without fields its name, and any other variant a map from its name to its fields. A byte string, and an array of bytes,
/// is text in hexadecimal digits. The JSON Schemas of `pool-schema` describe this form.
///
/// Compact formats get the encoding itself, as bytes.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_bytes(self.as_bytes());
        }
        match self.content() {
            Content::Uint(number) => match u64::try_from(number) {
                Ok(number) => serializer.serialize_u64(number),
                Err(_) => serializer.serialize_u128(number),
            },
            Content::Int(number) => match i64::try_from(number) {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => serializer.serialize_i128(number),
            },
            Content::F32(number) => serializer.serialize_f32(number),
            Content::F64(number) => serializer.serialize_f64(number),
            Content::Bool(value) => serializer.serialize_bool(value),
            Content::Char(c) => serializer.serialize_char(c),
            Content::Bytes(content) => bytes::serialize(content, serializer),
            Content::Str(text) => serializer.serialize_str(text),
            Content::Items(items) => serializer.collect_seq(items),
            Content::Option(None) => serializer.serialize_none(),
            Content::Option(Some(value)) => serializer.serialize_some(&value),
            Content::Tuple(fields) => serializer.collect_seq(fields.map(|(_, field)| field)),
            Content::Struct(fields) => Fields { tag: None, fields }.serialize(serializer),
            Content::Enum(tag, name, fields) => {
                let tag = is_other(self.schema(), tag).then_some(tag);
                if tag.is_none() && fields.clone().next().is_none() {
                    return serializer.serialize_str(name);
                }
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(name, &Fields { tag, fields })?;
                map.end()
            }
        }
    }
}

/// Whether the tag is one that only the variant `other` keeps.
fn is_other(schema: &Schema, tag: u64) -> bool {
    matches!(schema.kind(), Kind::Enum { variants, .. } if variants.iter().all(|variant| variant.tag != tag))
}

/// The fields of a struct or a variant, and the tag that a variant `other` keeps in its first field.
struct Fields<'a> {
    tag: Option<u64>,
    fields: NamedValues<'a>,
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values = || self.fields.clone().map(|(_, field)| field);
        // Fields without names are numbered. A variant that keeps only its tag has none.
        let mut names = self.fields.clone().map(|(name, _)| name).peekable();
        let is_struct = self.tag.is_none() && names.peek().is_none();
        let mut by_number = names.enumerate().map(|(index, name)| name.parse() == Ok(index));
        if is_struct || !by_number.all(|by_number| by_number) {
            let mut map = serializer.serialize_map(None)?;
            if let Some(tag) = self.tag {
                map.serialize_entry("tag", &tag)?;
            }
            for (name, field) in self.fields.clone() {
                map.serialize_entry(name, &field)?;
            }
            return map.end();
        }
        // A single field is the content itself.
        match (self.tag, values().count()) {
            (Some(tag), 0) => return serializer.serialize_u64(tag),
            (None, 1) => {
                if let Some(only) = values().next() {
                    return only.serialize(serializer);
                }
            }
            _ => {}
        }
        let mut seq = serializer.serialize_seq(None)?;
        if let Some(tag) = self.tag {
            seq.serialize_element(&tag)?;
        }
        for field in values() {
            seq.serialize_element(&field)?;
        }
        seq.end()
    }
}
