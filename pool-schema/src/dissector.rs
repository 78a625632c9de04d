//! A dissector for Wireshark.

mod lua;

use lua::Table;
use thiserror::Error;

use crate::compiled::CompileError;
use crate::model::{Field, Schema, Shape, Type, Variant};

/// The part of the dissector that is the same for all schemas.
const ENGINE: &str = include_str!("dissector/engine.lua");

/// The error for a schema that cannot be dissected.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DissectorError {
    /// Nothing says where the header has its id and its length.
    #[error(
        "the layout of the header `{name}` is unknown\nhelp: describe it in a schema file: `header: {{ rust: {name}, size: 3, id: [0], length: [2, 1] }}`"
    )]
    UnknownHeader {
        /// The name of the header.
        name: String,
    },
    /// The schema has no tables.
    #[error(transparent)]
    Compile(#[from] CompileError),
}

impl Schema {
    /// Returns a dissector for Wireshark and tshark 4, in Lua. It reassembles frames from TCP segments, shows each field
    /// with its name, type and value, and marks malformed frames with expert information.
    ///
    /// Copy it to the folder of personal plugins, or name it with `-X lua_script:market.lua`. It applies to the TCP
    /// `ports`, and to any other port through "Decode As", which is `-d tcp.port==7000,market` for tshark. Fields are
    /// called `market.SwapEvent.amount_in` in display filters, where `market` is the name of the set in lower case.
    ///
    /// # Errors
    ///
    /// Fails if the layout of the header is not known, or if [`compile`](Self::compile) fails.
    pub fn dissector(&self, ports: &[u16]) -> Result<String, DissectorError> {
        let schema = self.without_aliases();
        let compiled = schema.compile()?;
        let Some(layout) = &schema.header.layout else {
            return Err(DissectorError::UnknownHeader { name: schema.header.name });
        };
        let mut table = Table::new();
        table.text("name", &schema.name);
        // Wireshark permits few characters in names of protocols.
        let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        table.text("abbr", &schema.name.chars().map(letter).collect::<String>());
        table.list("ports", ports.iter().map(u16::to_string));
        table.table("header", |header| {
            header.number("size", schema.header.size);
            header.list("id", layout.id.iter().map(u64::to_string));
            header.list("length", layout.length.iter().map(u64::to_string));
            header.number("length_includes", layout.length_includes);
        });
        table.table("messages", |messages| {
            for (message, info) in schema.messages.iter().zip(compiled.messages()) {
                messages.table_at(&format!("{:#x}", message.id), |entry| {
                    entry.text("name", &message.name);
                    entry.number("min", info.min_size as u64);
                    entry.number("trailing", message.max_trailing);
                    entry.table("type", |table| ty(&message.ty, table));
                });
            }
        });
        table.table("types", |types| {
            for definition in &schema.types {
                types.table_at_text(&definition.name, |entry| match &definition.shape {
                    Shape::Struct { fields } => {
                        entry.text("kind", "struct");
                        self::fields(fields, entry);
                    }
                    Shape::Enum { tag, variants, other, .. } => {
                        entry.text("kind", "enum");
                        entry.number("size", (*tag).into());
                        entry.table("variants", |list| {
                            for of in variants {
                                list.table_at(&of.tag.to_string(), |entry| variant(of, entry));
                            }
                        });
                        if let Some(other) = other {
                            entry.table("other", |entry| variant(other, entry));
                        }
                    }
                    // They were replaced by the types behind them, or the schema has no tables.
                    Shape::Alias { .. } => {}
                });
            }
        });
        // A line feed in the name would end the comment.
        let name = schema.name.escape_debug();
        Ok(format!(
            "-- A dissector for `{name}`, written by pool-schema.\n\nlocal schema = {table}\n\n{ENGINE}"
        ))
    }
}

fn variant(variant: &Variant, table: &mut Table) {
    table.text("name", &variant.name);
    fields(&variant.fields, table);
}

fn fields(fields: &[Field], table: &mut Table) {
    table.tables("fields", fields, |field, table| {
        table.text("name", &field.name);
        if !field.docs.is_empty() {
            table.text("docs", &field.docs);
        }
        if field.optional {
            table.flag("optional");
        }
        table.table("type", |table| ty(&field.ty, table));
    });
}

fn ty(ty: &Type, table: &mut Table) {
    let mut number = |kind: &str, size: u8, big_endian: bool| {
        table.text("kind", kind);
        table.number("size", size.into());
        if big_endian {
            table.flag("big_endian");
        }
    };
    match ty {
        Type::Uint { size, big_endian } => number("uint", *size, *big_endian),
        Type::Int { size, big_endian } => number("int", *size, *big_endian),
        Type::Float { size, big_endian } => number("float", *size, *big_endian),
        Type::Char => table.text("kind", "char"),
        Type::Bool { low_bit } => {
            table.text("kind", "bool");
            if *low_bit {
                table.flag("low_bit");
            }
        }
        Type::FixedStr { len, pad } => {
            table.text("kind", "fixed_str");
            table.number("len", *len);
            table.number("pad", (*pad).into());
        }
        Type::Array { len, element } if **element == Type::BYTE => {
            table.text("kind", "fixed");
            table.number("len", *len);
        }
        Type::Array { len, element } => {
            table.text("kind", "array");
            table.number("len", *len);
            table.table("of", |of| self::ty(element, of));
        }
        Type::Bytes { max, prefix } => bounded("bytes", *max, *prefix, table),
        Type::Str { max, prefix } => bounded("str", *max, *prefix, table),
        Type::Seq { max, prefix, element } => {
            bounded("seq", *max, *prefix, table);
            table.table("of", |of| self::ty(element, of));
        }
        Type::Option(value) => {
            table.text("kind", "option");
            table.table("of", |of| self::ty(value, of));
        }
        Type::Tuple(parts) => {
            table.text("kind", "tuple");
            table.tables("parts", parts, self::ty);
        }
        Type::Named(name) => {
            table.text("kind", "named");
            table.text("name", name);
        }
        Type::Opaque { .. } => table.text("kind", "opaque"),
    }
}

fn bounded(kind: &str, max: u64, prefix: u8, table: &mut Table) {
    table.text("kind", kind);
    table.number("max", max);
    table.number("prefix", prefix.into());
}
