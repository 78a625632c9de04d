//! The innermost types of a field: those inside its options, boxes, arrays and collections.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{GenericArgument, PathArguments, Type};

use crate::lower::type_syntax::{path, prefix, ungrouped};

/// The types whose last argument is a type that they contain.
const CONTAINERS: [&str; 15] = [
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
];

/// Replaces each innermost type by `codec`. In a map, this is the type of the values.
pub(crate) fn map_leaf(ty: &Type, codec: &dyn Fn(&Type) -> TokenStream) -> TokenStream {
    match ungrouped(ty) {
        Type::Array(array) => {
            let (element, len) = (map_leaf(&array.elem, codec), &array.len);
            quote!([#element; #len])
        }
        Type::Slice(slice) => {
            let element = map_leaf(&slice.elem, codec);
            quote!([#element])
        }
        ty => in_path(ty, codec).unwrap_or_else(|| codec(ty)),
    }
}

/// The innermost types, in the order of the source.
pub(crate) fn leaves(ty: &Type) -> Vec<Type> {
    let found = core::cell::RefCell::new(Vec::new());
    map_leaf(ty, &|leaf| {
        found.borrow_mut().push(leaf.clone());
        TokenStream::new()
    });
    found.into_inner()
}

/// Replaces the content of a container.
fn in_path(ty: &Type, codec: &dyn Fn(&Type) -> TokenStream) -> Option<TokenStream> {
    let path = path(ty)?;
    let last = path.segments.last()?;
    if !CONTAINERS.iter().any(|name| last.ident == name) {
        return None;
    }
    let PathArguments::AngleBracketed(list) = &last.arguments else { return None };
    let content = list.args.iter().rposition(|arg| matches!(arg, GenericArgument::Type(_)))?;
    let args = list.args.iter().enumerate().map(|(index, arg)| match arg {
        GenericArgument::Type(ty) if index == content => map_leaf(ty, codec),
        arg => arg.to_token_stream(),
    });
    let (prefix, ident) = (prefix(path), &last.ident);
    Some(quote!(#prefix #ident<#(#args),*>))
}
