//! The `const` functions that build the fields and the variants of schemas.

use super::node::{Field, Schema, Variant};

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
