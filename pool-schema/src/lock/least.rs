//! The shortest encoding of a type, also of schemas that do not compile.

use std::collections::HashMap;

use crate::model::{Definition, Field, Schema, Shape, Type};

/// The shortest encodings of a schema's types, in bytes. Types of unknown encoding count as empty.
pub(super) struct Least<'a> {
    schema: &'a Schema,
    /// What is known of definitions. One that contains itself counts as empty there.
    known: HashMap<&'a str, u64>,
}

impl<'a> Least<'a> {
    pub(super) fn new(schema: &'a Schema) -> Self {
        Self { schema, known: HashMap::new() }
    }

    pub(super) fn of(&mut self, ty: &'a Type) -> u64 {
        match ty {
            Type::Uint { size, .. } | Type::Int { size, .. } | Type::Float { size, .. } => {
                (*size).into()
            }
            Type::Char | Type::Bool { .. } | Type::Option(_) => 1,
            Type::Array { len, element } => len.saturating_mul(self.of(element)),
            Type::Bytes { prefix, .. } | Type::Str { prefix, .. } | Type::Seq { prefix, .. } => {
                (*prefix).into()
            }
            Type::FixedStr { len, .. } => *len,
            Type::Tuple(parts) => {
                parts.iter().fold(0, |sum: u64, part| sum.saturating_add(self.of(part)))
            }
            Type::Opaque { min, .. } => *min,
            Type::Named(name) => self.named(name),
        }
    }

    fn named(&mut self, name: &'a str) -> u64 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        self.known.insert(name, 0);
        let least =
            self.schema.definition(name).map_or(0, |definition| self.definition(definition));
        self.known.insert(name, least);
        least
    }

    fn definition(&mut self, definition: &'a Definition) -> u64 {
        match &definition.shape {
            Shape::Struct { fields } => self.fields(fields),
            Shape::Enum { tag, variants, other, .. } => {
                let variants = variants.iter().chain(other);
                let least = variants.map(|variant| self.fields(&variant.fields)).min();
                u64::from(*tag).saturating_add(least.unwrap_or(0))
            }
            Shape::Alias { ty, .. } => ty.as_ref().map_or(0, |ty| self.of(ty)),
        }
    }

    fn fields(&mut self, fields: &'a [Field]) -> u64 {
        let written = fields.iter().filter(|field| !field.optional);
        written.fold(0, |sum: u64, field| sum.saturating_add(self.of(&field.ty)))
    }
}
