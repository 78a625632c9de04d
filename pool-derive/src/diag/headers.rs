//! Errors about headers.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::Error;

use super::errors::{at, at_span};

pub(crate) fn header_on_other_shape(keyword: impl ToTokens, shape: &str) -> Error {
    at(
        keyword,
        &format!(
            "`Header` cannot be derived for {} {shape}",
            if shape == "enum" { "an" } else { "a" }
        ),
        "use a struct with the fields that come before a payload",
    )
}

pub(crate) fn header_on_generics(params: impl ToTokens) -> Error {
    at(params, "`Header` cannot be derived for a generic struct", "write concrete types")
}

pub(crate) fn header_args_on_type(path: &syn::Path) -> Error {
    at(
        path,
        "`#[header(..)]` belongs on the fields of a header",
        "mark the field with the length with `#[header(len)]`, and that with the id with `#[header(id)]`",
    )
}

pub(crate) fn header_without_len(name: &Ident) -> Error {
    at(
        name,
        &format!("the header `{name}` has no length"),
        "add `#[header(len)]` to the field that holds the length of the payload",
    )
}

pub(crate) fn header_key_without_len(key: &syn::Path) -> Error {
    let name = key.to_token_stream();
    at(
        key,
        &format!("`{name}` applies to the length of a header"),
        &format!("write it on that field: `#[header(len, {name} = ..)]`"),
    )
}

pub(crate) fn header_counts(value: impl ToTokens) -> Error {
    at(
        value,
        "`counts` names the bytes that the length counts",
        "write `payload`, or `rest` for everything after the length, or `frame` for the whole frame",
    )
}

pub(crate) fn header_version_range(range: impl ToTokens) -> Error {
    at(
        range,
        "`version` is one version or a range with both ends",
        "write `version = 2` or `version = 1..=2`; the last one is sent",
    )
}

pub(crate) fn two_of_role(span: Span, role: &str) -> Error {
    at_span(
        span,
        &format!("more than one field is marked `{role}`"),
        "mark only one field of the header",
    )
}

pub(crate) fn two_roles(span: Span, field: &str) -> Error {
    at_span(span, &format!("the field `{field}` has two meanings"), "keep one of the keys")
}
