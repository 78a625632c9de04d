//! The errors found in a text.

use toml::Spanned;
use toml::de::DeValue;

use crate::error::{FileError, FileErrorKind, FileErrors};
use crate::lines::Lines;
use crate::place::Place;

/// Collects the errors of a text.
pub(crate) struct Diagnostics<'a> {
    text: Lines<'a>,
    file: Option<&'a str>,
    /// Each error with the position where it begins.
    found: Vec<(usize, FileError)>,
}

impl<'a> Diagnostics<'a> {
    pub(crate) fn new(text: &'a str, file: Option<&'a str>) -> Self {
        Self { text: Lines::new(text), file, found: Vec::new() }
    }

    /// Whether so many errors were found that suggestions for more are not worth their time.
    pub(crate) fn are_many(&self) -> bool {
        self.found.len() >= 50
    }

    pub(crate) fn place(&self, span: core::ops::Range<usize>) -> Place {
        Place::new(&self.text, self.file, span)
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

    /// Reports that `key` needs another type of value.
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

    /// Returns the errors in the order of the text, or `value` if there are none.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, FileErrors> {
        self.found.sort_by_key(|(start, _)| *start);
        let mut all = self.found.into_iter().map(|(_, error)| error);
        match (all.next(), value) {
            (None, Some(value)) => Ok(value),
            (Some(first), _) => Err(FileErrors { first, others: all.collect() }),
            // A missing value always comes with an error. This one is for a bug in the reader.
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
