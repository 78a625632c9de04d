//! The widths of prefixes, which `len` sets for a whole type.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::RustError;
use crate::model::{Definition, Schema, Type};

/// Whether a prefix of the schema is wider than its bound needs.
pub(super) fn has_wide_prefixes(schema: &Schema) -> bool {
    schema
        .types
        .iter()
        .any(|definition| prefixes(definition).any(|(width, natural)| width != natural))
}

/// The key `len` of a definition, if it needs one. With `wide`, another type of the schema has wide prefixes, and the
/// derive refuses parts that do not say that theirs are as narrow as their bounds.
pub(super) fn len_key(
    definition: &Definition,
    wide: bool,
) -> Result<Option<TokenStream>, RustError> {
    let all: Vec<(u8, u8)> = prefixes(definition).collect();
    if all.iter().all(|(width, natural)| width == natural) {
        return Ok((wide && !all.is_empty()).then(|| quote!(len = auto)));
    }
    match all.first() {
        Some((first, _)) if all.iter().all(|(width, _)| width == first) && *first != 3 => {
            let width = format_ident!("u{}", u16::from(*first).saturating_mul(8));
            Ok(Some(quote!(len = #width)))
        }
        _ => Err(RustError::PrefixWidths { name: definition.name.clone() }),
    }
}

/// The width of each prefix of a definition, and the width that its bound needs.
fn prefixes(definition: &Definition) -> impl Iterator<Item = (u8, u8)> {
    let mut all = Vec::new();
    definition.for_each_type(|ty| {
        ty.walk(&mut |ty| match ty {
            Type::Bytes { max, prefix }
            | Type::Str { max, prefix }
            | Type::Seq { max, prefix, .. } => {
                all.push((*prefix, Type::natural_prefix(*max)));
            }
            _ => {}
        });
    });
    all.into_iter()
}
