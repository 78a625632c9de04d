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
        "name the messages' types in the variants",
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
        "add `#[frames(header = Sv2Header)]`, or `TlvHeader`, or a `Header` of your own",
    )
}

pub(crate) fn frame_args_on_set(path: &syn::Path) -> Error {
    at(path, "`FrameSet` does not read `#[frame(..)]` here", "write `#[frames(..)]` on the enum")
}

pub(crate) fn set_variant_shape(variant: &Ident, fields: &syn::Fields) -> Error {
    let what = format!("variant `{variant}` does not hold exactly one message");
    let help =
        format!("write one unnamed field with the message's type, as in `{variant}(Message)`");
    match fields {
        syn::Fields::Unit => at(variant, &what, &help),
        syn::Fields::Unnamed(fields) if fields.unnamed.is_empty() => at(variant, &what, &help),
        fields => at(fields, &what, &help),
    }
}

pub(crate) fn set_variant_type(variant: &Ident, ty: &Type) -> Error {
    at(
        ty,
        &format!("variant `{variant}` does not hold a message"),
        "name the type of a message, without lifetimes; `#[frames(borrow)]` generates the borrowed form",
    )
}

pub(crate) fn set_discriminant(variant: &Ident, value: &Expr) -> Error {
    at(
        value,
        &format!("variant `{variant}` has a discriminant"),
        "remove it; the id of a frame is on the message, in `#[frame(id = ..)]`",
    )
}

pub(crate) fn two_others(span: Span) -> Error {
    at_span(
        span,
        "more than one variant is marked `other`",
        "keep one: all frames of unknown id go there",
    )
}

pub(crate) fn set_derive_without_borrow(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`derive` is for the borrowed form, which the set `{name}` does not have"),
        "add `borrow`; for the set itself write `#[derive(..)]`",
    )
}

pub(crate) fn reserved_id_too_large(key: impl ToTokens) -> Error {
    at(
        key,
        "a reserved id does not fit into a `u32`",
        "an id is the header's identifying bits, at most `0xFFFF_FFFF`",
    )
}
