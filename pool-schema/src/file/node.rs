//! The tree of a file, with places. YAML and TOML become the same tree.

use core::ops::Range;

/// The deepest nesting of a file. No schema needs half of it.
pub(super) const MAX_DEPTH: usize = 32;

/// A value and its place in the text, in bytes.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Value {
    /// A word or a number, or text in quotes.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    pub(super) value: Node,
}

impl Node {
    /// What the value is, for errors.
    pub(super) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Scalar { text, quoted: false } if text.is_empty() || text == "~" => "empty",
            Value::Scalar { text, quoted: false } if text.parse::<i128>().is_ok() => "a number",
            Value::Scalar { text, .. } if text == "true" || text == "false" => "a boolean",
            Value::Scalar { .. } => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    /// The text of a scalar that is not empty.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, quoted } if *quoted || !(text.is_empty() || text == "~") => {
                Some(text)
            }
            _ => None,
        }
    }

    /// The place of the bytes `part` of a scalar's text.
    pub(super) fn span_of(&self, part: &Range<usize>) -> Range<usize> {
        let quote = match &self.value {
            // Escapes would move the place. They do not occur in types.
            Value::Scalar { quoted: true, .. } => 1,
            _ => 0,
        };
        let start = self.span.start.saturating_add(quote);
        let at = |index: usize| start.saturating_add(index).min(self.span.end);
        at(part.start)..at(part.end)
    }
}
