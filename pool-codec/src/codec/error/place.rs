//! The place of an error in a message, by the names of fields.

use core::fmt;

use crate::codec::schema::Schema;

/// A field and the path to it, which is collected from the inside out as the error passes each message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The number of bytes before the error in the decoder's input.
    pub(super) offset: usize,
    /// The innermost field.
    pub(super) field: Option<&'static str>,
    /// The field of the outermost message that contains it, if that is a different field.
    within: Option<&'static str>,
    /// Whether there are more fields between the two.
    deep: bool,
    /// The outermost message.
    pub(super) schema: Option<&'static Schema>,
}

impl Place {
    pub(super) const fn at(offset: usize) -> Self {
        Self { offset, field: None, within: None, deep: false, schema: None }
    }

    pub(super) const fn in_field(mut self, field: &'static str) -> Self {
        match self.field {
            None => self.field = Some(field),
            Some(_) => {
                self.deep = self.within.is_some();
                self.within = Some(field);
            }
        }
        self
    }

    pub(super) const fn in_message(mut self, message: &'static Schema) -> Self {
        self.schema = Some(message);
        self
    }

    pub(super) const fn message(&self) -> Option<&'static str> {
        match self.schema {
            Some(schema) => schema.name(),
            None => None,
        }
    }
}

/// Prints `` `Message.field`: `` with the names that are known. `..` stands for the fields in between.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.deep { Some("") } else { None };
        let mut separator = "`";
        for name in [self.message(), self.within, between, self.field].iter().flatten() {
            write!(f, "{separator}{name}")?;
            separator = ".";
        }
        if separator == "." { f.write_str("`: ") } else { Ok(()) }
    }
}

/// Prints the same text, because the debug form of a schema is a page long.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
