//! Compares the definitions of the 44 messages with a table of the specification.
#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

use examples::sv2::Sv2;
use pool_codec::FrameSet;
use pool_codec::schema::{Field, Kind, Schema};

/// The table, which is beside the definitions.
const TABLE: &str = include_str!("../src/sv2/specification.txt");

/// A message of the table.
#[derive(Debug, PartialEq)]
struct Message {
    name: String,
    id: u32,
    /// The names and the data types of the fields.
    fields: Vec<(String, String)>,
}

fn number(text: &str) -> u32 {
    let digits = text.strip_prefix("0x").expect("a hexadecimal number");
    u32::from_str_radix(digits, 16).expect("a hexadecimal number")
}

fn table() -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (name, word) = (words.next().expect("a name"), words.next().expect("a second word"));
        if line.starts_with(' ') {
            let message = messages.last_mut().expect("a message before its fields");
            message.fields.push((name.to_owned(), word.to_owned()));
            continue;
        }
        let (extension, kind) = word.split_once('/').unwrap_or(("0x0", word));
        let channel = match words.next() {
            Some("channel") => 1 << 23,
            None => 0,
            Some(other) => panic!("{name}: {other}"),
        };
        let id = channel | number(extension) << 8 | number(kind);
        messages.push(Message { name: name.to_owned(), id, fields: Vec::new() });
    }
    messages
}

/// The name that the specification has for a data type.
fn data_type(schema: &Schema) -> String {
    let bound = |max: usize| match max {
        0xFFFF => "64K".to_owned(),
        0xFF_FFFF => "16M".to_owned(),
        max => max.to_string(),
    };
    match *schema.kind() {
        Kind::Uint { size, .. } => format!("U{}", size * 8),
        Kind::Float { size: 4, .. } => "F32".into(),
        // Only the lowest bit counts.
        Kind::Bool { low_bit: true } => "BOOL".into(),
        // The values of `protocol` are listed there and not a type of their own.
        Kind::Enum { tag, .. } => format!("U{}", tag * 8),
        Kind::Array { len: 32, element } if data_type(element) == "U8" => "U256".into(),
        // An unconstrained sequence of bytes.
        Kind::Bytes { max: 255, text: true, .. } => "STR0_255".into(),
        Kind::Bytes { max, text: false, .. } => format!("B0_{}", bound(max)),
        Kind::Str { max, .. } => format!("STR0_{}", bound(max)),
        Kind::Seq { max, element, .. } => format!("SEQ0_{}[{}]", bound(max), data_type(element)),
        Kind::Option { value } => format!("OPTION[{}]", data_type(value)),
        Kind::Struct { name: "Tlvs", .. } => "TLVS".into(),
        _ => panic!("the specification has no such type: {schema}"),
    }
}

#[test]
fn every_message_is_that_of_the_specification() {
    let table = table();
    assert_eq!((table.len(), Sv2::MESSAGES.len()), (44, 44));
    for wanted in table {
        let info = Sv2::message(wanted.id).expect(&wanted.name);
        let field = |field: &Field| (field.name().to_owned(), data_type(field.schema()));
        let fields = info.schema.fields().iter().map(field).collect();
        let ours = Message { name: info.name.to_owned(), id: wanted.id, fields };
        assert_eq!(ours, wanted);
        // A message of a channel begins with its number.
        let begins = ours.fields.first() == Some(&("channel_id".into(), "U32".into()));
        assert_eq!(begins, ours.id & 1 << 23 != 0, "{}", ours.name);
    }
}
