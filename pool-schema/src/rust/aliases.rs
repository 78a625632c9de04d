//! Facts about types that depend on the definitions that they name.

use std::collections::HashMap;

use crate::model::{Definition, Schema, Shape, Type};

/// What a definition contains, with everything that it names.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    /// A float, or a Rust type of which nothing is known: the type may not be `Eq`.
    not_eq: bool,
}

/// The facts about all definitions of a schema.
pub(super) struct Facts<'a> {
    definitions: HashMap<&'a str, &'a Definition>,
    contents: HashMap<&'a str, Content>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(schema: &'a Schema) -> Self {
        let named = |definition: &'a Definition| (&*definition.name, definition);
        let definitions = schema.types.iter().map(named).collect();
        let mut facts = Self { definitions, contents: HashMap::new() };
        for definition in &schema.types {
            facts.content(definition);
        }
        facts
    }

    /// Whether the type can be `Eq`.
    pub(super) fn is_eq(&self, name: &str) -> bool {
        self.contents.get(name).is_some_and(|content| !content.not_eq)
    }

    /// Whether a field has an existing Rust type, outside of sequences. Such a type has no borrowed form that the derive
    /// could name, and is copied.
    pub(super) fn is_copied(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(name) => {
                match self.definitions.get(&**name).map(|definition| &definition.shape) {
                    Some(Shape::Alias { path: Some(_), .. }) => true,
                    Some(Shape::Alias { ty: Some(ty), .. }) => self.is_copied(ty),
                    _ => false,
                }
            }
            Type::Seq { .. } => false,
            ty => ty.parts().iter().any(|part| self.is_copied(part)),
        }
    }

    fn content(&mut self, definition: &'a Definition) -> Content {
        if let Some(content) = self.contents.get(&*definition.name) {
            return *content;
        }
        // A type that contains itself was refused; this ends the search in any case.
        self.contents.insert(&definition.name, Content::default());
        let mut content =
            Content { not_eq: matches!(&definition.shape, Shape::Alias { path: Some(_), .. }) };
        let mut named = Vec::new();
        definition.for_each_type(|ty| {
            ty.walk(&mut |ty| match ty {
                Type::Float { .. } | Type::Opaque { .. } => content.not_eq = true,
                Type::Named(name) => named.push(&**name),
                _ => {}
            });
        });
        for name in named {
            if let Some(definition) = self.definitions.get(name).copied() {
                content.not_eq |= self.content(definition).not_eq;
            }
        }
        self.contents.insert(&definition.name, content);
        content
    }
}
