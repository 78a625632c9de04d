//! Errors about the type and its keys.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Expr};

use super::errors::{at, at_span};

pub(crate) fn frame_on_union(union: &syn::Token![union]) -> Error {
    at(
        union,
        "`Frame` cannot be derived for a union",
        "use an enum; a tag on the wire says which variant follows",
    )
}

pub(crate) fn frame_on_lifetime(param: &syn::LifetimeParam) -> Error {
    at(
        param,
        &format!(
            "the type borrows through `{}`, but `Frame` derives from the owned form",
            param.lifetime
        ),
        "write owned types; `#[frame(borrow)]` generates the borrowed form",
    )
}

pub(crate) fn not_a_list(meta: &syn::Meta, name: &str) -> Error {
    at(
        meta,
        "the attribute has no list of keys",
        &format!("write the keys in parentheses, as in `#[{name}(..)]`"),
    )
}

pub(crate) fn attribute_without_meaning(path: &syn::Path) -> Error {
    at(
        path,
        "`#[frame(..)]` has no keys here",
        "remove it; keys go on the type, on fields and on variants",
    )
}

pub(crate) fn key_on_struct(name: &str, key: impl ToTokens, owner: &Ident) -> Error {
    at(
        key,
        &format!("`{name}` does not apply to the struct `{owner}`"),
        "only an enum has tags; remove it",
    )
}

pub(crate) fn not_an_integer_type(value: &Expr, key: &str, name: &Ident) -> Error {
    at(
        value,
        &format!("`{key}` of `{name}` is not an unsigned integer type"),
        "write `u8`, `u16`, `u32` or `u64`",
    )
}

pub(crate) fn id_too_large(id: &Expr) -> Error {
    at(
        id,
        "`id` does not fit into a `u32`",
        "an id is the header's identifying bits, at most `0xFFFF_FFFF`",
    )
}

pub(crate) fn capacity_without_id(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`capacity` needs an `id`: `{name}` is a part and takes no slots of its own"),
        "add `id = ..`, or remove `capacity`",
    )
}

pub(crate) fn trailing_without_id(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!(
            "`trailing` needs an `id`: only a frame has an end that bytes can come before, and `{name}` is a part"
        ),
        "add `id = ..`, or allow trailing bytes on the messages that contain the part",
    )
}

pub(crate) fn trailing_deny(value: &Expr) -> Error {
    at(
        value,
        "`trailing` is `allow` or a number of bytes",
        "remove it: trailing bytes are an error unless allowed",
    )
}

pub(crate) fn derive_without_borrow(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`derive` is for the borrowed form, which `{name}` does not have"),
        "add `borrow`; for the type itself write `#[derive(..)]`",
    )
}

pub(crate) fn invariant_without_borrow(at: Span) -> Error {
    at_span(
        at,
        "`invariant` is about the borrowed form, which there is none of",
        "add `borrow`, or remove it",
    )
}

pub(crate) fn transparent_needs_one_field(at: Span, name: &Ident) -> Error {
    at_span(
        at,
        &format!(
            "`transparent` needs exactly one field on the wire, in a struct: `{name}` has another shape"
        ),
        "remove it; a struct is its fields one after another without it too",
    )
}

const TRANSPARENT: &str =
    "a transparent type has no name, size or absence of its own; remove one of the two";

pub(crate) fn key_with_transparent(name: &str, key: impl ToTokens) -> Error {
    at(key, &format!("`{name}` and `transparent` cannot both be set"), TRANSPARENT)
}

pub(crate) fn transparent_with_key(name: &str, transparent: Span) -> Error {
    at_span(transparent, &format!("`{name}` and `transparent` cannot both be set"), TRANSPARENT)
}

pub(crate) fn reserved_is_not_a_list(value: &Expr) -> Error {
    at(
        value,
        "`reserved` is not a list of numbers",
        "write numbers and ranges, as in `reserved = [3, 8..=15]`",
    )
}
