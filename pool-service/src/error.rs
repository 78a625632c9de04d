//! The errors of a file.

use core::fmt;

use thiserror::Error;

use crate::escape::escaped;
use crate::place::Place;

/// An error in the text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct FileError {
    kind: FileErrorKind,
    place: Option<Place>,
    text: Box<str>,
    help: Box<str>,
}

/// The kind of an error in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileErrorKind {
    /// The text is not TOML.
    Syntax,
    /// The file has no such service.
    UnknownService,
    /// A service has no such key.
    UnknownKey,
    /// The key would set sizes, but sizes come from the message types.
    Size,
    /// The value has another type than the key needs.
    WrongType,
    /// The value has the right type, but is not allowed.
    WrongValue,
    /// A service declares no messages.
    NoMessages,
    /// Two keys contradict each other.
    Conflict,
}

impl FileError {
    pub(crate) fn new(
        kind: FileErrorKind,
        place: Option<Place>,
        text: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        // Both contain keys and words of the file.
        let [text, help] = [text.into(), help.into()].map(|text| escaped(&text).into());
        Self { kind, place, text, help }
    }

    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> FileErrorKind {
        self.kind
    }

    /// Returns the place of the error in the text.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Returns the error without its place, for callers that show the place themselves.
    #[must_use]
    pub fn without_place(&self) -> Self {
        Self { place: None, ..self.clone() }
    }
}

/// Shows the error, its place, the line with carets below the mark, and a remedy.
impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        if let Some(place) = &self.place {
            write!(f, " ({})\n{}", place.at(), place.snippet())?;
        }
        if self.help.is_empty() { Ok(()) } else { write!(f, "\nhelp: {}", self.help) }
    }
}

/// All errors of a text. There is at least one, and the display form shows the first.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{first}")]
pub struct FileErrors {
    /// The first error.
    pub first: FileError,
    /// The other errors, in the order of the text.
    pub others: Vec<FileError>,
}

impl From<FileError> for FileErrors {
    fn from(first: FileError) -> Self {
        Self { first, others: Vec::new() }
    }
}

impl IntoIterator for FileErrors {
    type Item = FileError;
    type IntoIter = core::iter::Chain<core::iter::Once<FileError>, std::vec::IntoIter<FileError>>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::once(self.first).chain(self.others)
    }
}
