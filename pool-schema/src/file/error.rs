//! The errors of a schema file.

use core::fmt;

use pool_service::{Place, escaped};
use thiserror::Error;

/// An error in a schema file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct SchemaError {
    kind: SchemaErrorKind,
    place: Option<Place>,
    text: Box<str>,
    help: Box<str>,
}

/// The kind of an error in a schema file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemaErrorKind {
    /// The file cannot be read.
    Io,
    /// The text is not YAML, TOML or JSON.
    Syntax,
    /// There is no such key.
    UnknownKey,
    /// A key is missing.
    MissingKey,
    /// The value has another type than the key needs.
    WrongType,
    /// The value has the right type, but is not allowed.
    WrongValue,
    /// A type is not defined.
    UnknownType,
    /// A type is not written as types are.
    TypeSyntax,
    /// Two things have the same name, id or tag.
    Duplicate,
    /// An id or a tag is reserved.
    ReservedNumber,
    /// A type contains itself.
    Recursive,
    /// Two keys contradict each other, or a key does not apply to its owner.
    Conflict,
}

impl SchemaError {
    pub(super) fn new(
        kind: SchemaErrorKind,
        place: Option<Place>,
        text: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        // Both contain keys and words of the file.
        let [text, help] = [text.into(), help.into()].map(|text| safe(&text));
        Self { kind, place, text, help }
    }

    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> SchemaErrorKind {
        self.kind
    }

    /// Returns the place of the error in the text.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Returns what is wrong, without the place and the remedy.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the remedy. It may be empty.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}

/// Escapes each line. Line feeds are those of this crate.
fn safe(text: &str) -> Box<str> {
    text.lines().map(escaped).collect::<Vec<_>>().join("\n").into()
}

/// Shows the error, its place, the line with carets below the mark, and a remedy.
impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        if let Some(place) = &self.place {
            write!(f, " ({})\n{}", place.at(), place.snippet())?;
        }
        if self.help.is_empty() { Ok(()) } else { write!(f, "\nhelp: {}", self.help) }
    }
}

/// All errors of a schema file. There is at least one. [`Display`](fmt::Display) shows all of them, with an empty line
/// after each but the last.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct SchemaErrors {
    /// The first error.
    pub first: SchemaError,
    /// The other errors, in the order of the text.
    pub others: Vec<SchemaError>,
}

impl SchemaErrors {
    pub(super) fn io(file: &str, error: &std::io::Error) -> Self {
        let text = format!("`{file}` cannot be read: {error}");
        SchemaError::new(SchemaErrorKind::Io, None, text, "").into()
    }

    pub(super) fn json(file: &str, error: &crate::json::JsonError) -> Self {
        SchemaError::new(SchemaErrorKind::Syntax, None, format!("`{file}`: {error}"), "").into()
    }

    /// Returns all errors.
    pub fn iter(&self) -> impl Iterator<Item = &SchemaError> {
        core::iter::once(&self.first).chain(&self.others)
    }
}

impl fmt::Display for SchemaErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.others.iter().try_for_each(|error| write!(f, "\n\n{error}"))
    }
}

impl From<SchemaError> for SchemaErrors {
    fn from(first: SchemaError) -> Self {
        Self { first, others: Vec::new() }
    }
}

impl IntoIterator for SchemaErrors {
    type Item = SchemaError;
    type IntoIter =
        core::iter::Chain<core::iter::Once<SchemaError>, std::vec::IntoIter<SchemaError>>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::once(self.first).chain(self.others)
    }
}
