//! The standard types that `max_len` bounds.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Path, PathSegment, Type};

use crate::lower::type_syntax::{is_u8, only_type, path, prefix, types, ungrouped};

/// A standard type that `max_len` bounds.
pub(crate) struct Bounded<'a> {
    pub(crate) kind: Kind<'a>,
    /// The type inside the `Option`, if there is one.
    pub(crate) inner: &'a Type,
    /// The path of the `Option`.
    option: Option<&'a Path>,
}

impl Bounded<'_> {
    /// Wraps `content` in the `Option`, if there is one.
    pub(crate) fn wrap(&self, content: &TokenStream) -> TokenStream {
        match self.option {
            Some(option) => with_argument(option, content),
            None => content.clone(),
        }
    }
}

/// The generic type at `path` with `content` as its only argument, such as `Option<content>`.
pub(crate) fn with_argument(path: &Path, content: &TokenStream) -> TokenStream {
    with_arguments(path, &[content])
}

/// The generic type at `path` with other arguments.
pub(crate) fn with_arguments(path: &Path, arguments: &[&TokenStream]) -> TokenStream {
    let (prefix, ident) = (prefix(path), path.segments.last().map(|last| &last.ident));
    quote!(#prefix #ident<#(#arguments),*>)
}

/// The content that `max_len` bounds.
pub(crate) enum Kind<'a> {
    Text,
    /// Text without its final NUL, which is borrowed as bytes.
    CText,
    Bytes,
    Seq(&'a Type),
    /// A collection without a slice of its entries.
    Entries,
}

/// Recognizes a type that `max_len` bounds, or an `Option` of one.
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

/// The type that `max_len` bounds: `ty`, or the one in its `Option`.
pub(crate) fn content(ty: &Type) -> &Type {
    bounded(ty).map_or(ty, |bounded| bounded.inner)
}

/// Whether `ty` may be from the standard library: it has no path, or one that starts in `std`, `alloc` or `core`.
pub(crate) fn is_standard(ty: &Type) -> bool {
    path(ty).is_some_and(|path| match path.segments.first() {
        Some(first) if path.segments.len() > 1 => {
            ["std", "alloc", "core"].iter().any(|name| first.ident == name)
        }
        _ => true,
    })
}

/// Recognizes a type that `max_len` bounds by its last path segment.
pub(crate) fn bounded_segment(last: &PathSegment) -> Option<Kind<'_>> {
    let is = |names: &[&str]| names.iter().any(|name| last.ident == name);
    if last.arguments.is_none() {
        return match () {
            () if is(&["String"]) => Some(Kind::Text),
            () if is(&["CString"]) => Some(Kind::CText),
            // Those of the crates `bytes` and `bstr`.
            () if is(&["Bytes", "BString"]) => Some(Kind::Bytes),
            () => None,
        };
    }
    if is(&["BTreeMap", "HashMap", "BTreeSet", "HashSet", "VecDeque"]) {
        return Some(Kind::Entries);
    }
    let content = match is(&["Cow"]) {
        true => types(last).next()?,
        false => only_type(last)?,
    };
    let element = match ungrouped(content) {
        content if is(&["BinaryHeap"]) => return Some(Kind::Seq(content)),
        content if is(&["Vec"]) => content,
        // Its bytes are a sequence also if they are `u8`.
        Type::Array(array) if is(&["SmallVec"]) => return Some(Kind::Seq(&array.elem)),
        Type::Slice(slice) if is(&["Box", "Rc", "Arc", "Cow"]) => &slice.elem,
        content if is(&["Box", "Rc", "Arc", "Cow"]) && path(content)?.is_ident("str") => {
            return Some(Kind::Text);
        }
        _ => return None,
    };
    Some(if is_u8(element) { Kind::Bytes } else { Kind::Seq(element) })
}

/// The bounds in the value of `max_len`: that of the field's type, and those of the types inside it.
pub(crate) fn bounds(max_len: &Expr) -> (&Expr, Vec<&Expr>) {
    if let Expr::Array(list) = max_len {
        let mut bounds = list.elems.iter();
        if let Some(first) = bounds.next() {
            return (first, bounds.collect());
        }
    }
    (max_len, Vec::new())
}
