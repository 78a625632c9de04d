//! The standard types that take their bound from the field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Path, PathSegment, Type};

use crate::lower::written::{is_u8, only_type, path, prefix, ungrouped};

/// A standard type that takes its bound from `max_len`.
pub(crate) struct Bounded<'a> {
    pub(crate) kind: Kind<'a>,
    /// The type without the `Option` around it.
    pub(crate) inner: &'a Type,
    /// The `Option` around it.
    option: Option<&'a Path>,
}

impl Bounded<'_> {
    /// `content` in the `Option`, if there is one.
    pub(crate) fn around(&self, content: &TokenStream) -> TokenStream {
        match self.option {
            Some(option) => wrapped(option, content),
            None => content.clone(),
        }
    }
}

/// `content` in the wrapper that `path` names, such as `Option`.
pub(crate) fn wrapped(path: &Path, content: &TokenStream) -> TokenStream {
    let (prefix, ident) = (prefix(path), path.segments.last().map(|last| &last.ident));
    quote!(#prefix #ident<#content>)
}

/// What is bounded.
pub(crate) enum Kind<'a> {
    Text,
    Bytes,
    Seq(&'a Type),
}

/// What `max_len` bounds in `ty`, if it is one of the standard types or an `Option` of one.
pub(crate) fn bounded(ty: &Type) -> Option<Bounded<'_>> {
    let whole = path(ty)?;
    let last = whole.segments.last()?;
    match only_type(last).filter(|_| last.ident == "Option") {
        Some(inner) => {
            let kind = bounded_segment(path(inner)?.segments.last()?)?;
            Some(Bounded { kind, inner, option: Some(whole) })
        }
        None => Some(Bounded { kind: bounded_segment(last)?, inner: ty, option: None }),
    }
}

/// Whether `ty` is written as the standard library's: without a path, or with one that begins there.
pub(crate) fn is_standard(ty: &Type) -> bool {
    path(ty).is_some_and(|path| match path.segments.first() {
        Some(first) if path.segments.len() > 1 => {
            ["std", "alloc", "core"].iter().any(|name| first.ident == name)
        }
        _ => true,
    })
}

/// The same of a type's last segment.
pub(crate) fn bounded_segment(last: &PathSegment) -> Option<Kind<'_>> {
    if last.ident == "String" && last.arguments.is_none() {
        return Some(Kind::Text);
    }
    let content = ungrouped(only_type(last)?);
    let element = match content {
        content if last.ident == "Vec" => content,
        Type::Slice(slice) if last.ident == "Box" => &slice.elem,
        content if last.ident == "Box" && path(content)?.is_ident("str") => {
            return Some(Kind::Text);
        }
        _ => return None,
    };
    Some(if is_u8(element) { Kind::Bytes } else { Kind::Seq(element) })
}

/// The type of the elements that `max_len` counts, if they are standard types that need a bound too.
pub(crate) fn elements_without_bound(ty: &Type) -> Option<&Type> {
    match bounded(ty)?.kind {
        Kind::Seq(element) => bounded(element).map(|_| element),
        Kind::Text | Kind::Bytes => None,
    }
}
