//! Messages as JSON, in the format of the capture's `index.json`.
//!
//! Byte strings, text and hashes are hex in wire order, and floats are given by their bits. A value with more than
//! 256 bytes or elements is replaced by its length, a hash, and its first and last bytes.

use core::hash::Hasher;

use fnv::FnvHasher;
use pool_codec::schema::{Content, NamedValues, Schema, Value};
use pool_codec::{EncodeFrame, FrameSet};
use serde_json::json;

/// The largest number of bytes or elements that are printed in full.
const WHOLE: usize = 256;
/// The number of bytes printed of each end of a longer byte string.
const ENDS: usize = 16;

/// Returns the fields of a message of the set `S`, by name.
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

/// Converts one value.
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

/// Returns the JSON text of `value` for a terminal. JSON permits control characters above U+007E and characters that
/// change the direction of writing or are invisible; here they are escaped as well. They occur in strings only.
#[must_use]
pub fn printable(value: &serde_json::Value) -> String {
    let json = value.to_string();
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '\'' | '"' | '\\') || c.escape_debug().nth(1).is_none() {
            text.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            text += &format!("\\u{unit:04x}");
        }
    }
    text
}

fn object(fields: NamedValues<'_>) -> serde_json::Value {
    serde_json::Value::Object(
        fields.map(|(name, field)| (name.to_owned(), value(&field))).collect(),
    )
}

/// Returns whether the variant has fields.
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
