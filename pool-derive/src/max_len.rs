//! The standard types that take their bound from the field.

use syn::{Path, PathSegment, Type};

use crate::written::{is_u8, only_type, path, ungrouped};

/// A standard type that takes its bound from `max_len`.
pub(crate) struct Bounded<'a> {
    pub(crate) kind: Kind<'a>,
    /// The `Option` around it.
    pub(crate) option: Option<&'a Path>,
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
            Some(Bounded { kind, option: Some(whole) })
        }
        None => Some(Bounded { kind: bounded_segment(last)?, option: None }),
    }
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
