//! From the type of a field to the type of the same field in the borrowed form.
//!
//! By tokens alone: a derive cannot resolve names. So `Str<N>` becomes `StrRef<'decoder, N>` and an
//! alias `Str0255` becomes `Str0255Ref<'decoder>`, which whoever defines the alias defines too. Only the
//! library's own names need no import: `Str<N>` without a path is the library's, `self::Str<N>` is not.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Path, PathArguments, PathSegment, Type};

use crate::attrs::FieldArgs;
use crate::lower::codec::Container;
use crate::lower::max_len::{Kind, bounded, bounded_segment, wrapped};
use crate::lower::written::{arguments, is_u8, only_type, path, prefix, types, ungrouped};
use crate::model::{Borrowed, Points};
use crate::names;
use crate::paths::Paths;

/// Types that are their own borrowed form.
const PLAIN: [&str; 26] = [
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

/// The same with a type argument.
const WRAPPERS: [&str; 3] = ["Be", "NonZero", "PhantomData"];

/// The library's types and their numbers of arguments.
const OURS: [(&str, usize); 4] = [("Str", 1), ("Bytes", 1), ("Seq", 2), ("RawFrame", 0)];

/// The borrowed form of a field.
pub(crate) fn field(ty: &Type, args: &FieldArgs, container: &Container<'_>) -> Borrowed {
    if args.with.is_some() {
        let codec = container.of(ty, args);
        return Mapped { codec, ..Mapped::same(ty) }.into_borrowed(true);
    }
    if args.copy.is_present() {
        return Mapped::same(ty).into_borrowed(true);
    }
    let bounded = args.max_len.as_ref().and_then(|max| Some((&max.value, bounded(ty)?)));
    let mapped = match bounded {
        Some((max, bounded)) => {
            let library = container.paths.library();
            let standard = |ty: TokenStream| {
                let codec = container.bounded(&bounded.kind, &ty, max);
                Mapped { codec, ..Mapped::new(ty, Points::Yes) }
            };
            let content = match bounded.kind {
                Kind::Text => standard(quote!(&'decoder str)),
                Kind::Bytes => standard(quote!(&'decoder [u8])),
                Kind::Seq(element) => {
                    let layout = container.argument();
                    let ty = quote!(#library::SeqRef<'decoder, #element, { #max } #layout>);
                    Mapped::new(ty, Points::Yes).of_elements(element, container)
                }
            };
            content.map_ty(|content| bounded.around(content))
        }
        None => map(ty, container),
    };
    match mapped.projected {
        true => projected(ty, container).into_borrowed(false),
        // `PhantomData<T>` and its like: a bound on their `ZeroCopy` would hide that the form is the same.
        false => {
            let same = mapped.points == Points::No && container.mentions_params(ty);
            mapped.into_borrowed(same)
        }
    }
}

/// The form of a field that depends on a type parameter, which only the type's own traits know.
fn projected(ty: &Type, container: &Container<'_>) -> Mapped {
    let (library, layout) = (container.paths.library(), container.layout());
    // At the type, where a missing borrowed form is mended.
    let ty = quote_spanned! {ty.span()=>
        <#ty as #library::layout::Borrow<#layout>>::Ref<'decoder>
    };
    Mapped { projected: true, ..Mapped::new(ty, Points::Yes) }
}

/// A type of the borrowed form, and what is known of it.
struct Mapped {
    ty: TokenStream,
    /// The type that describes its encoding.
    codec: TokenStream,
    points: Points,
    projected: bool,
    elements: Vec<Type>,
}

impl Mapped {
    fn new(ty: TokenStream, points: Points) -> Self {
        Self { codec: ty.clone(), ty, points, projected: false, elements: Vec::new() }
    }

    fn same(ty: &Type) -> Self {
        Self::new(quote!(#ty), Points::No)
    }

    fn map_ty(self, f: impl Fn(&TokenStream) -> TokenStream) -> Self {
        Self { ty: f(&self.ty), codec: f(&self.codec), ..self }
    }

    /// A sequence's form, whose elements keep their owned type.
    fn of_elements(mut self, element: &Type, container: &Container<'_>) -> Self {
        if container.mentions_params(element) {
            self.elements.push(element.clone());
        }
        self
    }

    fn into_borrowed(self, same: bool) -> Borrowed {
        let Self { ty, codec, points, projected, elements } = self;
        Borrowed { ty, codec, points, projected, same, elements }
    }
}

/// The borrowed form of `ty`.
fn map(ty: &Type, container: &Container<'_>) -> Mapped {
    match ungrouped(ty) {
        Type::Array(array) if is_u8(&array.elem) => {
            Mapped::new(quote!(&'decoder #array), Points::Yes)
        }
        Type::Array(array) => {
            let len = &array.len;
            map(&array.elem, container).map_ty(|element| quote!([#element; #len]))
        }
        Type::Tuple(tuple) => {
            let items: Vec<_> = tuple.elems.iter().map(|item| map(item, container)).collect();
            let types = items.iter().map(|item| &item.ty);
            let ty = quote!((#(#types,)*));
            Mapped {
                codec: ty.clone(),
                ty,
                points: items.iter().map(|item| item.points).max().unwrap_or(Points::No),
                projected: items.iter().any(|item| item.projected),
                elements: items.into_iter().flat_map(|item| item.elements).collect(),
            }
        }
        ty => match path(ty) {
            Some(path) => map_path(ty, path, container),
            None => Mapped { projected: container.mentions_params(ty), ..Mapped::same(ty) },
        },
    }
}

fn map_path(ty: &Type, path: &Path, container: &Container<'_>) -> Mapped {
    let Some(last) = path.segments.last() else { return Mapped::same(ty) };
    let (name, only, library) =
        (last.ident.to_string(), only_type(last), container.paths.library());
    if is_plain(&name, last) {
        return Mapped::same(ty);
    }
    match (name.as_str(), only) {
        ("Option", Some(value)) => map(value, container).map_ty(|value| wrapped(path, value)),
        // Without `max_len` this is an error, which the owned form's impls report. Any type will do.
        _ if path.segments.len() == 1 && bounded_segment(last).is_some() => {
            Mapped::new(quote!(#library::StrRef<'decoder, 0>), Points::Yes)
        }
        ("Box", Some(content)) => map(content, container),
        ("Seq", _) if arguments(last) == 2 && !local(path) => {
            let form = form_in(path, container.argument().as_ref(), container.paths);
            let element = types(last).next();
            let mapped = Mapped::new(form, Points::Yes);
            match element {
                Some(element) => mapped.of_elements(element, container),
                None => mapped,
            }
        }
        _ if container.mentions_params(ty) => Mapped { projected: true, ..Mapped::same(ty) },
        _ => {
            let ours = OURS.contains(&(name.as_str(), arguments(last)));
            let points = if ours { Points::Yes } else { Points::Maybe };
            Mapped::new(form(path, container.paths), points)
        }
    }
}

/// Whether a type is its own borrowed form.
fn is_plain(name: &str, last: &PathSegment) -> bool {
    match WRAPPERS.contains(&name) {
        true => only_type(last).is_some(),
        false => PLAIN.contains(&name) && last.arguments.is_none(),
    }
}

/// Whether a path begins where a user's own names do.
fn local(path: &Path) -> bool {
    let first = path.segments.first().map(|first| first.ident.to_string());
    path.segments.len() > 1
        && first.is_some_and(|first| ["self", "super", "crate"].contains(&first.as_str()))
}

/// The name of the borrowed form of the type at `path`: its last segment with `Ref` behind it, and the
/// lifetime before its other arguments.
pub(crate) fn form(path: &Path, paths: &Paths) -> TokenStream {
    form_in(path, None, paths)
}

/// As [`form`], with a layout behind the arguments.
fn form_in(path: &Path, layout: Option<&TokenStream>, paths: &Paths) -> TokenStream {
    let Some(last) = path.segments.last() else { return quote!(#path) };
    let (mut prefix, ident) = (prefix(path), names::borrowed_form(&last.ident));
    if prefix.is_empty() && OURS.contains(&(last.ident.to_string().as_str(), arguments(last))) {
        let library = paths.library();
        prefix = quote!(#library::);
    }
    match &last.arguments {
        PathArguments::AngleBracketed(list) => {
            let args = list.args.iter();
            quote!(#prefix #ident<'decoder, #(#args),* #layout>)
        }
        _ => quote!(#prefix #ident<'decoder>),
    }
}
