//! YAML to the tree.
//!
//! The parser is that of `saphyr`. Its events are read directly, because deserialising with serde stops at the first error
//! and keeps no places.

use core::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::error::SchemaErrorKind;
use super::node::{Entry, MAX_DEPTH, Node, Value};
use super::reader::Reader;

/// An unfinished list or map.
struct Open {
    start: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    /// The entries, and the key whose value comes next.
    Map(Vec<Entry>, Option<(String, Range<usize>)>),
}

pub(super) fn parse(text: &str, reader: &mut Reader<'_>) -> Option<Node> {
    let places = Places::new(text);
    let mut parser = Parser::new_from_str(text);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = places.byte(error.marker().index());
                reader.error(
                    SchemaErrorKind::Syntax,
                    at..at.saturating_add(1),
                    format!("not YAML: {}", error.info()),
                    "",
                );
                return None;
            }
        };
        let span = places.span(&span);
        let node = match event {
            Event::Scalar(text, style, ..) => {
                let quoted = style != ScalarStyle::Plain;
                Node { value: Value::Scalar { text: text.into_owned(), quoted }, span }
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if open.len() >= MAX_DEPTH {
                    let text = format!("the text is nested more than {MAX_DEPTH} levels deep");
                    reader.error(SchemaErrorKind::Syntax, span, text, "");
                    return None;
                }
                let content = match event {
                    Event::SequenceStart(..) => Content::List(Vec::new()),
                    _ => Content::Map(Vec::new(), None),
                };
                open.push(Open { start: span.start, content });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(Open { start, content }) = open.pop() else { continue };
                let value = match content {
                    Content::List(items) => Value::List(items),
                    Content::Map(entries, _) => Value::Map(entries),
                };
                Node { value, span: start..span.end.max(start) }
            }
            Event::Alias(_) => {
                let help = "write the value again, or give a part a name under `types`";
                reader.error(SchemaErrorKind::Syntax, span, "aliases are not supported", help);
                return None;
            }
            Event::DocumentStart(_) if root.is_some() => {
                let help = "write one schema per file";
                reader.error(SchemaErrorKind::Syntax, span, "a second document", help);
                return None;
            }
            _ => continue,
        };
        match open.last_mut() {
            None => root = Some(node),
            Some(Open { content: Content::List(items), .. }) => items.push(node),
            Some(Open { content: Content::Map(entries, key), .. }) => match key.take() {
                Some((key, key_span)) => entries.push(Entry { key, key_span, value: node }),
                None => match node.value {
                    Value::Scalar { text, .. } => *key = Some((text, node.span)),
                    _ => {
                        let help = "a key is a word; put a type such as `[u8; 20]` in quotes";
                        reader.error(
                            SchemaErrorKind::Syntax,
                            node.span,
                            "a key that is not text",
                            help,
                        );
                        return None;
                    }
                },
            },
        }
    }
    root.or_else(|| {
        reader.error(
            SchemaErrorKind::Syntax,
            0..0,
            "the file is empty",
            "write `messages:` and below it the messages",
        );
        None
    })
}

/// The byte of each character. The parser counts characters.
struct Places {
    /// The bytes of the characters, unless both are equal.
    bytes: Option<Vec<usize>>,
    len: usize,
}

impl Places {
    fn new(text: &str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        Self { bytes, len: text.len() }
    }

    fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            None => character.min(self.len),
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.len),
        }
    }

    fn span(&self, span: &Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
