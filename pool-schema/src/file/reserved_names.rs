//! Names that types of a schema cannot have in Rust.

use core::ops::Range;
use std::collections::{HashMap, HashSet};

use super::error::SchemaErrorKind;
use super::named::Named;
use super::reader::Reader;
use crate::model::{Definition, Schema, Shape, Type};

/// Names that generated code uses or the derives know, besides those of types that files can write.
const OF_CODE: &[&str] = &[
    "pool_codec",
    "core",
    "std",
    "alloc",
    "str",
    "usize",
    "isize",
    "RawFrame",
    "TlvHeader",
    "Sv2Header",
    "Box",
    "Some",
    "None",
    "Ok",
    "Err",
    "CString",
    "BString",
];

/// Types of the standard library that the derives take for their own borrowed forms.
const OF_STANDARD_LIBRARY: &[&str] = &[
    "Duration",
    "SystemTime",
    "Ipv4Addr",
    "Ipv6Addr",
    "IpAddr",
    "SocketAddrV4",
    "SocketAddrV6",
    "SocketAddr",
    "Ordering",
    "RangeFull",
];

/// Whether `name` means something else in files, in generated code or to the derives.
fn is_reserved(name: &str) -> bool {
    let is_free = matches!(name.parse(), Ok(Type::Named(meant)) if *meant == *name);
    !is_free || OF_CODE.contains(&name) || is_non_zero(name)
}

/// `NonZeroU8` to `NonZeroI128`.
fn is_non_zero(name: &str) -> bool {
    let bits = name.strip_prefix("NonZero").and_then(|rest| rest.strip_prefix(['U', 'I']));
    bits.is_some_and(|bits| matches!(bits, "8" | "16" | "32" | "64" | "128"))
}

/// Whether a struct or an enum cannot have the name, but an alias can.
fn is_reserved_for_bodies(name: &str) -> bool {
    OF_STANDARD_LIBRARY.contains(&name)
}

/// Reports names that are reserved or that two types have, including those of borrowed forms.
pub(super) fn check(
    schema: &Schema,
    set: Range<usize>,
    messages: &[Named<'_>],
    parts: &[(String, Range<usize>)],
    reader: &mut Reader<'_>,
) {
    let messages = messages.iter().filter_map(|message| message.name.clone());
    let messages: Vec<(&str, Range<usize>)> = messages.collect();
    let parts = parts.iter().map(|(name, span)| (&**name, span.clone()));
    let own: Vec<(&str, Range<usize>)> = parts.chain(messages.iter().cloned()).collect();
    let definitions: HashMap<&str, &Definition> =
        schema.types.iter().map(|definition| (&*definition.name, definition)).collect();
    let is_body = |name: &str| {
        let shape = definitions.get(name).map(|definition| &definition.shape);
        matches!(shape, Some(Shape::Struct { .. } | Shape::Enum { .. }))
    };
    let set = (&*schema.name, set);
    for (name, span) in own.iter().chain([&set]) {
        if is_reserved(name) || (is_reserved_for_bodies(name) && is_body(name)) {
            let text = format!("`{name}` is the name of another type");
            let help = "choose another name; this one has a meaning in Rust or in schema files";
            reader.error(SchemaErrorKind::WrongValue, span.clone(), text, help);
        }
    }
    if schema.keeps_unknown
        && let Some((_, span)) = messages.iter().find(|(name, _)| *name == "Unknown")
    {
        let text = "a message and the frames of `keep_unknown` have the name `Unknown`";
        reader.error(SchemaErrorKind::Duplicate, span.clone(), text, "rename the message");
    }
    let mut taken: HashSet<&str> = HashSet::new();
    for (name, span) in own.iter().chain([&set]) {
        if !taken.insert(name) {
            let text = format!("two types have the name `{name}`");
            let help = match *name == schema.name {
                true => "rename one of them; the set has a name, too",
                false => "rename one of them",
            };
            reader.error(SchemaErrorKind::Duplicate, span.clone(), text, help);
        }
    }
    let forms = Forms::of(schema);
    for (name, span) in own.iter().chain([&set]) {
        if let Some(owned) = name.strip_suffix("Ref")
            && forms.has(owned, &definitions)
        {
            let text = format!("`{name}` is the borrowed form of `{owned}`");
            let help = "rename one of them, or set `borrow: false`";
            reader.error(SchemaErrorKind::Duplicate, span.clone(), text, help);
        }
    }
}

/// The types that have a borrowed form with a name.
struct Forms<'a> {
    /// Whether any has.
    any: bool,
    /// The name of the set, if it has.
    set: Option<&'a str>,
}

impl<'a> Forms<'a> {
    fn of(schema: &'a Schema) -> Self {
        let any = schema.types.iter().any(|definition| definition.borrow);
        Self { any, set: any.then_some(&*schema.name) }
    }

    fn has(&self, name: &str, definitions: &HashMap<&str, &Definition>) -> bool {
        let has = |definition: &&Definition| match definition.shape {
            Shape::Alias { path: Some(_), .. } => false,
            Shape::Alias { .. } => self.any,
            _ => definition.borrow,
        };
        self.set == Some(name) || definitions.get(name).is_some_and(has)
    }
}
