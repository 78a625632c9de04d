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
            "write the number that stands for it on the wire: `{variant} = 0` in an enum without \
             fields, else `#[frame(tag = 0)]`"
        ),
    )
}

pub(crate) fn tag_and_discriminant(variant: &Ident, place: impl ToTokens) -> Error {
    at(
        place,
        &format!("variant `{variant}` has both a discriminant and a `tag`"),
        "keep one; either is the number on the wire",
    )
}

pub(crate) fn other_with_tag(variant: &Ident, place: impl ToTokens) -> Error {
    at(
        place,
        &format!("variant `{variant}` is `other`, so no single number stands for it"),
        "remove the number: the variant's first field keeps the tag",
    )
}

pub(crate) fn tag_is_not_a_literal(variant: &Ident, value: &Expr) -> Error {
    at(
        value,
        &format!("the tag of `{variant}` is not an integer literal"),
        "write a number of 0 or more; the wire format is fixed by the source text",
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
    at(value, &format!("the tag of `{variant}` does not fit into `{tag}`"), &help)
}

pub(crate) fn duplicate_tag(first: &Ident, second: &Ident, value: impl ToTokens) -> Error {
    at(
        value,
        &format!("`{first}` and `{second}` have the same tag"),
        "give each variant a number of its own",
    )
}

pub(crate) fn tag_is_reserved(variant: &Ident, value: impl ToTokens) -> Error {
    at(
        value,
        &format!("the tag of `{variant}` is reserved"),
        "use another number: a peer may still give the old variant's meaning to this one",
    )
}

pub(crate) fn two_other_tags(span: Span) -> Error {
    at_span(span, "more than one variant is marked `other`", "keep one: all unknown tags go there")
}

pub(crate) fn other_without_tag(variant: &Ident, tag: &Ident) -> Error {
    at(
        variant,
        &format!("variant `{variant}` is `other`, but has no field for the tag"),
        &format!("write `{variant}({tag})`, so that the value encodes as it came"),
    )
}

pub(crate) fn other_tag_type(variant: &Ident, tag: &Ident, ty: &Type) -> Error {
    at(
        ty,
        &format!("the first field of `{variant}` keeps the tag, which is a `{tag}`"),
        &format!("write `{tag}`"),
    )
}

pub(crate) fn other_tag_key(variant: &Ident, key: Span) -> Error {
    at_span(
        key,
        &format!("the first field of `{variant}` keeps the tag and has no keys"),
        "remove it: the tag is encoded as it is",
    )
}

pub(crate) fn other_without_content(variant: &Ident) -> Error {
    at(
        variant,
        &format!(
            "nobody knows how long the content behind an unknown tag is, so `{variant}` cannot keep it"
        ),
        "if all content of the protocol begins with its length, read it in a second field, as in \
         `Other(u8, Bytes<255>)`; else remove the variant",
    )
}
