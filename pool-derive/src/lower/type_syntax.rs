//! Queries on the syntax of a type. A derive sees only tokens and cannot resolve names.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::visit::{self, Visit};
use syn::{Expr, GenericArgument, Path, PathArguments, PathSegment, Type};

/// The length of a `[u8; N]`.
pub(crate) fn byte_array(ty: &Type) -> Option<&Expr> {
    match ungrouped(ty) {
        Type::Array(array) if is_u8(&array.elem) => Some(&array.len),
        _ => None,
    }
}

/// The content of a `Box`.
pub(crate) fn boxed(ty: &Type) -> Option<&Type> {
    path(ty)?.segments.last().filter(|last| last.ident == "Box").and_then(only_type)
}

/// The content of an `Option`.
pub(crate) fn optional(ty: &Type) -> Option<&Type> {
    path(ty)?.segments.last().filter(|last| last.ident == "Option").and_then(only_type)
}

/// Whether a type is an array, or contains one in boxes and tuples.
pub(crate) fn has_array(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Array(_) => true,
        Type::Tuple(tuple) => tuple.elems.iter().any(has_array),
        ty => boxed(ty).is_some_and(has_array),
    }
}

/// Whether a type that is not in a heap block may have thousands of bytes.
pub(crate) fn may_be_large(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Tuple(tuple) => tuple.elems.iter().any(may_be_large),
        ty => match path(ty).and_then(|path| path.segments.last()) {
            Some(last) if last.ident == "Option" => only_type(last).is_none_or(may_be_large),
            Some(last) => {
                let fixed = FIXED_SIZE_TYPES.iter().chain(&STANDARD_TYPES).map(|name| (*name, 0));
                let wrappers = FIXED_SIZE_WRAPPERS.map(|name| (name, 1));
                let mut small = fixed.chain(wrappers).chain(SMALL);
                // A type of the user's with such a name may be large.
                let known = path(ty).is_some_and(is_known);
                !known || !small.any(|(name, count)| last.ident == name && arguments(last) == count)
            }
            None => true,
        },
    }
}

/// Whether a path has one segment, or starts in the standard library or in this one.
fn is_known(path: &Path) -> bool {
    let first = path.segments.first().filter(|_| path.segments.len() > 1);
    first.is_none_or(|first| {
        ["std", "core", "alloc", "pool_codec"].iter().any(|name| first.ident == name)
    })
}

/// Types of fixed size, which are their own borrowed form.
pub(crate) const FIXED_SIZE_TYPES: [&str; 26] = [
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
    "char",
    "U24",
    "LowBitBool",
    "NonZeroU8",
    "NonZeroU16",
    "NonZeroU32",
    "NonZeroU64",
    "NonZeroU128",
    "NonZeroI8",
    "NonZeroI16",
    "NonZeroI32",
    "NonZeroI64",
    "NonZeroI128",
];

/// Types of the standard library that are their own borrowed form, unless they have a path in the user's crate.
pub(crate) const STANDARD_TYPES: [&str; 16] = [
    "usize",
    "isize",
    "I24",
    "U40",
    "U48",
    "U56",
    "Duration",
    "SystemTime",
    "Ipv4Addr",
    "Ipv6Addr",
    "IpAddr",
    "SocketAddrV4",
    "SocketAddrV6",
    "SocketAddr",
    "Ordering",
    "RangeFull",
];

/// Types of the library with const parameters, which are their own borrowed form.
pub(crate) const FIXED_WIDTH_TYPES: [&str; 4] = ["FixedStr", "AsciiDec", "AsciiHex", "Padding"];

/// Generic types whose borrowed form is the same type of the borrowed forms of its arguments.
pub(crate) const COVARIANT_WRAPPERS: [&str; 8] = [
    "Option",
    "Wrapping",
    "Saturating",
    "Reverse",
    "Bound",
    "RangeTo",
    "RangeToInclusive",
    "Result",
];

/// Generic types that are borrowed as their content.
pub(crate) const POINTERS: [&str; 5] = ["Box", "Rc", "Arc", "Cow", "RangeFrom"];

/// Generic types that are borrowed as a pair of their content.
pub(crate) const PAIRS: [&str; 2] = ["Range", "RangeInclusive"];

/// Generic types of fixed size, which are their own borrowed form.
pub(crate) const FIXED_SIZE_WRAPPERS: [&str; 3] = ["Be", "NonZero", "PhantomData"];

/// Other types of at most 32 bytes, and the number of their generic arguments.
const SMALL: [(&str, usize); 9] = [
    ("Str", 1),
    ("Bytes", 1),
    ("ByteStr", 1),
    ("Seq", 2),
    ("String", 0),
    ("Vec", 1),
    ("VecDeque", 1),
    ("BTreeMap", 2),
    ("BTreeSet", 1),
];

/// The path of a type that consists of one.
pub(crate) fn path(ty: &Type) -> Option<&Path> {
    match ungrouped(ty) {
        Type::Path(ty) if ty.qself.is_none() => Some(&ty.path),
        _ => None,
    }
}

/// The generic argument of a path segment whose only argument is a type.
pub(crate) fn only_type(segment: &PathSegment) -> Option<&Type> {
    types(segment).next().filter(|_| arguments(segment) == 1)
}

/// The generic arguments that are types.
pub(crate) fn types(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let list = match &segment.arguments {
        PathArguments::AngleBracketed(list) => Some(&list.args),
        _ => None,
    };
    list.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The number of generic arguments.
pub(crate) fn arguments(segment: &PathSegment) -> usize {
    match &segment.arguments {
        PathArguments::AngleBracketed(list) => list.args.len(),
        _ => 0,
    }
}

/// Whether a type is `u8`.
pub(crate) fn is_u8(ty: &Type) -> bool {
    path(ty).and_then(|path| path.segments.last()).is_some_and(|last| last.ident == "u8")
}

/// Whether a type is `usize` or `isize`.
pub(crate) fn is_platform_sized(ty: &Type) -> bool {
    path(ty).is_some_and(|path| path.is_ident("usize") || path.is_ident("isize"))
}

/// The type without parentheses and without the invisible groups of macros.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        ty => ty,
    }
}

/// Whether a type contains a lifetime other than `'static`, or a reference.
pub(crate) fn borrows(ty: &Type) -> bool {
    let mut search = Search { owner: None, found: false };
    search.visit_type(ty);
    search.found
}

/// Whether a type contains the type called `owner`.
pub(crate) fn names_type(ty: &Type, owner: &Ident) -> bool {
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
    fn visit_lifetime(&mut self, lifetime: &'ast syn::Lifetime) {
        self.found |= self.owner.is_none() && lifetime.ident != "static";
    }

    fn visit_type_reference(&mut self, reference: &'ast syn::TypeReference) {
        self.found |= self.owner.is_none();
        visit::visit_type_reference(self, reference);
    }

    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        let only = ty.path.segments.first().filter(|_| ty.path.segments.len() == 1);
        self.found |= self.owner.is_some() && only.map(|segment| &segment.ident) == self.owner;
        visit::visit_type_path(self, ty);
    }
}

/// Whether `ty` contains one of `params`.
pub(crate) fn mentions(ty: &Type, params: &[&Ident]) -> bool {
    let mut search = Mentions { params, found: false };
    search.visit_type(ty);
    search.found
}

struct Mentions<'a> {
    params: &'a [&'a Ident],
    found: bool,
}

impl<'ast> Visit<'ast> for Mentions<'_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let first = path.segments.first().filter(|_| path.leading_colon.is_none());
        self.found |= first.is_some_and(|first| self.params.contains(&&first.ident));
        visit::visit_path(self, path);
    }
}

/// The path up to its last segment, including the final `::`.
pub(crate) fn prefix(path: &Path) -> TokenStream {
    let leading = path.leading_colon;
    let segments = path.segments.pairs().take(path.segments.len().saturating_sub(1));
    quote!(#leading #(#segments)*)
}
