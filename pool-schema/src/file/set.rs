//! The top of a schema file: the set and its messages.

use std::collections::HashSet;

use super::checks::{self, Names};
use super::defaults::Defaults;
use super::definitions;
use super::error::SchemaErrorKind;
use super::keys::{self, canonical};
use super::named::{Named, named};
use super::node::{Entry, Node, Value};
use super::reader::{Reader, number};
use crate::model::{Definition, Header, HeaderLayout, Message, Reserved, Schema};

/// The most slots of a size class.
const MAX_CAPACITY: u64 = pool_codec::PoolConfig::MAX_CAPACITY as u64;

/// Reads the whole file.
pub(super) fn schema(root: &Node, stem: Option<&str>, reader: &mut Reader<'_>) -> Option<Schema> {
    let needed = "`messages:` and below it the messages";
    let entries = reader.map("the file", root, needed)?;
    let get = |key: &str| entries.iter().find(|entry| canonical(&entry.key) == key);
    let mut defaults = Defaults::default();
    if let Some(entry) = get("borrow") {
        defaults.borrow = reader.boolean("`borrow`", &entry.value)?;
    }
    if let Some(entry) = get("len") {
        defaults.len = definitions::width("`len`", &entry.value, reader);
    }
    if let Some(entry) = get("tag") {
        defaults.tag = definitions::width("`tag`", &entry.value, reader).unwrap_or(1);
    }
    let name = match get("name") {
        Some(entry) => {
            let name = reader.text("`name`", &entry.value)?;
            reader.name("the set", name, &entry.value.span)
        }
        None => Some(pascal_case(stem.unwrap_or("Messages"))),
    };
    // After an error, the other header serves to find the errors of messages.
    let header = get("header").map_or(Some(Header::tlv()), |entry| header(&entry.value, reader));
    let header = header.unwrap_or_else(Header::tlv);
    let reserved =
        get("reserved").map(|entry| definitions::reserved(&entry.value, u32::MAX.into(), reader));
    let mut types: Vec<Definition> = Vec::new();
    let mut parts = Vec::new();
    if let Some(entry) = get("types") {
        let needed = "a map of names and types";
        for part in reader.map("`types`", &entry.value, needed).unwrap_or_default() {
            if let Some(definition) = definitions::part(part, &defaults, reader) {
                parts.push((definition.name.clone(), part.key_span.clone()));
                types.push(definition);
            }
        }
    }
    // Without `messages`, the file is a map of them.
    let bare;
    let messages = match get("messages") {
        Some(entry) => {
            for unknown in entries.iter().filter(|entry| !is_key(entry)) {
                reader.unknown_key(unknown, "a schema", keys::SET);
            }
            named(&entry.value, reader)
        }
        None => {
            bare = entries.iter().filter(|entry| !is_key(entry));
            bare.map(|entry| Named {
                name: Some((&entry.key, entry.key_span.clone())),
                node: &entry.value,
            })
            .collect()
        }
    };
    if messages.is_empty() {
        let text = "the schema has no messages";
        reader.error(SchemaErrorKind::MissingKey, root.span.start..root.span.start, text, needed);
        return None;
    }
    let mut list =
        Messages { ids: HashSet::new(), next: 1, reserved: reserved.unwrap_or_default() };
    let mut lowered = Vec::new();
    for message in &messages {
        if let Some((message, definition)) = list.message(message, &header, &defaults, reader) {
            lowered.push(message);
            types.push(definition);
        }
    }
    let schema = Schema {
        name: name.unwrap_or_default(),
        docs: text_of(get("docs"), reader),
        header,
        max_payload: get("max_payload")
            .and_then(|entry| reader.number("`max_payload`", &entry.value, u32::MAX.into())),
        keeps_unknown: get("keep_unknown")
            .and_then(|entry| reader.boolean("`keep_unknown`", &entry.value))
            .unwrap_or(false),
        reserved: list.reserved,
        messages: lowered,
        types,
    };
    let set =
        get("name").map_or(root.span.start..root.span.start, |entry| entry.value.span.clone());
    checks::schema(schema, &Names { set, messages: &messages, parts: &parts }, reader)
}

fn is_key(entry: &Entry) -> bool {
    keys::SET.contains(&canonical(&entry.key))
}

fn text_of(entry: Option<&Entry>, reader: &mut Reader<'_>) -> String {
    let text = entry.and_then(|entry| reader.text("`docs`", &entry.value));
    text.unwrap_or_default().trim_end().to_owned()
}

/// The ids that were given so far.
struct Messages {
    ids: HashSet<u32>,
    /// The id of the next message that states none.
    next: u32,
    reserved: Vec<Reserved>,
}

impl Messages {
    fn message(
        &mut self,
        message: &Named<'_>,
        header: &Header,
        defaults: &Defaults,
        reader: &mut Reader<'_>,
    ) -> Option<(Message, Definition)> {
        let needed = "a map with `fields`";
        let entries = reader.map("a message", message.node, needed)?;
        let Some((name, name_span)) = message.name.clone() else {
            let start = message.node.span.start;
            let help = "write `name: SwapEvent`";
            reader.error(
                SchemaErrorKind::MissingKey,
                start..start,
                "a message without a name",
                help,
            );
            return None;
        };
        let name = reader.name("the message", name, &name_span)?;
        for entry in entries {
            if !keys::MESSAGE.contains(&canonical(&entry.key)) {
                reader.unknown_key(entry, "a message", keys::MESSAGE);
            }
        }
        let get = |key: &str| entries.iter().find(|entry| canonical(&entry.key) == key);
        let id = match get("id") {
            Some(entry) => reader.number("the id", &entry.value, header.max_id.into()),
            None => Some(self.free_id().into()),
        };
        let definition = definitions::body(&name, entries, &name_span, defaults, reader);
        let id = u32::try_from(id?).ok()?;
        let id_span = get("id").map_or(name_span, |entry| entry.value.span.clone());
        if !self.ids.insert(id) {
            let text = format!("two messages have the id {id}");
            let help = "give each message its own `id`; without one, it gets the next free number";
            reader.error(SchemaErrorKind::Duplicate, id_span, text, help);
        } else if self.reserved.iter().any(|range| range.contains(id.into())) {
            let text = format!("the id {id} is reserved");
            reader.error(
                SchemaErrorKind::ReservedNumber,
                id_span,
                text,
                "give the message another `id`",
            );
        }
        self.next = id.saturating_add(1);
        let capacity = get("capacity")
            .and_then(|entry| reader.number("`capacity`", &entry.value, MAX_CAPACITY));
        let trailing = get("trailing").map(|entry| trailing(&entry.value, reader));
        let definition = definition?;
        let message = Message {
            id,
            ty: crate::model::Type::Named(name.clone()),
            name,
            capacity,
            max_trailing: trailing.flatten().unwrap_or(0),
        };
        Some((message, definition))
    }

    fn free_id(&self) -> u32 {
        let taken = |id: u32| {
            self.ids.contains(&id) || self.reserved.iter().any(|range| range.contains(id.into()))
        };
        (self.next..u32::MAX).find(|id| !taken(*id)).unwrap_or(u32::MAX)
    }
}

/// `trailing: allow` becomes `u64::MAX` here. The size class is known once the schema is complete.
fn trailing(node: &Node, reader: &mut Reader<'_>) -> Option<u64> {
    match node.text() {
        Some("allow") => Some(checks::UP_TO_SIZE_CLASS),
        _ => reader.number("`trailing`", node, u32::MAX.into()),
    }
}

fn header(node: &Node, reader: &mut Reader<'_>) -> Option<Header> {
    match (&node.value, node.text()) {
        (_, Some("tlv" | "TlvHeader")) => Some(Header::tlv()),
        (_, Some("sv2" | "Sv2Header")) => Some(Header::sv2()),
        (Value::Map(entries), _) => own_header(node, entries, reader),
        (_, name) => {
            let text = match name {
                Some(name) => format!("there is no header `{name}`"),
                None => format!("`header` is {}", node.kind()),
            };
            let help = "write `tlv`, `sv2`, or a map: `{ rust: my::Header, size: 3, id: [0], length: [2, 1] }`";
            reader.error(SchemaErrorKind::WrongValue, node.span.clone(), text, help);
            None
        }
    }
}

/// A header that the file describes.
fn own_header(node: &Node, entries: &[Entry], reader: &mut Reader<'_>) -> Option<Header> {
    for entry in entries.iter().filter(|entry| !keys::HEADER.contains(&&*entry.key)) {
        reader.unknown_key(entry, "a header", keys::HEADER);
    }
    let mut required = |key: &str| {
        let found = entries.iter().find(|entry| entry.key == key);
        if found.is_none() {
            let text = format!("the header has no `{key}`");
            let help = "write `{ rust: my::Header, size: 3, id: [0], length: [2, 1] }`: the path of the Rust \
                        type, its length, and the offsets of the bytes of the id and of the payload's length, \
                        the least significant byte first";
            reader.error(SchemaErrorKind::MissingKey, node.span.start..node.span.start, text, help);
        }
        found
    };
    let (rust, size) = (required("rust"), required("size"));
    let (id, length) = (required("id"), required("length"));
    let get = |key: &str| entries.iter().find(|entry| entry.key == key);
    let name = definitions::rust_path(&rust?.value, reader)?;
    let room = pool_codec::PooledBuf::HEADER_ROOM as u64;
    let size = reader.number("the size of the header", &size?.value, room)?;
    let mut offsets = |what: &str, node: &Node| -> Option<Vec<u64>> {
        let Value::List(items) = &node.value else {
            reader.wrong_type(
                what,
                node,
                "the offsets of its bytes, the least significant first: `[1, 0]`",
            );
            return None;
        };
        let last = size.saturating_sub(1);
        let offsets: Option<Vec<u64>> =
            items.iter().map(|item| reader.number("an offset", item, last)).collect();
        if items.is_empty() || items.len() > 4 {
            reader.wrong_type(what, node, "one to four offsets");
            return None;
        }
        offsets
    };
    let id = offsets("the id", &id?.value)?;
    let length = offsets("the length", &length?.value)?;
    let largest = |bytes: &[u64]| {
        let bits = bytes.len().saturating_mul(8).min(64) as u32;
        u64::MAX.checked_shr(64_u32.saturating_sub(bits))
    };
    let mut limit = |key: &str, of: &[u64]| {
        let natural = largest(of).unwrap_or(u64::MAX);
        get(key).map_or(Some(natural), |entry| reader.number(key, &entry.value, natural))
    };
    let (max_id, max_payload) = (limit("max_id", &id)?, limit("max_payload", &length)?);
    let length_includes = match get("length_includes") {
        Some(entry) => reader.number("`length_includes`", &entry.value, room)?,
        None => 0,
    };
    Some(Header {
        name,
        size,
        max_id: u32::try_from(max_id).unwrap_or(u32::MAX),
        max_payload: max_payload.saturating_sub(length_includes),
        layout: Some(HeaderLayout { id, length, length_includes }),
    })
}

/// `market_data` as `MarketData`.
fn pascal_case(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        format!("{}{rest}", first.to_ascii_uppercase())
    };
    let name: String = words.map(word).collect();
    match number(&name.chars().take(1).collect::<String>()) {
        _ if name.is_empty() => "Messages".into(),
        Some(_) => format!("Set{name}"),
        None => name,
    }
}
