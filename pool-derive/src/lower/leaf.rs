//! The parts of a field's type: those inside its options, boxes, arrays, tuples and collections.

use core::cell::{Cell, RefCell};

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Expr, GenericArgument, PathArguments, Type};

use crate::lower::max_len::{Kind, bounded_segment};
use crate::lower::type_syntax::{path, prefix, ungrouped};

/// The types whose last argument is a type that they contain.
const CONTAINERS: [&str; 16] = [
    "Option",
    "Box",
    "Rc",
    "Arc",
    "Vec",
    "VecDeque",
    "BinaryHeap",
    "BTreeSet",
    "HashSet",
    "BTreeMap",
    "HashMap",
    "Wrapping",
    "Saturating",
    "Reverse",
    "Seq",
    "Result",
];

/// What takes the place of the parts of a type.
pub(crate) struct Parts<'a, 'e> {
    /// The codec of each innermost type, if an adapter encodes it. In a map, this is the type of the values.
    pub(crate) leaf: Option<&'a dyn Fn(&Type) -> TokenStream>,
    /// The bound of each standard type that needs one. It is called in the order of the source.
    pub(crate) bound: &'a dyn Fn(&Type) -> Option<&'e Expr>,
    /// The codec of a standard type with a bound, from the type with the codecs of its parts.
    pub(crate) codec: &'a dyn Fn(&Kind<'_>, &TokenStream, &Expr) -> TokenStream,
}

impl Parts<'_, '_> {
    /// The type with the codecs of its parts. It has none itself, unless it is an innermost type.
    pub(crate) fn inside(&self, ty: &Type) -> TokenStream {
        self.content(ty, self.leaf)
    }

    /// The codec of a part.
    fn part(&self, ty: &Type, leaf: Option<&dyn Fn(&Type) -> TokenStream>) -> TokenStream {
        let last = path(ty).and_then(|path| path.segments.last());
        let kind = last.and_then(bounded_segment);
        // An adapter encodes text and bytes as a whole.
        let whole = matches!(kind, Some(Kind::Text | Kind::CText | Kind::Bytes)) && leaf.is_some();
        let kind = kind.filter(|_| !whole);
        let bound = kind.and_then(|kind| Some((kind, (self.bound)(ty)?)));
        let content = self.content(ty, leaf);
        match bound {
            Some((kind, max)) => (self.codec)(&kind, &content, max),
            None => content,
        }
    }

    fn content(&self, ty: &Type, leaf: Option<&dyn Fn(&Type) -> TokenStream>) -> TokenStream {
        match ungrouped(ty) {
            Type::Array(array) => {
                let (element, len) = (self.part(&array.elem, leaf), &array.len);
                quote!([#element; #len])
            }
            Type::Slice(slice) => {
                let element = self.part(&slice.elem, leaf);
                quote!([#element])
            }
            Type::Tuple(tuple) if leaf.is_none() => {
                let elements = tuple.elems.iter().map(|element| self.part(element, None));
                quote!((#(#elements,)*))
            }
            ty => self.in_path(ty, leaf).unwrap_or_else(|| match leaf {
                Some(leaf) => leaf(ty),
                None => ty.to_token_stream(),
            }),
        }
    }

    /// The content of a container.
    fn in_path(
        &self,
        ty: &Type,
        leaf: Option<&dyn Fn(&Type) -> TokenStream>,
    ) -> Option<TokenStream> {
        let path = path(ty)?;
        let last = path.segments.last()?;
        // An adapter of a `Result` adapts it as a whole.
        let known = |name: &str| last.ident == name && !(leaf.is_some() && name == "Result");
        if !CONTAINERS.iter().any(|name| known(name)) {
            return None;
        }
        let PathArguments::AngleBracketed(list) = &last.arguments else { return None };
        let content = list.args.iter().rposition(|arg| matches!(arg, GenericArgument::Type(_)))?;
        let args = list.args.iter().enumerate().map(|(index, arg)| match arg {
            GenericArgument::Type(ty) => self.part(ty, leaf.filter(|_| index == content)),
            arg => arg.to_token_stream(),
        });
        let (prefix, ident) = (prefix(path), &last.ident);
        Some(quote!(#prefix #ident<#(#args),*>))
    }
}

/// The innermost types, in the order of the source.
pub(crate) fn leaves(ty: &Type) -> Vec<Type> {
    let found = RefCell::new(Vec::new());
    let leaf = |leaf: &Type| {
        found.borrow_mut().push(leaf.clone());
        TokenStream::new()
    };
    let bound = |_: &Type| None;
    Parts { leaf: Some(&leaf), bound: &bound, codec: &|_, content, _| content.clone() }.inside(ty);
    found.into_inner()
}

/// The standard types inside of `ty` that need a bound, in the order of the source. An adapter of the innermost types
/// needs none for text and bytes.
pub(crate) fn without_bound(ty: &Type, adapted: bool) -> Vec<Type> {
    let found = RefCell::new(Vec::new());
    let bound = |ty: &Type| {
        found.borrow_mut().push(ty.clone());
        None
    };
    let leaf = |_: &Type| TokenStream::new();
    let leaf: &dyn Fn(&Type) -> TokenStream = &leaf;
    let codec = |_: &Kind<'_>, content: &TokenStream, _: &Expr| content.clone();
    Parts { leaf: adapted.then_some(leaf), bound: &bound, codec: &codec }.inside(ty);
    found.into_inner()
}

/// A source of bounds for [`Parts`], which are used up in their order.
pub(crate) fn in_order<'e>(bounds: &'e [&'e Expr]) -> impl Fn(&Type) -> Option<&'e Expr> {
    let rest = Cell::new(bounds);
    move |_| {
        let (first, after) = rest.get().split_first()?;
        rest.set(after);
        Some(*first)
    }
}
