//! Reading values of the tree, with all errors.

use core::ops::Range;

use pool_service::{Lines, Nearest, Place};

use super::error::{SchemaError, SchemaErrorKind, SchemaErrors};
use super::node::{Entry, Node, Value};
use crate::model::Type;
use crate::model::validity::is_name;

/// The most errors that are reported.
const MAX_ERRORS: usize = 100;

/// A range or a default of a field, with its place.
pub(super) struct Literals {
    pub(super) ty: Type,
    pub(super) is_range: bool,
    pub(super) source: String,
    pub(super) span: Range<usize>,
}

/// Collects the errors of a text.
pub(super) struct Reader<'a> {
    lines: Lines<'a>,
    file: Option<&'a str>,
    /// Each error with the position where it begins.
    found: Vec<(usize, SchemaError)>,
    /// The names of types that are used, with the places of the uses.
    pub(super) uses: Vec<(String, Range<usize>)>,
    /// The ranges and defaults of fields.
    pub(super) literals: Vec<Literals>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, file: Option<&'a str>) -> Self {
        Self {
            lines: Lines::new(text),
            file,
            found: Vec::new(),
            uses: Vec::new(),
            literals: Vec::new(),
        }
    }

    pub(super) fn error(
        &mut self,
        kind: SchemaErrorKind,
        span: Range<usize>,
        text: impl Into<String>,
        help: impl Into<String>,
    ) {
        if self.found.len() < MAX_ERRORS {
            let place = Place::new(&self.lines, self.file, span.clone());
            self.found.push((span.start, SchemaError::new(kind, Some(place), text, help)));
        }
    }

    /// Whether further errors are dropped.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MAX_ERRORS
    }

    pub(super) fn has_errors(&self) -> bool {
        !self.found.is_empty()
    }

    pub(super) fn wrong_type(&mut self, what: &str, node: &Node, needed: &str) {
        let text = format!("{what} is {}", node.kind());
        self.error(SchemaErrorKind::WrongType, node.span.clone(), text, format!("write {needed}"));
    }

    /// The entries of a map.
    pub(super) fn map<'n>(
        &mut self,
        what: &str,
        node: &'n Node,
        needed: &str,
    ) -> Option<&'n [Entry]> {
        match &node.value {
            Value::Map(entries) => {
                self.duplicate_keys(entries);
                Some(entries)
            }
            _ => {
                self.wrong_type(what, node, needed);
                None
            }
        }
    }

    fn duplicate_keys(&mut self, entries: &[Entry]) {
        let mut seen = std::collections::HashSet::new();
        for entry in entries.iter().filter(|entry| !seen.insert(&entry.key)) {
            let text = format!("`{}` appears twice", entry.key);
            self.error(
                SchemaErrorKind::Duplicate,
                entry.key_span.clone(),
                text,
                "remove one of them",
            );
        }
    }

    /// A number of at most `max`.
    pub(super) fn number(&mut self, what: &str, node: &Node, max: u64) -> Option<u64> {
        let parsed = match &node.value {
            Value::Scalar { text, quoted: false } => number(text),
            _ => None,
        };
        match parsed {
            Some(number) if number <= max.into() => u64::try_from(number).ok(),
            Some(number) => {
                let text = format!("{what} is {number}");
                let help = format!("it is at most {max}");
                self.error(SchemaErrorKind::WrongValue, node.span.clone(), text, help);
                None
            }
            None => {
                match node.text().filter(|text| text.parse::<i128>().is_ok_and(|number| number < 0))
                {
                    Some(negative) => {
                        let text = format!("{what} is {negative}");
                        let help = format!("it is a number from 0 to {max}");
                        self.error(SchemaErrorKind::WrongValue, node.span.clone(), text, help);
                    }
                    None => self.wrong_type(
                        what,
                        node,
                        "a number without quotes: in decimal, or with `0x`, `0o` or `0b`",
                    ),
                }
                None
            }
        }
    }

    pub(super) fn boolean(&mut self, what: &str, node: &Node) -> Option<bool> {
        match &node.value {
            Value::Scalar { text, quoted: false } if text == "true" => Some(true),
            Value::Scalar { text, quoted: false } if text == "false" => Some(false),
            _ => {
                self.wrong_type(what, node, "`true` or `false`");
                None
            }
        }
    }

    /// Text or a word that is not empty.
    pub(super) fn text<'n>(&mut self, what: &str, node: &'n Node) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_type(what, node, "text");
        }
        text
    }

    /// A name that Rust code can have.
    pub(super) fn name(&mut self, what: &str, name: &str, span: &Range<usize>) -> Option<String> {
        if is_name(name) && !name.starts_with("__") {
            return Some(name.to_owned());
        }
        let text = format!("{what} `{name}` is not a name in Rust");
        let help = "use letters, digits and `_`, beginning with a letter";
        self.error(SchemaErrorKind::WrongValue, span.clone(), text, help);
        None
    }

    pub(super) fn unknown_key(&mut self, entry: &Entry, owner: &str, known: &[&str]) {
        let nearest = known.iter().fold(Nearest::to(&entry.key), |nearest, key| nearest.offer(key));
        let list = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        let help = match nearest.found() {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the keys of {owner} are {list}"),
        };
        let text = format!("{owner} has no key `{}`", entry.key);
        self.error(SchemaErrorKind::UnknownKey, entry.key_span.clone(), text, help);
    }

    /// Returns the errors in the order of the text, or `value` if there are none.
    pub(super) fn finish<T>(mut self, value: Option<T>) -> Result<T, SchemaErrors> {
        self.found.sort_by_key(|(start, _)| *start);
        let mut all = self.found.into_iter().map(|(_, error)| error);
        match (all.next(), value) {
            (None, Some(value)) => Ok(value),
            (Some(first), _) => Err(SchemaErrors { first, others: all.collect() }),
            // A missing value always comes with an error. This one is for a bug in the reader.
            (None, None) => {
                let text = "the file cannot be read";
                Err(SchemaError::new(SchemaErrorKind::Syntax, None, text, "").into())
            }
        }
    }
}

/// A number in decimal digits, or with the prefixes of Rust: `0x`, `0o` and `0b`.
pub(super) fn number(text: &str) -> Option<u128> {
    let text = text.replace('_', "");
    let prefixed = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(prefix, radix)| Some((text.strip_prefix(prefix)?, radix)));
    let (digits, radix) = prefixed.unwrap_or((&text, 10));
    u128::from_str_radix(digits, radix).ok()
}
