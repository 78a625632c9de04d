//! The rules about borrowed forms.

use core::ops::Range;

use super::error::SchemaErrorKind;
use super::named::Named;
use super::reader::Reader;
use crate::model::{Definition, Field, Schema, Shape, Type};
use crate::rust::Facts;

/// Reports fields of borrowed types whose own types have no borrowed form, and defaults that the form cannot have.
pub(super) fn check(
    schema: &Schema,
    messages: &[Named<'_>],
    parts: &[(String, Range<usize>)],
    reader: &mut Reader<'_>,
) {
    let facts = Facts::new(schema);
    let place = |name: &str| {
        let part = parts.iter().find(|(part, _)| part == name).map(|(_, span)| span.clone());
        let message = || {
            messages
                .iter()
                .filter_map(|message| message.name.clone())
                .find(|(message, _)| *message == name)
        };
        part.or_else(|| message().map(|(_, span)| span)).unwrap_or(0..0)
    };
    for definition in schema.types.iter().filter(|definition| definition.borrow) {
        let name = &definition.name;
        for field in fields(definition) {
            let label = &field.name;
            if facts.lacks_form(&field.ty) {
                let text = format!(
                    "`{name}` has a borrowed form, but the type `{}` of its field `{label}` has none",
                    field.ty
                );
                let help = "set `borrow` to the same value on both";
                reader.error(SchemaErrorKind::Conflict, place(name), text, help);
            }
            // The form of an array of bytes can refer to a constant.
            let is_bytes =
                matches!(&field.ty, Type::Array { element, .. } if **element == Type::BYTE);
            if let Some(default) = &field.default
                && facts.borrows(&field.ty)
                && !is_bytes
            {
                let text = format!(
                    "the field `{label}` of `{name}` borrows, but its default `{default}` is owned"
                );
                let help = "write `optional: true` without `default`, or set `borrow: false`";
                reader.error(SchemaErrorKind::Conflict, place(name), text, help);
            }
        }
    }
}

fn fields(definition: &Definition) -> Vec<&Field> {
    match &definition.shape {
        Shape::Struct { fields } => fields.iter().collect(),
        Shape::Enum { variants, other, .. } => {
            variants.iter().chain(other).flat_map(|variant| &variant.fields).collect()
        }
        Shape::Alias { .. } => Vec::new(),
    }
}
