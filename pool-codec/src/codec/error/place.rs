//! Where in a message an error is, by names.

use core::fmt;

use crate::codec::schema::Schema;

/// A field and the way to it, gathered from the inside out as an error passes each message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The number of bytes before the error in the decoder's input.
    pub(super) offset: usize,
    /// The innermost field.
    pub(super) field: Option<&'static str>,
    /// The outermost message's field that leads to it, if that is another.
    within: Option<&'static str>,
    /// Whether there are fields between the two.
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

/// `` `Message.field`: ``, as far as the names are known; `..` stands for fields between.
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

/// The same, because a schema is a page long.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
