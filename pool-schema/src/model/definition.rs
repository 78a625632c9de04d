//! Structs and enums.

use serde::{Deserialize, Serialize};

use super::reserved::Reserved;
use super::skip::is_false;
use super::types::Type;

/// A struct or an enum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The name of the type.
    pub name: String,
    /// The doc comment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub docs: String,
    /// The fields or the variants.
    #[serde(flatten)]
    pub shape: Shape,
    /// The longest encoding in bytes, if it is less than the fields permit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_size: Option<u64>,
    /// Whether the derive generates the borrowed form. It makes no difference to the bytes.
    #[serde(default, skip_serializing_if = "is_false")]
    pub borrow: bool,
}

/// The fields of a struct, or the variants of an enum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A struct.
    Struct {
        /// The fields, in the order of the wire.
        fields: Vec<Field>,
    },
    /// An enum.
    Enum {
        /// The width of the discriminant in bytes: 1, 2, 4 or 8.
        tag: u8,
        /// The variants that have a discriminant of their own.
        variants: Vec<Variant>,
        /// The variant for all other discriminants. Its `tag` is not used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<Variant>,
        /// The discriminants that must not be used.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reserved: Vec<Reserved>,
    },
    /// Another name of a type. The Rust code has a type alias, or uses the type at `path`.
    Alias {
        /// The encoding. It is unknown for a Rust type whose wire type the file does not state.
        #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
        ty: Option<Type>,
        /// The path of an existing Rust type.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        path: Option<String>,
    },
}

/// A variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The name.
    pub name: String,
    /// The discriminant.
    pub tag: u64,
    /// The doc comment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub docs: String,
    /// The fields after the discriminant. Fields of a tuple variant are named `0`, `1` and so on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
}

/// A field of a struct or of a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The name.
    pub name: String,
    /// The encoding.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The doc comment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub docs: String,
    /// Whether the field is absent if the payload ends before it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// The value of an absent field, as Rust source. Without one it is the default value of the type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The values that decoding accepts, as a Rust range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<String>,
}

impl Definition {
    /// Returns the fields of a struct. Other types have none.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        match &self.shape {
            Shape::Struct { fields } => fields,
            _ => &[],
        }
    }

    /// Calls `visit` for each type that the definition uses directly.
    pub fn for_each_type<'a>(&'a self, mut visit: impl FnMut(&'a Type)) {
        let mut of = |fields: &'a [Field]| fields.iter().for_each(|field| visit(&field.ty));
        match &self.shape {
            Shape::Struct { fields } => of(fields),
            Shape::Enum { variants, other, .. } => {
                variants.iter().chain(other).for_each(|variant| of(&variant.fields));
            }
            Shape::Alias { ty, .. } => ty.iter().for_each(visit),
        }
    }
}
