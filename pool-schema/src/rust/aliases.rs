//! Facts about types that depend on the definitions that they name.

use std::collections::HashMap;

use crate::model::{Definition, Schema, Shape, Type};

/// What a definition contains, with everything that it names.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    /// A float, or a Rust type of which nothing is known: the type may not be `Eq`.
    not_eq: bool,
    /// An existing Rust type, behind names and outside of sequences.
    copied: bool,
    /// The borrowed form points into the input.
    borrows: bool,
    /// There is no borrowed form, because `borrow` is false on the type or on a part of an alias.
    formless: bool,
}

/// The facts about all definitions of a schema.
pub(crate) struct Facts<'a> {
    definitions: HashMap<&'a str, &'a Definition>,
    contents: HashMap<&'a str, Content>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(schema: &'a Schema) -> Self {
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
        self.any_outside_sequences(ty, &|_| false, &|content| content.copied)
    }

    /// Whether the borrowed form of a field points into the input.
    pub(crate) fn borrows(&self, ty: &Type) -> bool {
        let points = |ty: &Type| match ty {
            Type::Array { element, .. } => **element == Type::BYTE,
            ty => matches!(ty, Type::Str { .. } | Type::Bytes { .. } | Type::Seq { .. }),
        };
        self.any_outside_sequences(ty, &points, &|content| content.borrows)
    }

    /// Whether a part of the type has no borrowed form.
    pub(crate) fn lacks_form(&self, ty: &Type) -> bool {
        let mut lacks = false;
        ty.walk(&mut |part| {
            if let Type::Named(name) = part {
                lacks |= self.contents.get(&**name).is_some_and(|content| content.formless);
            }
        });
        lacks
    }

    /// Whether the type of a field has a name, and is the same in both forms.
    pub(super) fn is_named_and_same(&self, ty: &Type) -> bool {
        self.any_outside_sequences(ty, &|ty| matches!(ty, Type::Named(_)), &|_| false)
            && !self.borrows(ty)
    }

    /// Whether a definition is an enum whose borrowed form is the enum itself, which must be `Copy`.
    pub(super) fn is_own_form(&self, definition: &Definition) -> bool {
        matches!(definition.shape, Shape::Enum { .. })
            && definition.borrow
            && self.contents.get(&*definition.name).is_some_and(|content| !content.borrows)
    }

    fn any_outside_sequences(
        &self,
        ty: &Type,
        holds: &impl Fn(&Type) -> bool,
        of_named: &impl Fn(&Content) -> bool,
    ) -> bool {
        let inner = || match ty {
            Type::Named(name) => self.contents.get(&**name).is_some_and(of_named),
            Type::Seq { .. } => false,
            ty => ty.parts().iter().any(|part| self.any_outside_sequences(part, holds, of_named)),
        };
        holds(ty) || inner()
    }

    fn content(&mut self, definition: &'a Definition) -> Content {
        if let Some(content) = self.contents.get(&*definition.name) {
            return *content;
        }
        // A type that contains itself was refused; this ends the search in any case.
        self.contents.insert(&definition.name, Content::default());
        let mut content = Content {
            not_eq: matches!(&definition.shape, Shape::Alias { path: Some(_), .. }),
            ..Content::default()
        };
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
        let (mut copied, mut borrows, mut formless) = (false, false, false);
        definition.for_each_type(|ty| {
            copied |= self.is_copied(ty);
            borrows |= self.borrows(ty);
            formless |= self.lacks_form(ty);
        });
        match &definition.shape {
            Shape::Alias { path: Some(_), .. } => content.copied = true,
            Shape::Alias { .. } => content = Content { copied, borrows, formless, ..content },
            Shape::Struct { .. } => {
                content = Content { borrows: true, formless: !definition.borrow, ..content };
            }
            Shape::Enum { .. } => {
                content = Content { borrows, formless: !definition.borrow, ..content };
            }
        }
        self.contents.insert(&definition.name, content);
        content
    }
}
