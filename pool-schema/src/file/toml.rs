//! TOML to the tree.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::SchemaErrorKind;
use super::node::{Entry, MAX_DEPTH, Node, Value};
use super::reader::Reader;

pub(super) fn parse(text: &str, reader: &mut Reader<'_>) -> Option<Node> {
    match DeTable::parse(text) {
        Ok(document) => {
            let span = document.span();
            node(&DeValue::Table(document.into_inner()), span, 0, reader)
        }
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            reader.error(
                SchemaErrorKind::Syntax,
                span,
                format!("not TOML: {}", error.message()),
                "",
            );
            None
        }
    }
}

fn node(
    value: &DeValue<'_>,
    span: core::ops::Range<usize>,
    depth: usize,
    reader: &mut Reader<'_>,
) -> Option<Node> {
    if depth > MAX_DEPTH {
        let text = format!("the text is nested more than {MAX_DEPTH} levels deep");
        reader.error(SchemaErrorKind::Syntax, span, text, "");
        return None;
    }
    let mut inner = |value: &Spanned<DeValue<'_>>| {
        node(value.get_ref(), value.span(), depth.saturating_add(1), reader)
    };
    let plain = |text: String| Value::Scalar { text, quoted: false };
    let value = match value {
        DeValue::String(text) => Value::Scalar { text: text.clone().into_owned(), quoted: true },
        DeValue::Integer(number) => match i128::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => plain(number.to_string()),
            Err(_) => plain(number.as_str().to_owned()),
        },
        DeValue::Float(number) => plain(number.as_str().to_owned()),
        DeValue::Boolean(value) => plain(value.to_string()),
        DeValue::Datetime(date) => plain(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(inner).collect::<Option<_>>()?),
        DeValue::Table(table) => {
            let mut entries = Vec::new();
            for (key, value) in table {
                let value = inner(value)?;
                entries.push(Entry { key: key.get_ref().to_string(), key_span: key.span(), value });
            }
            entries.sort_by_key(|entry| entry.key_span.start);
            Value::Map(entries)
        }
    };
    Some(Node { value, span })
}
