//! The `const` functions that build the fields and the variants of schemas.

use super::node::{Field, Schema, Variant};
use super::sizes::Sizes;
use crate::codec::const_fmt::fail;

impl Variant {
    /// Creates a variant with its discriminant and the fields that follow it.
    #[must_use]
    pub const fn new(name: &'static str, tag: u64, fields: &'static [Field]) -> Self {
        Self { name, tag, fields, docs: "" }
    }

    /// Creates a variant of an enum without a tag. Its discriminant is the size of its fields.
    ///
    /// # Panics
    ///
    /// Panics at compile time if the fields do not always have the same size.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    pub const fn by_size(name: &'static str, fields: &'static [Field]) -> Self {
        let sizes = Sizes::of_fields(fields);
        if sizes.min != sizes.max {
            fail(&[
                "the encodings of variant `",
                name,
                "` have different sizes, so they do not tell which variant it is\nhelp: give its fields a fixed size, \
                 or give the enum a tag",
            ]);
        }
        Self::new(name, sizes.max as u64, fields)
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
