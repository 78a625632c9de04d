//! Values as text.

use core::fmt;

use super::value::{Content, NamedValues, Value};
use crate::wire::escape;

/// The number of bytes of a byte string that are printed.
const BYTES: usize = 32;
/// The number of characters of a text that are printed.
const TEXT: usize = 64;
/// The number of elements of a sequence that are printed.
const ITEMS: usize = 4;

/// Prints the value for people: text in quotes and bytes as hex. Long values are cut, and their size is added.
///
/// ```
/// use pool_codec::schema::Value;
/// use pool_codec::{Seq, Wire};
///
/// let value = Value::new(Seq::<u16, 255>::SCHEMA, &[5, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0]).unwrap();
/// assert_eq!(value.to_string(), "[1, 2, 3, 4, .. (5 elements)]");
/// ```
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.content() {
            Content::Uint(number) => number.fmt(f),
            Content::Int(number) => number.fmt(f),
            Content::F32(number) => number.fmt(f),
            Content::F64(number) => number.fmt(f),
            Content::Bool(value) => value.fmt(f),
            Content::Char(character) => write!(f, "{character:?}"),
            Content::Str(text) => quoted(text, f),
            Content::Bytes(bytes) if self.is_text() => byte_str(bytes, f),
            Content::Bytes(bytes) => hex(bytes, f),
            Content::Option(None) => f.write_str("none"),
            Content::Option(Some(inner)) => inner.fmt(f),
            Content::Items(items) => {
                let count = items.len();
                f.write_str("[")?;
                for (index, item) in items.take(ITEMS).enumerate() {
                    write!(f, "{}{item}", if index == 0 { "" } else { ", " })?;
                }
                if count > ITEMS { write!(f, ", .. ({count} elements)]") } else { f.write_str("]") }
            }
            Content::Struct(fields) => named(fields, f),
            Content::Tuple(fields) => {
                f.write_str("(")?;
                for (index, (_, field)) in fields.enumerate() {
                    write!(f, "{}{field}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str(")")
            }
            Content::Enum(tag, name, fields) => {
                write!(f, "{name} ({tag})")?;
                if fields.clone().next().is_none() {
                    return Ok(());
                }
                f.write_str(" ")?;
                named(fields, f)
            }
        }
    }
}

fn named(fields: NamedValues<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("{ ")?;
    for (index, (name, field)) in fields.enumerate() {
        write!(f, "{}{name}: {field}", if index == 0 { "" } else { ", " })?;
    }
    f.write_str(" }")
}

/// Prints text with control characters and those that change the direction of writing escaped.
fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match text.char_indices().nth(TEXT) {
        None => write!(f, "{text:?}"),
        Some((end, _)) => {
            let shown = text.get(..end).unwrap_or_default();
            write!(f, "{shown:?}.. ({} bytes)", text.len())
        }
    }
}

/// Prints bytes that are meant as text.
fn byte_str(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // A character is not cut: its first byte is one of the last four.
    let begins = |end: &usize| bytes.get(*end).is_some_and(|byte| byte & 0xC0 != 0x80);
    let end = (TEXT.saturating_sub(3)..=TEXT).rev().find(begins).unwrap_or(TEXT);
    let shown = bytes.get(..end).filter(|_| bytes.len() > TEXT).unwrap_or(bytes);
    f.write_str("\"")?;
    escape(shown, true, f)?;
    f.write_str("\"")?;
    if shown.len() < bytes.len() { write!(f, ".. ({} bytes)", bytes.len()) } else { Ok(()) }
}

fn hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if bytes.is_empty() {
        return f.write_str("empty");
    }
    for byte in bytes.iter().take(BYTES) {
        write!(f, "{byte:02x}")?;
    }
    if bytes.len() > BYTES { write!(f, ".. ({} bytes)", bytes.len()) } else { Ok(()) }
}
