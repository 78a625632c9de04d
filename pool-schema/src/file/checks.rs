//! The rules about a whole schema: names, and types that are used.

use core::ops::Range;
use std::collections::HashSet;

use pool_codec::SizeClass;
use pool_service::Nearest;

use super::borrowed_forms;
use super::error::SchemaErrorKind;
use super::literals;
use super::named::Named;
use super::reader::Reader;
use super::reserved_names;
use crate::compiled::CompileError;
use crate::model::nesting::{MAX_DEFINITIONS, NestingError};
use crate::model::{Definition, Schema, Shape, Type};

/// `trailing: allow`, until the size class is known.
pub(super) const UP_TO_SIZE_CLASS: u64 = u64::MAX;

/// The types of the wire, for suggestions.
const WIRE_TYPES: &[&str] = &[
    "u8", "u16", "u24", "u32", "u64", "u128", "i8", "i16", "i32", "i64", "i128", "f32", "f64",
    "bool", "char", "uint8", "uint16", "uint32", "uint64", "uint128", "uint256", "int256",
    "Address", "bytes32",
];

/// The names of a file and their places.
pub(super) struct Names<'a> {
    /// The place of the name of the set.
    pub(super) set: Range<usize>,
    pub(super) messages: &'a [Named<'a>],
    pub(super) parts: &'a [(String, Range<usize>)],
}

/// Completes the schema and applies the rules.
pub(super) fn schema(
    mut schema: Schema,
    names: &Names<'_>,
    reader: &mut Reader<'_>,
) -> Option<Schema> {
    let Names { set, messages, parts } = names;
    let uses = core::mem::take(&mut reader.uses);
    let mut added: Vec<Definition> = Vec::new();
    let mut known: HashSet<&str> =
        schema.types.iter().map(|definition| &*definition.name).collect();
    for (name, span) in &uses {
        if known.contains(&**name) {
            continue;
        }
        match well_known(name) {
            Some(definition) => {
                known.insert(name);
                added.push(definition);
            }
            // The search for a similar name takes time for each known one.
            None if reader.is_full() => break,
            None => unknown_type(name, span, &schema, reader),
        }
    }
    schema.types.splice(0..0, added);
    reserved_names::check(&schema, set.clone(), messages, parts, reader);
    if reader.has_errors() {
        return None;
    }
    if let Err(error) = schema.check_nesting() {
        let (NestingError::Recursive(name)
        | NestingError::TooDeep(name)
        | NestingError::TooManyParts(name)) = &error;
        let recursive = CompileError::Recursive { name: name.clone() };
        let place = place_of(&recursive, &uses, messages);
        match error {
            NestingError::Recursive(_) => compile_error(&recursive, place, reader),
            NestingError::TooManyParts(name) => {
                let text = format!("`{name}` contains too many types, with those in its parts");
                let help = "write `[T; N]` or `Seq<T, N>` for fields of equal types, or divide the message";
                reader.error(SchemaErrorKind::WrongValue, place, text, help);
            }
            NestingError::TooDeep(name) => {
                let text = format!("`{name}` contains too many types in each other");
                let help = format!(
                    "at most {MAX_DEFINITIONS} definitions can contain each other: move fields of inner types to outer ones"
                );
                reader.error(SchemaErrorKind::WrongValue, place, text, help);
            }
        }
        return None;
    }
    let literals = core::mem::take(&mut reader.literals);
    literals::check(&schema, &literals, reader);
    borrowed_forms::check(&schema, messages, parts, reader);
    if reader.has_errors() {
        return None;
    }
    let trailing = |message: &crate::model::Message| message.max_trailing == UP_TO_SIZE_CLASS;
    let open: Vec<u32> = schema
        .messages
        .iter()
        .filter(|message| trailing(message))
        .map(|message| message.id)
        .collect();
    for message in &mut schema.messages {
        if trailing(message) {
            message.max_trailing = 0;
        }
    }
    match schema.compile() {
        Ok(compiled) => {
            for message in schema.messages.iter_mut().filter(|message| open.contains(&message.id)) {
                let longest = compiled.message(message.id).map_or(0, |info| info.schema.max_size());
                let room = SizeClass::for_len(longest).bytes().saturating_sub(longest);
                message.max_trailing = room as u64;
            }
            too_long(&schema, &compiled, messages, reader);
            never_fits(&schema, &compiled, messages, reader);
            Some(schema)
        }
        // The Rust compiler knows the sizes of such types.
        Err(CompileError::UnknownEncoding { .. }) => Some(schema),
        Err(error) => {
            let place = place_of(&error, &uses, messages);
            compile_error(&error, place, reader);
            None
        }
    }
}

/// Reports an error that the tables of the schema have.
fn compile_error(error: &CompileError, place: Range<usize>, reader: &mut Reader<'_>) {
    let text = error.to_string();
    let (text, help) = text.split_once("\nhelp: ").unwrap_or((&text, ""));
    let kind = match error {
        CompileError::Recursive { .. } => SchemaErrorKind::Recursive,
        _ => SchemaErrorKind::WrongValue,
    };
    reader.error(kind, place, text, help);
}

/// Reports messages that no pool has a slot for, as the derive does.
fn too_long(
    schema: &Schema,
    compiled: &crate::compiled::Compiled,
    messages: &[Named<'_>],
    reader: &mut Reader<'_>,
) {
    if schema.max_payload.is_some() {
        return;
    }
    for info in compiled.messages().iter().filter(|info| !info.size_class.is_pooled()) {
        let place = messages.iter().filter_map(|message| message.name.clone());
        let place = place.into_iter().find(|(name, _)| *name == info.name);
        let text = format!(
            "a payload of `{}` may have {} bytes, but a pool has no slot of more than {}",
            info.name,
            info.max_size,
            SizeClass::MAX_POOLED.bytes()
        );
        let help = "reduce its maximum lengths, or set the longest payload that you accept, for example \
                    `max_payload: 1048576`";
        reader.error(SchemaErrorKind::WrongValue, place.map_or(0..0, |(_, span)| span), text, help);
    }
}

/// Reports messages whose shortest payload is longer than the longest that is accepted.
fn never_fits(
    schema: &Schema,
    compiled: &crate::compiled::Compiled,
    messages: &[Named<'_>],
    reader: &mut Reader<'_>,
) {
    let limit = schema.payload_limit();
    for info in compiled.messages().iter().filter(|info| info.schema.min_size() as u64 > limit) {
        let place = messages.iter().filter_map(|message| message.name.clone());
        let place = place.into_iter().find(|(name, _)| *name == info.name);
        let text = format!(
            "a payload of `{}` has at least {} bytes, but the longest payload has {limit}",
            info.name,
            info.schema.min_size(),
        );
        let help = match schema.max_payload {
            Some(_) => "increase `max_payload`, or shorten the message",
            None => "use a header that can express longer payloads, or shorten the message",
        };
        reader.error(SchemaErrorKind::WrongValue, place.map_or(0..0, |(_, span)| span), text, help);
    }
}

/// The place of an error that the tables of the schema have.
fn place_of(
    error: &CompileError,
    uses: &[(String, Range<usize>)],
    messages: &[Named<'_>],
) -> Range<usize> {
    let name = match error {
        CompileError::UnknownType { owner, .. }
        | CompileError::Duplicate { owner, .. }
        | CompileError::EmptyElement { owner }
        | CompileError::OptionalInside { owner, .. }
        | CompileError::EmptyOptional { owner, .. } => owner,
        CompileError::UnknownEncoding { name }
        | CompileError::Recursive { name }
        | CompileError::TooLong { name }
        | CompileError::WrongLimit { name, .. } => name,
    };
    let message = messages.iter().filter_map(|message| message.name.clone());
    let message = message.into_iter().find(|(message, _)| message == name).map(|(_, span)| span);
    let used = uses.iter().find(|(used, _)| used == name).map(|(_, span)| span.clone());
    message.or(used).unwrap_or(0..0)
}

fn unknown_type(name: &str, span: &Range<usize>, schema: &Schema, reader: &mut Reader<'_>) {
    let own = schema.types.iter().map(|definition| &*definition.name);
    let known = WIRE_TYPES.iter().copied().chain(own);
    let nearest = known.fold(Nearest::to(name), |nearest, known| nearest.offer(known));
    let help = match nearest.found() {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!(
            "define it: `types: {{ {name}: \"[u8; 20]\" }}`, or with the path of a Rust type"
        ),
    };
    let text = format!("the type `{name}` is not defined");
    reader.error(SchemaErrorKind::UnknownType, span.clone(), text, help);
}

/// The names that contracts use without defining them: `Address`, `uint256`, `bytes32`.
fn well_known(name: &str) -> Option<Definition> {
    let (len, docs) = match name {
        "Address" => (20, "An account or a contract: 20 bytes.".to_owned()),
        _ => {
            let bits = ["U", "I"].iter().find_map(|prefix| name.strip_prefix(prefix));
            match (bits, name.strip_prefix("Bytes")) {
                (Some(bits), _) => {
                    let bits: u64 = bits.parse().ok()?;
                    let is_width = (8..=256).contains(&bits) && bits.is_multiple_of(8);
                    let docs = format!("A {bits}-bit number in big-endian byte order.");
                    (is_width.then(|| bits.div_euclid(8))?, docs)
                }
                (None, Some(len)) => {
                    let len: u64 = len.parse().ok()?;
                    ((1..=32).contains(&len).then_some(len)?, format!("{len} bytes."))
                }
                (None, None) => return None,
            }
        }
    };
    let ty = Some(Type::Array { len, element: Box::new(Type::BYTE) });
    let shape = Shape::Alias { ty, path: None };
    Some(Definition { name: name.to_owned(), docs, shape, max_size: None, borrow: false })
}
