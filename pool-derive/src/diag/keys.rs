//! Errors about types and their keys.

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
    at(meta, &format!("`{name}` needs a list of keys"), &format!("write `#[{name}(..)]`"))
}

pub(crate) fn borrow_is_not_a_name(item: &syn::Meta) -> Error {
    at(
        item,
        "`borrow` takes no value but the name of the borrowed form",
        "write `borrow`, or `borrow = Name` for another name than `FooRef`",
    )
}

pub(crate) fn value_in_quotes(key: &syn::Path, text: &syn::LitStr) -> Error {
    let key = key.to_token_stream();
    at(
        text,
        &format!("the value of `{key}` is text"),
        &format!("remove the quotes: `{key} = {}`", text.value().escape_debug()),
    )
}

pub(crate) fn frame_args_on_set_field(path: &syn::Path) -> Error {
    at(
        path,
        "`#[frame(..)]` does not apply to the field of a set's variant",
        "remove it; write keys where the message is defined",
    )
}

pub(crate) fn key_on_struct(name: &str, key: impl ToTokens, owner: &Ident) -> Error {
    at(
        key,
        &format!("`{name}` does not apply to the struct `{owner}`"),
        "remove it; only an enum has tags",
    )
}

pub(crate) fn key_with_untagged(name: &str, span: Span) -> Error {
    at_span(
        span,
        &format!("`{name}` does not apply to an enum without a tag"),
        "remove it, or remove `untagged`: the size of the payload tells the variant",
    )
}

pub(crate) fn not_an_integer_type(value: &Expr, key: &str, name: &Ident) -> Error {
    let auto = if key == "len" { ", or `auto` for prefixes as narrow as their bounds" } else { "" };
    at(
        value,
        &format!("`{key}` of `{name}` is not an unsigned integer type"),
        &format!("write `u8`, `u16`, `u32` or `u64`{auto}"),
    )
}

pub(crate) fn layout_and_len(span: Span) -> Error {
    at_span(
        span,
        "`layout` and `len` cannot both be set",
        "remove `len`; the layout sets the width of the prefixes",
    )
}

pub(crate) fn not_a_byte_order(value: impl ToTokens) -> Error {
    at(value, "`endian` is not a byte order", "write `endian = big` or `endian = little`")
}

pub(crate) fn bits_do_not_apply(key: impl ToTokens, owner: &Ident) -> Error {
    at(
        key,
        &format!("`bits` does not apply to `{owner}`"),
        "it is for a struct without parameters, `max_size` and `transparent`",
    )
}

pub(crate) fn bits_without_integer(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("field `{field}` has a number of bits, but its type is not packed"),
        "add `#[frame(bits = u16)]` to the struct, with the integer that contains all fields",
    )
}

pub(crate) fn field_without_bits(field: &str, ty: impl ToTokens) -> Error {
    at(
        ty,
        &format!("field `{field}` has no number of bits"),
        "add `#[frame(bits = 3)]`; only a `bool` has one bit without it",
    )
}

pub(crate) fn key_in_bits(field: &str, ty: impl ToTokens) -> Error {
    at(
        ty,
        &format!("field `{field}` is a few bits of an integer, so it has no key but `bits`"),
        "remove the other keys; a function for `validate` can check the value",
    )
}

pub(crate) fn id_too_large(id: &Expr) -> Error {
    at(
        id,
        "`id` does not fit in a `u32`",
        "use at most `0xFFFF_FFFF`, and no more than the set's header can express",
    )
}

pub(crate) fn capacity_without_id(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!(
            "`capacity` needs an `id`: `{name}` is a part, and a part has no buffers of its own"
        ),
        "add `id = ..`, or remove `capacity`",
    )
}

pub(crate) fn trailing_without_id(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!(
            "`trailing` needs an `id`: only a whole message can be followed by extra bytes, and `{name}` is a part"
        ),
        "add `id = ..`, or allow trailing bytes on the messages that contain the part",
    )
}

pub(crate) fn trailing_deny(value: &Expr) -> Error {
    at(
        value,
        "`trailing` must be `allow` or a number of bytes",
        "remove it; trailing bytes are an error by default",
    )
}

pub(crate) fn derive_without_borrow(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`derive` applies to the borrowed form, but `{name}` has none"),
        &format!("add `borrow`, or write `#[derive(..)]` to derive for `{name}` itself"),
    )
}

pub(crate) fn invariant_without_borrow(span: Span, name: &Ident) -> Error {
    at_span(
        span,
        &format!("`invariant` applies to the borrowed form, but `{name}` has none"),
        "add `borrow`, or remove `invariant`",
    )
}

pub(crate) fn transparent_needs_one_field(span: Span, name: &Ident) -> Error {
    at_span(
        span,
        &format!(
            "`{name}` cannot be `transparent`: it is not a struct with exactly one field on the wire"
        ),
        "remove `transparent`; a struct adds no bytes to its fields without it either",
    )
}

const TRANSPARENT: &str = "remove one of them; a transparent type takes its size and defaults from its field, and has no id";

pub(crate) fn key_with_transparent(name: &str, key: impl ToTokens) -> Error {
    at(key, &format!("`{name}` and `transparent` cannot both be set"), TRANSPARENT)
}

pub(crate) fn transparent_with_key(name: &str, transparent: Span) -> Error {
    at_span(transparent, &format!("`{name}` and `transparent` cannot both be set"), TRANSPARENT)
}

pub(crate) fn reserved_is_not_a_list(value: &Expr) -> Error {
    at(
        value,
        "`reserved` must be a list of numbers and ranges",
        "write integer literals, as in `reserved = [3, 8..=15]`",
    )
}
