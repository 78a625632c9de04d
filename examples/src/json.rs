//! Any message as JSON, in the value encoding of the capture's `index.json`: byte strings, text and
//! hashes as hex in wire order, floats by their bits; what is longer than 256 bytes or elements is
//! given by length, hash and ends.

use core::hash::Hasher;

use fnv::FnvHasher;
use pool_codec::schema::Schema;
use pool_codec::schema::{Content, NamedValues, Value};
use pool_codec::{EncodeFrame, FrameSet};
use serde_json::json;

/// Longest byte string and sequence written out.
const WHOLE: usize = 256;
/// Bytes shown of each end of a longer byte string.
const ENDS: usize = 16;

/// The fields of a message of the set `S`, by name.
#[must_use]
pub fn fields<S: FrameSet>(message: &impl EncodeFrame) -> serde_json::Value {
    let mut payload = vec![0; message.payload_len()];
    if let Err(error) = message.encode_payload(&mut payload) {
        return json!({ "error": error.to_string() });
    }
    match S::message(message.frame_id()) {
        Some(info) => match Value::new(info.schema, &payload) {
            Ok(decoded) => value(&decoded),
            Err(error) => json!({ "error": error.to_string() }),
        },
        None => json!({ "payload": bytes(&payload) }),
    }
}

/// One value.
#[must_use]
pub fn value(value: &Value<'_>) -> serde_json::Value {
    match value.content() {
        Content::Uint(number) => {
            u64::try_from(number).map_or_else(|_| json!(number.to_string()), |number| json!(number))
        }
        Content::Int(number) => {
            i64::try_from(number).map_or_else(|_| json!(number.to_string()), |number| json!(number))
        }
        Content::F32(number) => json!({ "f32_bits": number.to_bits() }),
        Content::F64(number) => json!({ "f64_bits": number.to_bits() }),
        Content::Bool(value) => json!(value),
        Content::Enum(tag, ..) if !has_fields(value.schema(), tag) => json!(tag),
        Content::Enum(tag, name, fields) => {
            json!({ "tag": tag, "variant": name, "fields": object(fields) })
        }
        Content::Char(_) => bytes(value.as_bytes()),
        Content::Tuple(fields) => fields.map(|(_, field)| self::value(&field)).collect(),
        Content::Bytes(content) => bytes(content),
        Content::Str(text) => bytes(text.as_bytes()),
        Content::Option(None) => json!(null),
        Content::Option(Some(inner)) => self::value(&inner),
        Content::Items(items) if items.len() <= WHOLE => {
            items.map(|item| self::value(&item)).collect()
        }
        Content::Items(items) => json!({
            "count": items.len(),
            "body_len": value.body().len(),
            "body_fnv1a64": fnv1a64(value.body()),
            "first": items.clone().next().map(|item| self::value(&item)),
            "last": items.last().map(|item| self::value(&item)),
        }),
        Content::Struct(fields) => object(fields),
        _ => json!({ "hex": hex::encode(value.as_bytes()) }),
    }
}

fn object(fields: NamedValues<'_>) -> serde_json::Value {
    serde_json::Value::Object(
        fields.map(|(name, field)| (name.to_owned(), value(&field))).collect(),
    )
}

/// Whether the variant is more than its number.
fn has_fields(schema: &Schema, tag: u64) -> bool {
    schema.variant(tag).is_some_and(|variant| !variant.fields.is_empty())
}

fn bytes(content: &[u8]) -> serde_json::Value {
    match (content.first_chunk::<ENDS>(), content.last_chunk::<ENDS>()) {
        (Some(head), Some(tail)) if content.len() > WHOLE => json!({
            "len": content.len(),
            "fnv1a64": fnv1a64(content),
            "head": hex::encode(head),
            "tail": hex::encode(tail),
        }),
        _ => json!(hex::encode(content)),
    }
}

fn fnv1a64(bytes: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
