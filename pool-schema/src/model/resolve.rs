//! Schemas without aliases, as those of Rust types are.

use super::types::Type;
use super::{Definition, Schema, Shape};

impl Schema {
    /// Returns the schema with each alias replaced by the type behind it. [`Schema::of`] has no aliases, because they are
    /// not types of their own in Rust. An alias of a Rust type whose encoding is unknown remains.
    #[must_use]
    pub fn without_aliases(&self) -> Self {
        let mut schema = self.clone();
        let resolve = |ty: &mut Type| resolve(ty, self, 0);
        for message in &mut schema.messages {
            resolve(&mut message.ty);
        }
        schema
            .types
            .retain(|definition| !matches!(definition.shape, Shape::Alias { ty: Some(_), .. }));
        for definition in &mut schema.types {
            for_each_type_mut(definition, &mut |ty| resolve(ty));
        }
        schema
    }
}

/// Replaces aliases in `ty`. An alias that contains itself stays at some depth.
fn resolve(ty: &mut Type, schema: &Schema, depth: usize) {
    const MAX_DEPTH: usize = 256;
    if depth > MAX_DEPTH {
        return;
    }
    let inner = depth.saturating_add(1);
    match ty {
        Type::Array { element, .. } | Type::Seq { element, .. } | Type::Option(element) => {
            resolve(element, schema, inner);
        }
        Type::Tuple(parts) => parts.iter_mut().for_each(|part| resolve(part, schema, inner)),
        Type::Named(name) => {
            let definition = schema.definition(name);
            if let Some(Shape::Alias { ty: Some(behind), .. }) = definition.map(|of| &of.shape) {
                *ty = behind.clone();
                resolve(ty, schema, inner);
            }
        }
        _ => {}
    }
}

fn for_each_type_mut(definition: &mut Definition, visit: &mut impl FnMut(&mut Type)) {
    match &mut definition.shape {
        Shape::Struct { fields } => fields.iter_mut().for_each(|field| visit(&mut field.ty)),
        Shape::Enum { variants, other, .. } => {
            let variants = variants.iter_mut().chain(other);
            variants.flat_map(|variant| &mut variant.fields).for_each(|field| visit(&mut field.ty));
        }
        Shape::Alias { .. } => {}
    }
}
