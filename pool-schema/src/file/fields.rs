//! The fields of a struct or a variant, and their types.

use super::defaults::Defaults;
use super::error::SchemaErrorKind;
use super::keys::{self, canonical};
use super::named::named;
use super::node::{Entry, Node, Value};
use super::reader::{Literals, Reader};
use super::type_rules;
use crate::model::{Field, Notation, Type};

pub(super) fn list(node: &Node, defaults: &Defaults, reader: &mut Reader<'_>) -> Vec<Field> {
    // `[u32, bool]`: the fields of a tuple.
    if let Value::List(items) = &node.value
        && items.iter().all(|item| matches!(item.value, Value::Scalar { .. }))
    {
        let fields = items.iter().enumerate();
        let fields = fields.map(|(index, item)| field(index.to_string(), item, defaults, reader));
        return fields.flatten().collect();
    }
    let mut fields: Vec<Field> = Vec::new();
    for item in named(node, reader) {
        let Some((name, span)) = item.name.clone() else {
            let start = item.node.span.start;
            let help = "write `name: amount_in`";
            reader.error(SchemaErrorKind::MissingKey, start..start, "a field without a name", help);
            continue;
        };
        if fields.iter().any(|field| field.name == name) {
            let text = format!("two fields have the name `{name}`");
            reader.error(SchemaErrorKind::Duplicate, span.clone(), text, "rename one of them");
        }
        let Some(name) = reader.name("the field", name, &span) else { continue };
        fields.extend(field(name, item.node, defaults, reader));
    }
    fields
}

/// `name: type`, or `name: { type: .., docs: .. }`.
fn field(name: String, node: &Node, defaults: &Defaults, reader: &mut Reader<'_>) -> Option<Field> {
    let new = |ty| Field {
        name: name.clone(),
        ty,
        docs: String::new(),
        optional: false,
        default: None,
        range: None,
    };
    let Value::Map(entries) = &node.value else {
        return ty(node, None, defaults.len, reader).map(new);
    };
    let mut bound = None;
    for entry in entries {
        match canonical(&entry.key) {
            "max_len" => bound = reader.number("`max_len`", &entry.value, u32::MAX.into()),
            key if keys::FIELD.contains(&key) => {}
            _ => reader.unknown_key(entry, "a field", keys::FIELD),
        }
    }
    let get = |key: &str| entries.iter().find(|entry| canonical(&entry.key) == key);
    let Some(entry) = get("type") else {
        let text = format!("the field `{name}` has no type");
        let help = "write `type: u64`";
        reader.error(SchemaErrorKind::MissingKey, node.span.start..node.span.start, text, help);
        return None;
    };
    let mut field = new(ty(&entry.value, bound, defaults.len, reader)?);
    field.docs = docs(get("docs"), reader);
    if let Some(entry) = get("optional") {
        field.optional = reader.boolean("`optional`", &entry.value)?;
    }
    if let Some(entry) = get("default") {
        field.default = source::<syn::Expr>("`default`", &entry.value, "an expression", reader);
        field.optional = true;
        record(&field, false, &entry.value, reader);
    }
    if let Some(entry) = get("range") {
        field.range =
            source::<syn::ExprRange>("`range`", &entry.value, "a range: `1..=100`", reader);
        record(&field, true, &entry.value, reader);
    }
    Some(field)
}

/// Keeps a range or a default until all types are known.
fn record(field: &Field, is_range: bool, node: &Node, reader: &mut Reader<'_>) {
    let source = if is_range { &field.range } else { &field.default };
    if let Some(source) = source {
        let (ty, source, span) = (field.ty.clone(), source.clone(), node.span.clone());
        reader.literals.push(Literals { ty, is_range, source, span });
    }
}

/// Rust source of the kind `T`.
fn source<T: syn::parse::Parse>(
    what: &str,
    node: &Node,
    needed: &str,
    reader: &mut Reader<'_>,
) -> Option<String> {
    let text = reader.text(what, node)?;
    // The Rust parser is recursive.
    if text.len() <= 200 && syn::parse_str::<T>(text).is_ok() {
        return Some(text.to_owned());
    }
    let help = format!("write {needed}, of at most 200 characters");
    reader.error(
        SchemaErrorKind::WrongValue,
        node.span.clone(),
        format!("{what} is not Rust source"),
        help,
    );
    None
}

/// A type, with the bound of `max_len` and the width of prefixes.
pub(super) fn ty(
    node: &Node,
    bound: Option<u64>,
    width: Option<u8>,
    reader: &mut Reader<'_>,
) -> Option<Type> {
    let text = match &node.value {
        Value::Scalar { text, .. } => text,
        // `[u8; 20]` without quotes is a list in YAML.
        Value::List(_) => {
            let help = "put an array in quotes: `\"[u8; 20]\"`";
            reader.error(
                SchemaErrorKind::TypeSyntax,
                node.span.clone(),
                "the type is a list",
                help,
            );
            return None;
        }
        Value::Map(_) => {
            reader.wrong_type("the type", node, "a type such as `u64` or `Str<64>`");
            return None;
        }
    };
    match (Notation { bound, width }).parse(text) {
        Ok(ty) => {
            let span = node.span.clone();
            type_rules::check(&ty, &span, reader);
            ty.walk(&mut |part| {
                if let Type::Named(name) = part {
                    reader
                        .uses
                        .push((name.clone(), place_of(node, text, name).unwrap_or(span.clone())));
                }
            });
            Some(ty)
        }
        Err(error) => {
            let span = node.span_of(&error.span);
            reader.error(SchemaErrorKind::TypeSyntax, span, error.text, error.help);
            None
        }
    }
}

/// The place of a name in the text of a type.
fn place_of(node: &Node, text: &str, name: &str) -> Option<core::ops::Range<usize>> {
    let start = text.find(name)?;
    Some(node.span_of(&(start..start.saturating_add(name.len()))))
}

pub(super) fn docs(entry: Option<&Entry>, reader: &mut Reader<'_>) -> String {
    let text = entry.and_then(|entry| reader.text("`docs`", &entry.value));
    text.unwrap_or_default().trim_end().to_owned()
}
