//! Errors about fields.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Error, Expr, Type};

use super::errors::{at, at_span};

pub(crate) fn field_borrows(field: &str, owner: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!("field `{field}` borrows, but `Frame` derives from the owned form"),
        &format!("write the owned type; `#[frame(borrow)]` generates `{owner}Ref<'decoder>`"),
    )
}

pub(crate) fn recursive(owner: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!("`{owner}` contains itself, so it has no largest wire size"),
        "break the circle: send the inner value as a message of its own, or name it by an index",
    )
}

pub(crate) fn max_len_does_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`max_len` does not apply to field `{field}`"),
        "it bounds a `String`, `Vec<T>`, `Box<str>`, `Box<[T]>` or an `Option` of one; other types \
         carry their bound, as in `Str<255>`",
    )
}

pub(crate) fn without_bound(field: &str, ty: &Type) -> Error {
    let written = ty.to_token_stream().to_string().replace(' ', "");
    at(
        ty,
        &format!("`{written}` in field `{field}` has no bounded wire size"),
        "bound it with `#[frame(max_len = N)]`, or use a type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    )
}

pub(crate) fn element_without_bound(field: &str, element: &Type) -> Error {
    at(
        element,
        &format!("the elements of field `{field}` have no bound: `max_len` says how many they are"),
        "write a type that has one, as in `Vec<Str<255>>`, or a struct with a bounded field",
    )
}

pub(crate) fn conflict(field: &str, first: &str, second: &str, place: Span) -> Error {
    let help = match (first, second) {
        ("max_len", "copy") => {
            "`max_len` bounds a `String` or `Vec`, which is borrowed from the input; `copy` keeps a \
             type that is `Copy`"
        }
        ("max_len", "with") => {
            "the adapter's `Wire` type carries the bound; write it there, as in `Str<255>`"
        }
        ("with", "copy") => {
            "a field with an adapter is the same in both forms anyway; remove `copy`"
        }
        _ => "a skipped field is not on the wire; remove one of the two",
    };
    at_span(place, &format!("`{first}` and `{second}` cannot both be set on field `{field}`"), help)
}

pub(crate) fn default_is_not_last(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("field `{field}` has a `default`, but one that is always there comes after it"),
        "an older message ends early: move the field to the end, or give those behind it a default too",
    )
}

pub(crate) fn default_in_variant(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("field `{field}` of a variant cannot be absent"),
        "add a variant with the new field, or put the fields into a struct with defaults",
    )
}

pub(crate) fn default_of_borrowed(field: &str, value: &Expr) -> Error {
    at(
        value,
        &format!("field `{field}` is borrowed from the input, where its default is not"),
        "write `default` alone for an empty value, or make the field an `Option`",
    )
}
