//! A table of the text, with the mistakes found in it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{FileError, FileErrorKind, FileErrors};
use crate::place::Place;

/// A value with the place of its key.
pub(crate) struct Entry<'t, 'i> {
    pub(crate) key: &'t str,
    pub(crate) key_span: core::ops::Range<usize>,
    pub(crate) value: &'t Spanned<DeValue<'i>>,
}

/// The entries in the order of the text.
pub(crate) fn entries<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Entry<'t, 'i>> {
    let mut entries: Vec<Entry<'t, 'i>> = table
        .iter()
        .map(|(key, value)| Entry { key: key.get_ref(), key_span: key.span(), value })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    entries
}

/// Gathers the mistakes of a text.
pub(crate) struct Mistakes<'a> {
    text: &'a str,
    file: Option<&'a str>,
    /// Each with where it begins.
    found: Vec<(usize, FileError)>,
}

impl<'a> Mistakes<'a> {
    pub(crate) fn new(text: &'a str, file: Option<&'a str>) -> Self {
        Self { text, file, found: Vec::new() }
    }

    pub(crate) fn place(&self, span: core::ops::Range<usize>) -> Place {
        Place::new(self.text, self.file, span)
    }

    pub(crate) fn push(
        &mut self,
        kind: FileErrorKind,
        span: core::ops::Range<usize>,
        text: impl Into<String>,
        help: impl Into<String>,
    ) {
        let start = span.start;
        self.found.push((start, FileError::new(kind, Some(self.place(span)), text, help)));
    }

    /// `key` needs another type of value.
    pub(crate) fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, needed: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "an integer",
            DeValue::Float(_) => "a float",
            DeValue::Boolean(_) => "a boolean",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        self.push(
            FileErrorKind::WrongType,
            value.span(),
            format!("`{key}` is {found}"),
            format!("write {needed}"),
        );
    }

    /// The mistakes in the order of the text; `value` if there are none.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, FileErrors> {
        self.found.sort_by_key(|(start, _)| *start);
        let mut all = self.found.into_iter().map(|(_, error)| error);
        match (all.next(), value) {
            (None, Some(value)) => Ok(value),
            (Some(first), _) => Err(FileErrors { first, others: all.collect() }),
            // Whoever has no value has found a mistake; an error all the same.
            (None, None) => Err(FileError::new(
                FileErrorKind::Syntax,
                None,
                "the text cannot be read",
                "write `[service.NAME]` and below it `messages = [\"..\"]`",
            )
            .into()),
        }
    }
}
