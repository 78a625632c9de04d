//! Items with names: messages, fields and variants.

use super::node::{Entry, Node, Value};
use super::reader::Reader;

/// A message, a field or a variant, whose name is a key of the map or the value of `name`.
pub(super) struct Named<'n> {
    pub(super) name: Option<(&'n str, core::ops::Range<usize>)>,
    pub(super) node: &'n Node,
}

/// The items of a list of maps with `name`, or of a map by names.
pub(super) fn named<'n>(node: &'n Node, reader: &mut Reader<'_>) -> Vec<Named<'n>> {
    match &node.value {
        Value::List(items) => {
            let item = |node: &'n Node| {
                let name = match &node.value {
                    Value::Map(entries) => {
                        let name = entries.iter().find(|entry| entry.key == "name");
                        name.and_then(|entry| Some((entry.value.text()?, entry.value.span.clone())))
                    }
                    // A variant without anything else.
                    Value::Scalar { .. } => node.text().map(|name| (name, node.span.clone())),
                    Value::List(_) => None,
                };
                Named { name, node }
            };
            items.iter().map(item).collect()
        }
        Value::Map(entries) => {
            // Equal keys are reported as equal names.
            let item = |entry: &'n Entry| Named {
                name: Some((&entry.key, entry.key_span.clone())),
                node: &entry.value,
            };
            entries.iter().map(item).collect()
        }
        Value::Scalar { .. } => {
            reader.wrong_type("the list", node, "a list of maps with `name`, or a map by names");
            Vec::new()
        }
    }
}
