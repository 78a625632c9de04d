//! Errors about enums and their variants.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Expr, Type};

use super::errors::{at, at_span};

pub(crate) fn enum_without_variants(name: &Ident) -> Error {
    at(
        name,
        "`Frame` cannot be derived for an enum without variants",
        "add a variant, as in `First = 0`",
    )
}

pub(crate) fn missing_tag(variant: &Ident) -> Error {
    at(
        variant,
        &format!("variant `{variant}` has no tag"),
        &format!(
            "give it a number: `{variant} = 0` in an enum without fields, `#[frame(tag = 0)]` in an \
             enum with fields"
        ),
    )
}

pub(crate) fn tag_and_discriminant(variant: &Ident, place: impl ToTokens) -> Error {
    at(
        place,
        &format!("variant `{variant}` has both a discriminant and a `tag`"),
        "remove one of them; either sets the number on the wire",
    )
}

pub(crate) fn other_with_tag(variant: &Ident, place: impl ToTokens) -> Error {
    at(
        place,
        &format!("variant `{variant}` is `other`, so it cannot have a tag of its own"),
        "remove the number; the first field of the variant stores the tag",
    )
}

pub(crate) fn tag_without_a_tag(variant: &Ident, span: Span) -> Error {
    at_span(
        span,
        &format!("the enum has no tag, so variant `{variant}` cannot have one"),
        "remove it; with `untagged`, the size of the payload tells the variant",
    )
}

pub(crate) fn tag_is_not_a_literal(variant: &Ident, value: &Expr) -> Error {
    at(
        value,
        &format!("the tag of `{variant}` is not an integer literal"),
        "write an unsigned integer literal; the derive cannot evaluate constants",
    )
}

pub(crate) fn tag_too_large(
    variant: &Ident,
    value: impl ToTokens,
    tag: &Ident,
    wider: Option<&str>,
) -> Error {
    let help = match wider {
        Some(wider) => format!("use a smaller number, or a wider tag: `#[frame(tag = {wider})]`"),
        None => "use a smaller number; the widest tag is `u64`".into(),
    };
    at(value, &format!("the tag of `{variant}` does not fit in `{tag}`"), &help)
}

pub(crate) fn duplicate_tag(first: &Ident, second: &Ident, value: impl ToTokens) -> Error {
    at(
        value,
        &format!("`{first}` and `{second}` have the same tag"),
        "give each variant a different number",
    )
}

pub(crate) fn tag_is_reserved(variant: &Ident, value: impl ToTokens) -> Error {
    at(
        value,
        &format!("the tag of `{variant}` is reserved"),
        "use another number; older peers may still use this one for a removed variant",
    )
}

pub(crate) fn two_other_tags(span: Span) -> Error {
    at_span(
        span,
        "more than one variant is marked `other`",
        "mark only one; it receives every unknown tag",
    )
}

pub(crate) fn other_without_tag(variant: &Ident, tag: &Ident) -> Error {
    at(
        variant,
        &format!("variant `{variant}` is `other`, but has no field for the tag"),
        &format!(
            "write `{variant}({tag})`, so that the value encodes to the bytes it was decoded from"
        ),
    )
}

pub(crate) fn other_tag_type(variant: &Ident, tag: &Ident, ty: &Type) -> Error {
    at(
        ty,
        &format!("the first field of `{variant}` stores the tag, so its type must be `{tag}`"),
        &format!("write `{tag}`"),
    )
}

pub(crate) fn other_tag_key(variant: &Ident, key: Span) -> Error {
    at_span(
        key,
        &format!("the first field of `{variant}` stores the tag and cannot have keys"),
        "remove the key; the tag is encoded unchanged",
    )
}

pub(crate) fn other_without_content(variant: &Ident) -> Error {
    at(
        variant,
        &format!(
            "`{variant}` cannot skip the fields after an unknown tag, because their length is unknown"
        ),
        "if every variant starts with its length, add a second field, as in \
         `Other(u8, Bytes<255>)`; otherwise remove the variant",
    )
}
