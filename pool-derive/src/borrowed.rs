//! From the type of a field to the type of the same field in the borrowed form.
//!
//! By tokens alone: a derive cannot resolve names. So `Str<N>` becomes `StrRef<'decoder, N>` and an
//! alias `Str0255` becomes `Str0255Ref<'decoder>`, which whoever defines the alias defines too. Only the
//! library's own names need no import: `Str<N>` without a path is the library's, `self::Str<N>` is not.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::visit::{self, Visit};
use syn::{Expr, GenericArgument, Path, PathArguments, PathSegment, Type};

use crate::model::{Borrowed, ToOwned};
use crate::names;
use crate::paths::Paths;

/// Types that are their own borrowed form.
const PLAIN: [&str; 15] = [
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "f32",
    "f64",
    "bool",
    "U24",
    "LowBitBool",
];

/// The library's types and their numbers of arguments.
const OURS: [(&str, usize); 4] = [("Str", 1), ("Bytes", 1), ("Seq", 2), ("RawFrame", 0)];

/// The borrowed form of a field.
pub(crate) fn field(ty: &Type, max_len: Option<&Expr>, copy: bool, paths: &Paths) -> Borrowed {
    let library = paths.library();
    match max_len.and_then(|max| Some((max, bounded(ty)?))) {
        Some((_, Bounded::Text)) => {
            Borrowed { ty: quote!(&'decoder str), points: true, to_owned: ToOwned::Text }
        }
        Some((_, Bounded::Bytes)) => {
            Borrowed { ty: quote!(&'decoder [u8]), points: true, to_owned: ToOwned::Bytes }
        }
        Some((max, Bounded::Seq(element))) => Borrowed {
            ty: quote!(#library::SeqRef<'decoder, #element, { #max }>),
            points: true,
            to_owned: ToOwned::Seq,
        },
        None if copy => Borrowed { ty: quote!(#ty), points: false, to_owned: ToOwned::Copy },
        None => {
            let (ty, points) = map(ty, paths);
            Borrowed { ty, points, to_owned: ToOwned::ZeroCopy }
        }
    }
}

/// A standard type that takes its bound from `max_len`.
pub(crate) enum Bounded<'a> {
    Text,
    Bytes,
    Seq(&'a Type),
}

/// What `max_len` bounds in `ty`, if it is one of the standard types.
pub(crate) fn bounded(ty: &Type) -> Option<Bounded<'_>> {
    bounded_segment(path(ty)?.segments.last()?)
}

fn bounded_segment(last: &PathSegment) -> Option<Bounded<'_>> {
    if last.ident == "String" && last.arguments.is_none() {
        return Some(Bounded::Text);
    }
    let element = only_type(last).filter(|_| last.ident == "Vec")?;
    Some(if is_u8(element) { Bounded::Bytes } else { Bounded::Seq(element) })
}

/// The borrowed form of `ty`, and whether it points into the input.
fn map(ty: &Type, paths: &Paths) -> (TokenStream, bool) {
    match ty {
        Type::Group(group) => map(&group.elem, paths),
        Type::Paren(paren) => map(&paren.elem, paths),
        Type::Array(array) if is_u8(&array.elem) => (quote!(&'decoder #array), true),
        Type::Array(array) => {
            let (element, points) = map(&array.elem, paths);
            let len = &array.len;
            (quote!([#element; #len]), points)
        }
        ty => match path(ty) {
            Some(path) => map_path(path, paths),
            None => (quote!(#ty), false),
        },
    }
}

fn map_path(path: &Path, paths: &Paths) -> (TokenStream, bool) {
    match path.segments.last() {
        Some(last) if last.arguments.is_none() && PLAIN.iter().any(|plain| last.ident == plain) => {
            (quote!(#path), false)
        }
        Some(last) if last.ident == "Option" && only_type(last).is_some() => {
            let (value, points) = only_type(last).map(|ty| map(ty, paths)).unwrap_or_default();
            let (prefix, ident) = (prefix(path), &last.ident);
            (quote!(#prefix #ident<#value>), points)
        }
        Some(last) if path.segments.len() == 1 && bounded_segment(last).is_some() => {
            // Without `max_len` this is an error, which the owned form's impls report. Any type will do.
            let library = paths.library();
            (quote!(#library::StrRef<'decoder, 0>), true)
        }
        _ => (form(path, paths), true),
    }
}

/// The name of the borrowed form of the type at `path`: its last segment with `Ref` behind it, and the
/// lifetime before its other arguments.
pub(crate) fn form(path: &Path, paths: &Paths) -> TokenStream {
    let Some(last) = path.segments.last() else { return quote!(#path) };
    let (mut prefix, ident) = (prefix(path), names::borrowed_form(&last.ident));
    if prefix.is_empty() && OURS.contains(&(last.ident.to_string().as_str(), arguments(last))) {
        let library = paths.library();
        prefix = quote!(#library::);
    }
    match &last.arguments {
        PathArguments::AngleBracketed(list) => {
            let args = list.args.iter();
            quote!(#prefix #ident<'decoder, #(#args),*>)
        }
        _ => quote!(#prefix #ident<'decoder>),
    }
}

/// The path without its last segment, up to and with the `::`.
fn prefix(path: &Path) -> TokenStream {
    let leading = path.leading_colon;
    let segments = path.segments.pairs().take(path.segments.len().saturating_sub(1));
    quote!(#leading #(#segments)*)
}

/// The path of a type that is written as one.
pub(crate) fn path(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Path(ty) if ty.qself.is_none() => Some(&ty.path),
        Type::Group(group) => path(&group.elem),
        Type::Paren(paren) => path(&paren.elem),
        _ => None,
    }
}

fn only_type(segment: &PathSegment) -> Option<&Type> {
    match &segment.arguments {
        PathArguments::AngleBracketed(list) if list.args.len() == 1 => match list.args.first() {
            Some(GenericArgument::Type(ty)) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// Number of generic arguments.
fn arguments(segment: &PathSegment) -> usize {
    match &segment.arguments {
        PathArguments::AngleBracketed(list) => list.args.len(),
        _ => 0,
    }
}

fn is_u8(ty: &Type) -> bool {
    path(ty).is_some_and(|path| path.is_ident("u8"))
}

/// Whether a type borrows: names a lifetime or contains a reference.
pub(crate) fn borrows(ty: &Type) -> bool {
    let mut search = Search { owner: None, found: false };
    search.visit_type(ty);
    search.found
}

/// Whether a type names its `owner`.
pub(crate) fn contains(ty: &Type, owner: &Ident) -> bool {
    let mut search = Search { owner: Some(owner), found: false };
    search.visit_type(ty);
    search.found
}

struct Search<'a> {
    /// The type to look for, or `None` to look for lifetimes.
    owner: Option<&'a Ident>,
    found: bool,
}

impl<'ast> Visit<'ast> for Search<'_> {
    fn visit_lifetime(&mut self, _: &'ast syn::Lifetime) {
        self.found |= self.owner.is_none();
    }

    fn visit_type_reference(&mut self, reference: &'ast syn::TypeReference) {
        self.found |= self.owner.is_none();
        visit::visit_type_reference(self, reference);
    }

    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        self.found |= self.owner.is_some_and(|owner| ty.path.is_ident(owner));
        visit::visit_type_path(self, ty);
    }
}
