//! The structs, enums and aliases of a schema file.

use core::ops::Range;

use super::defaults::Defaults;
use super::error::SchemaErrorKind;
use super::fields::{self, docs};
use super::keys::{self, canonical};
use super::named::named;
use super::node::{Entry, Node, Value};
use super::reader::{Reader, number};
use crate::model::{Definition, Reserved, Shape, Variant, rust_name};

/// An entry of `types`.
pub(super) fn part(
    entry: &Entry,
    defaults: &Defaults,
    reader: &mut Reader<'_>,
) -> Option<Definition> {
    let name = rust_name(&reader.name("the type", &entry.key, &entry.key_span)?);
    let node = &entry.value;
    let alias = |ty, path, docs| Definition {
        name: name.clone(),
        docs,
        shape: Shape::Alias { ty, path },
        max_size: None,
        borrow: false,
    };
    let entries = match &node.value {
        // `Address: my::Address`
        Value::Scalar { text, .. } if text.contains("::") => {
            let path = rust_path(node, reader)?;
            return Some(alias(None, Some(path), String::new()));
        }
        Value::Scalar { .. } => {
            let ty = fields::ty(node, None, defaults.len, reader)?;
            return Some(alias(Some(ty), None, String::new()));
        }
        // `Side: [Bid, Ask]`
        Value::List(_) => {
            let shape = enumeration(node, None, None, defaults, defaults.tag, reader)?;
            let docs = String::new();
            return Some(Definition { name, docs, shape, max_size: None, borrow: defaults.borrow });
        }
        Value::Map(entries) => entries,
    };
    reader.map("a type", node, "a map");
    for entry in entries {
        if !keys::PART.contains(&canonical(&entry.key)) {
            reader.unknown_key(entry, "a type", keys::PART);
        }
    }
    let get = |key: &str| entries.iter().find(|entry| canonical(&entry.key) == key);
    let (rust, wire) = (get("rust"), get("wire"));
    if rust.is_none() && wire.is_none() {
        return body(&name, entries, &entry.key_span, defaults, reader);
    }
    for key in ["fields", "variants"] {
        if let Some(other) = get(key) {
            let text = format!("`{key}` beside `rust` or `wire`");
            let help = "`rust` and `wire` describe a type that exists already; remove one of them";
            reader.error(SchemaErrorKind::Conflict, other.key_span.clone(), text, help);
        }
    }
    let path = rust.and_then(|entry| rust_path(&entry.value, reader));
    let ty = wire.and_then(|entry| fields::ty(&entry.value, None, defaults.len, reader));
    (path.is_some() || ty.is_some()).then(|| alias(ty, path, docs(get("docs"), reader)))
}

/// The struct or the enum of a part, or of a message.
pub(super) fn body(
    name: &str,
    entries: &[Entry],
    name_span: &Range<usize>,
    defaults: &Defaults,
    reader: &mut Reader<'_>,
) -> Option<Definition> {
    let get = |key: &str| entries.iter().find(|entry| canonical(&entry.key) == key);
    let mut defaults = defaults.clone();
    if let Some(entry) = get("len") {
        defaults.len = match entry.value.text() {
            Some("auto") => None,
            _ => width("`len`", &entry.value, reader),
        };
    }
    let tag = match get("tag") {
        Some(entry) => width("`tag`", &entry.value, reader).unwrap_or(1),
        None => defaults.tag,
    };
    let shape = match (get("fields"), get("variants")) {
        (Some(fields), None) => {
            for key in ["tag", "other", "reserved"] {
                if let Some(entry) = get(key) {
                    let text = format!("`{key}` on a struct");
                    let help = "it belongs to an enum, which has `variants`";
                    reader.error(SchemaErrorKind::Conflict, entry.key_span.clone(), text, help);
                }
            }
            let fields = fields::list(&fields.value, &defaults, reader);
            Some(Shape::Struct { fields })
        }
        (None, Some(variants)) => {
            let (other, reserved) = (get("other"), get("reserved"));
            enumeration(&variants.value, other, reserved, &defaults, tag, reader)
        }
        (Some(_), Some(variants)) => {
            let help = "a struct has `fields`, an enum has `variants`";
            let span = variants.key_span.clone();
            reader.error(SchemaErrorKind::Conflict, span, "both `fields` and `variants`", help);
            None
        }
        (None, None) => {
            let text = format!("`{name}` has neither `fields` nor `variants`");
            let help = "write `fields: []` for a message without content";
            reader.error(SchemaErrorKind::MissingKey, name_span.clone(), text, help);
            None
        }
    };
    let borrow = get("borrow").and_then(|entry| reader.boolean("`borrow`", &entry.value));
    let max_size = get("max_size")
        .and_then(|entry| reader.number("`max_size`", &entry.value, u32::MAX.into()));
    Some(Definition {
        name: name.to_owned(),
        docs: docs(get("docs"), reader),
        shape: shape?,
        max_size,
        borrow: borrow.unwrap_or(defaults.borrow),
    })
}

fn enumeration(
    node: &Node,
    other: Option<&Entry>,
    reserved_tags: Option<&Entry>,
    defaults: &Defaults,
    tag: u8,
    reader: &mut Reader<'_>,
) -> Option<Shape> {
    let reserved =
        reserved_tags.map(|entry| reserved(&entry.value, u64::MAX, reader)).unwrap_or_default();
    let mut variants: Vec<Variant> = Vec::new();
    let items = named(node, reader);
    if items.is_empty() {
        let help = "write at least one variant, as in `variants: [Bid, Ask]`";
        reader.error(
            SchemaErrorKind::MissingKey,
            node.span.clone(),
            "an enum without variants",
            help,
        );
        return None;
    }
    for item in items {
        let Some((name, span)) = item.name.clone() else {
            let start = item.node.span.start;
            reader.error(
                SchemaErrorKind::MissingKey,
                start..start,
                "a variant without a name",
                "add `name`",
            );
            continue;
        };
        let next = variants.last().map_or(0, |last| last.tag.saturating_add(1));
        let Some(variant) = variant(name, &span, item.node, next, defaults, tag, reader) else {
            continue;
        };
        if variants.iter().any(|known| known.name == variant.name) {
            let text = format!("two variants have the name `{name}`");
            reader.error(SchemaErrorKind::Duplicate, span, text, "rename one of them");
        } else if let Some(known) = variants.iter().find(|known| known.tag == variant.tag) {
            let text = format!("`{}` and `{name}` have the tag {}", known.name, variant.tag);
            reader.error(SchemaErrorKind::Duplicate, span, text, "give each variant its own tag");
        } else if reserved.iter().any(|range| range.contains(variant.tag)) {
            let text = format!("the tag {} of `{name}` is reserved", variant.tag);
            reader.error(
                SchemaErrorKind::ReservedNumber,
                span,
                text,
                "give the variant another tag",
            );
        }
        variants.push(variant);
    }
    let other_entry = other;
    let other = match other {
        Some(entry) => Some(other_variant(entry, defaults, reader)?),
        None => None,
    };
    if let (Some(entry), Some(other)) = (other_entry, &other)
        && variants.iter().any(|variant| variant.name == other.name)
    {
        let text = format!("two variants have the name `{}`", other.name);
        let span = entry.value.span.clone();
        reader.error(SchemaErrorKind::Duplicate, span, text, "rename one of them");
    }
    let filled = variants.iter().any(|variant| !variant.fields.is_empty());
    if let (Some(entry), Some([])) = (other_entry, other.as_ref().map(|other| &*other.fields))
        && filled
    {
        let text =
            "`other` cannot skip the fields after an unknown tag, because their length is unknown";
        let help = "if every variant begins with its length, write `other: { name: Unknown, fields: [Bytes<255>] }`; \
                    otherwise remove `other`";
        reader.error(SchemaErrorKind::WrongValue, entry.key_span.clone(), text, help);
    }
    Some(Shape::Enum { tag, variants, other, reserved })
}

/// `Bid: 0`, `Bid`, or `Trade: { tag: 2, fields: .. }`.
fn variant(
    name: &str,
    span: &Range<usize>,
    node: &Node,
    next: u64,
    defaults: &Defaults,
    width: u8,
    reader: &mut Reader<'_>,
) -> Option<Variant> {
    let name = reader.name("the variant", name, span)?;
    let largest = u64::MAX >> 64_u32.saturating_sub(u32::from(width).saturating_mul(8));
    let mut variant = Variant { name, tag: next, docs: String::new(), fields: Vec::new() };
    match &node.value {
        Value::Map(entries) => {
            for entry in entries {
                match canonical(&entry.key) {
                    "tag" => variant.tag = reader.number("the tag", &entry.value, largest)?,
                    "docs" => variant.docs = docs(Some(entry), reader),
                    "fields" => variant.fields = fields::list(&entry.value, defaults, reader),
                    "name" => {}
                    _ => reader.unknown_key(entry, "a variant", keys::VARIANT),
                }
            }
        }
        // The item of a list, which is the name itself.
        _ if node.span == *span => {}
        _ => variant.tag = reader.number("the tag", node, largest)?,
    }
    if variant.tag > largest {
        let text = format!("the tag {} does not fit in {width} bytes", variant.tag);
        reader.error(
            SchemaErrorKind::WrongValue,
            span.clone(),
            text,
            "set a wider `tag`, such as `tag: u16`",
        );
    }
    Some(variant)
}

/// `other: Unknown`, or `other: { name: Unknown, fields: .. }`.
fn other_variant(entry: &Entry, defaults: &Defaults, reader: &mut Reader<'_>) -> Option<Variant> {
    let mut variant =
        Variant { name: "Unknown".into(), tag: 0, docs: String::new(), fields: Vec::new() };
    match &entry.value.value {
        Value::Map(entries) => {
            for entry in entries {
                match canonical(&entry.key) {
                    "name" => {
                        let name = reader.text("`name`", &entry.value)?;
                        variant.name = reader.name("the variant", name, &entry.value.span)?;
                    }
                    "docs" => variant.docs = docs(Some(entry), reader),
                    "fields" => variant.fields = fields::list(&entry.value, defaults, reader),
                    _ => reader.unknown_key(entry, "`other`", &["name", "docs", "fields"]),
                }
            }
        }
        _ => {
            let name = reader.text("`other`", &entry.value)?;
            variant.name = reader.name("the variant", name, &entry.value.span)?;
        }
    }
    if variant.fields.iter().any(|field| field.name == "tag") {
        let text = "`other` has a field with the name `tag`";
        let help = "rename it; the generated variant stores the unknown tag under that name";
        reader.error(SchemaErrorKind::Conflict, entry.key_span.clone(), text, help);
    }
    Some(variant)
}

/// `u8`, `u16`, `u32` or `u64`, as the number of its bytes.
pub(super) fn width(what: &str, node: &Node, reader: &mut Reader<'_>) -> Option<u8> {
    match node.text() {
        Some("u8" | "uint8") => Some(1),
        Some("u16" | "uint16") => Some(2),
        Some("u32" | "uint32") => Some(4),
        Some("u64" | "uint64") => Some(8),
        _ => {
            let text = format!("{what} is not a width");
            let help = "write `u8`, `u16`, `u32` or `u64`";
            reader.error(SchemaErrorKind::WrongValue, node.span.clone(), text, help);
            None
        }
    }
}

/// `[3, 8..=15]`, where a range is text in YAML.
pub(super) fn reserved(node: &Node, max: u64, reader: &mut Reader<'_>) -> Vec<Reserved> {
    let Value::List(items) = &node.value else {
        reader.wrong_type("`reserved`", node, "a list of numbers and ranges: `[3, 8..=15]`");
        return Vec::new();
    };
    let mut ranges = Vec::new();
    for item in items {
        let range = item.text().and_then(|text| {
            let (first, last) = match text.split_once("..=") {
                Some((first, last)) => (number(first.trim())?, number(last.trim())?),
                None => (number(text)?, number(text)?),
            };
            let [first, last] = [first, last].map(|number| u64::try_from(number).ok());
            Some(Reserved { first: first?, last: last? }).filter(|range| range.first <= range.last)
        });
        match range {
            Some(Reserved { last, .. }) if last > max => {
                let help = format!("it is at most {max}");
                let text = format!("the reserved number is {last}");
                reader.error(SchemaErrorKind::WrongValue, item.span.clone(), text, help);
            }
            Some(range) => ranges.push(range),
            None => {
                let text = "not a number or a range";
                let help = "write numbers and ranges: `[3, 8..=15]`";
                reader.error(SchemaErrorKind::WrongValue, item.span.clone(), text, help);
            }
        }
    }
    ranges
}

/// The path of a Rust type.
pub(super) fn rust_path(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    let path = reader.text("the path", node)?;
    // The Rust parser is recursive.
    let is_short = path.len() <= 200;
    if is_short && syn::parse_str::<syn::Path>(path).is_ok() {
        return Some(path.to_owned());
    }
    let text = match is_short {
        true => format!("`{path}` is not a path in Rust"),
        false => format!("the path has {} bytes", path.len()),
    };
    let help = "write the path of a type, as in `my_crate::Address`, of at most 200 characters";
    reader.error(SchemaErrorKind::WrongValue, node.span.clone(), text, help);
    None
}
