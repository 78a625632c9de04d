//! Errors about sets.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Expr, Type};

use super::errors::{at, at_span};

pub(crate) fn set_on_other_shape(keyword: impl ToTokens, shape: &str) -> Error {
    at(
        keyword,
        &format!("`FrameSet` cannot be derived for a {shape}"),
        "use an enum with one variant for each message, as in `Open(Open)`; a single message derives `Frame`",
    )
}

pub(crate) fn set_on_generics(params: impl ToTokens) -> Error {
    at(
        params,
        "`FrameSet` cannot be derived for a generic enum",
        "write a concrete message type in each variant",
    )
}

pub(crate) fn set_without_messages(name: &Ident) -> Error {
    at(
        name,
        &format!("the set `{name}` has no messages"),
        "add a variant for each message, as in `Open(Open)`",
    )
}

pub(crate) fn set_without_header(name: &Ident) -> Error {
    at(
        name,
        &format!("the set `{name}` has no header"),
        "add `#[frames(header = Sv2Header)]`, `#[frames(header = TlvHeader)]`, or a `Header` of your own",
    )
}

pub(crate) fn frame_args_on_set(path: &syn::Path) -> Error {
    at(path, "`#[frame(..)]` does not apply to a set", "write `#[frames(..)]`")
}

pub(crate) fn set_variant_shape(variant: &Ident, fields: &syn::Fields) -> Error {
    let message = format!("variant `{variant}` does not hold exactly one message");
    let help =
        format!("write one unnamed field with the message's type, as in `{variant}(Message)`");
    match fields {
        syn::Fields::Unit => at(variant, &message, &help),
        syn::Fields::Unnamed(fields) if fields.unnamed.is_empty() => at(variant, &message, &help),
        fields => at(fields, &message, &help),
    }
}

pub(crate) fn set_variant_type(variant: &Ident, ty: &Type) -> Error {
    at(
        ty,
        &format!("variant `{variant}` does not hold a message"),
        "write the owned type of a message; `#[frames(borrow)]` generates the borrowed form",
    )
}

pub(crate) fn set_discriminant(variant: &Ident, value: &Expr) -> Error {
    at(
        value,
        &format!("variant `{variant}` has a discriminant"),
        "remove it; the frame id is set on the message, with `#[frame(id = ..)]`",
    )
}

pub(crate) fn two_others(span: Span) -> Error {
    at_span(
        span,
        "more than one variant is marked `other`",
        "mark only one; it receives every frame with an unknown id",
    )
}

pub(crate) fn set_derive_without_borrow(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`derive` applies to the borrowed form, but the set `{name}` has none"),
        &format!("add `borrow`, or write `#[derive(..)]` to derive for `{name}` itself"),
    )
}

pub(crate) fn reserved_id_too_large(key: impl ToTokens) -> Error {
    at(key, "a reserved id does not fit in a `u32`", "use at most `0xFFFF_FFFF`")
}
