//! The `const` functions that build the fields and the variants of schemas.

use super::condition::{Condition, SWITCHES};
use super::node::{Field, Schema, Variant};
use crate::codec::const_fmt::fail;

impl Variant {
    /// Creates a variant with its discriminant and the fields that follow it.
    #[must_use]
    pub const fn new(name: &'static str, tag: u64, fields: &'static [Field]) -> Self {
        Self { name, tag, fields, docs: "" }
    }

    /// Sets the doc comment of the variant.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }
}

impl Field {
    /// Creates a field from its label and its encoding. The label is the name of the field. In a variant, the name
    /// of the variant and a dot come before it.
    ///
    /// ```
    /// use pool_codec::schema::Field;
    /// use pool_codec::Wire;
    ///
    /// let field = Field::new("Circle.radius", u16::SCHEMA);
    /// assert_eq!((field.name(), field.label()), ("radius", "Circle.radius"));
    /// ```
    #[must_use]
    pub const fn new(label: &'static str, schema: &'static Schema) -> Self {
        Self {
            label,
            optional: false,
            switch: None,
            condition: None,
            count: None,
            schema,
            docs: "",
            range: "",
        }
    }

    /// Lets the conditions of later fields test the field under the slot `switch`.
    ///
    /// # Panics
    ///
    /// Panics at compile time if the slot is above 7.
    #[doc(hidden)]
    #[must_use]
    pub const fn switches(mut self, switch: usize) -> Self {
        if switch >= SWITCHES {
            fail(&["the conditions of `when` test more than 8 fields of one type"]);
        }
        self.switch = Some(switch);
        self
    }

    /// Makes the field conditional: it has no bytes unless the condition holds.
    #[doc(hidden)]
    #[must_use]
    pub const fn when(mut self, condition: Condition) -> Self {
        self.condition = Some(condition);
        self
    }

    /// Takes the length or the count of the field from the field with the slot `switch`.
    #[doc(hidden)]
    #[must_use]
    pub const fn counted(mut self, switch: usize) -> Self {
        self.count = Some(switch);
        self
    }

    /// Makes the field optional: it is absent if the input ends before it.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Sets the doc comment of the field.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Sets the range of values that decoding accepts, as Rust source.
    #[must_use]
    pub const fn with_range(mut self, range: &'static str) -> Self {
        self.range = range;
        self
    }
}
