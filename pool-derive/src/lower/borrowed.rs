//! The types of the fields in the borrowed form, derived from their owned types.
//!
//! A derive sees only tokens and cannot resolve names. `Str<N>` becomes `StrRef<'decoder, N>`, and an alias
//! `Str0255` becomes `Str0255Ref<'decoder>`, which the crate with the alias must define as well. The user need
//! not import the library's own borrowed forms: `Str<N>` without a path is the library's type, `self::Str<N>` is
//! not.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Path, PathArguments, PathSegment, Type};

use crate::attrs::FieldArgs;
use crate::lower::codec::Container;
use crate::lower::max_len::{self, Kind, bounded, bounded_segment, with_argument, with_arguments};
use crate::lower::type_syntax::{
    self, COVARIANT_WRAPPERS, FIXED_SIZE_TYPES, FIXED_SIZE_WRAPPERS, FIXED_WIDTH_TYPES, PAIRS,
    POINTERS, STANDARD_TYPES, arguments, is_u8, only_type, prefix, types, ungrouped,
};

use crate::model::{BorrowedField, LifetimeUse};
use crate::names;
use crate::paths::Paths;

/// The library's types with a borrowed form, and the number of their generic arguments.
const LIBRARY_TYPES: [(&str, usize); 6] =
    [("Str", 1), ("Bytes", 1), ("ByteStr", 1), ("Tlvs", 1), ("Seq", 2), ("RawFrame", 0)];

/// The field of type `ty` in the borrowed form.
pub(crate) fn field(ty: &Type, args: &FieldArgs, container: &Container<'_>) -> BorrowedField {
    let content = container.conditional(ty, args);
    let field = in_layout(content.unwrap_or(ty), args, &container.for_field(args));
    let codec = match field.unchanged {
        true => container.codec_of(ty, args),
        false => container.when(&container.in_own_layout(&field.codec, args), args),
    };
    let ty = match (content, type_syntax::path(ty)) {
        (Some(_), Some(option)) => with_argument(option, &field.ty),
        _ => field.ty.clone(),
    };
    BorrowedField { codec, ty, ..field }
}

/// The field in the layout of the container.
fn in_layout(ty: &Type, args: &FieldArgs, container: &Container<'_>) -> BorrowedField {
    let same = args.magic.is_some()
        || args.with.is_some()
        || args.with_each.is_some()
        || args.width.is_some();
    if same || args.copy.is_present() {
        let codec = container.codec_of(ty, args);
        return BorrowedField { codec, unchanged: true, ..BorrowedField::same_type(ty) };
    }
    let bounded = args.max_len.as_ref().and_then(|max| Some((&max.value, bounded(ty)?)));
    let borrowed = match bounded {
        Some((max, bounded)) => {
            let (max, _) = max_len::bounds(max);
            let library = container.paths.library();
            let standard = |described: TokenStream, ty: TokenStream| {
                let codec = container.bounded(&bounded.kind, &described, max, args);
                BorrowedField { codec, ..BorrowedField::new(ty, LifetimeUse::Always) }
            };
            let content = match &bounded.kind {
                Kind::Text => standard(quote!(&'decoder str), quote!(&'decoder str)),
                Kind::Bytes => standard(quote!(&'decoder [u8]), quote!(&'decoder [u8])),
                Kind::CText => {
                    standard(quote!(&'decoder ::core::ffi::CStr), quote!(&'decoder [u8]))
                }
                Kind::Entries if container.mentions_params(ty) => {
                    return projection(ty, &container.codec_of(ty, args), container);
                }
                Kind::Entries => {
                    let (layout, collection) = (container.layout_argument(), bounded.inner);
                    let ty = quote!(#library::EntriesRef<'decoder, #collection, { #max } #layout>);
                    BorrowedField::new(ty, LifetimeUse::Always)
                }
                Kind::Seq(element) => {
                    let layout = container.layout_argument();
                    let ty = quote!(#library::SeqRef<'decoder, #element, { #max } #layout>);
                    let field = BorrowedField::new(ty.clone(), LifetimeUse::Always);
                    let field = field.with_elements(element, container);
                    match args.rest.is_present()
                        || args.terminated.is_some()
                        || args.count.is_some()
                    {
                        true => BorrowedField {
                            codec: container.bounded(&bounded.kind, &ty, max, args),
                            ..field
                        },
                        false => field,
                    }
                }
            };
            content.map_types(|content| bounded.wrap(content))
        }
        None => {
            let name = args.borrow.as_ref().map(|keyed| &keyed.value);
            let defaulted = args.default.is_some();
            Borrow { name, container, defaulted }.form(ty)
        }
    };
    match borrowed.projected {
        true => projection(ty, &ty.to_token_stream(), container),
        // A field such as `PhantomData<T>` is copied. A `Borrow` bound on it would hide from the compiler that its
        // type is the same in both forms.
        false => {
            let generic = container.mentions_params(ty);
            let unchanged = borrowed.lifetime_use == LifetimeUse::Never && generic;
            let codec = if unchanged { container.codec_of(ty, args) } else { borrowed.codec };
            BorrowedField { unchanged, codec, ..borrowed }
        }
    }
}

/// The form of a field that depends on a type parameter, named through the trait `Borrow`.
fn projection(ty: &Type, codec: &TokenStream, container: &Container<'_>) -> BorrowedField {
    let (library, layout) = (container.paths.library(), container.layout());
    // A missing borrowed form is reported on the field's type, where the user can fix it.
    let ty = quote_spanned! {ty.span()=>
        <#codec as #library::layout::Borrow<#layout>>::Ref<'decoder>
    };
    BorrowedField { projected: true, ..BorrowedField::new(ty, LifetimeUse::Always) }
}

impl BorrowedField {
    /// A field whose type is its own codec.
    fn new(ty: TokenStream, lifetime_use: LifetimeUse) -> Self {
        Self {
            codec: ty.clone(),
            converter: None,
            ty,
            lifetime_use,
            projected: false,
            unchanged: false,
            elements: Vec::new(),
        }
    }

    /// A field that has the same type in both forms.
    fn same_type(ty: &Type) -> Self {
        Self::new(quote!(#ty), LifetimeUse::Never)
    }

    /// Applies `f` to the type, to its codec and to its converter.
    fn map_types(self, f: impl Fn(&TokenStream) -> TokenStream) -> Self {
        let converter = self.converter.as_ref().map(&f);
        Self { ty: f(&self.ty), codec: f(&self.codec), converter, ..self }
    }

    /// Records the element type of a sequence, if it is generic.
    fn with_elements(mut self, element: &Type, container: &Container<'_>) -> Self {
        if container.mentions_params(element) {
            self.elements.push(element.clone());
        }
        self
    }
}

/// Finds the borrowed form of a type, without `max_len`, `with` or `copy`.
struct Borrow<'a> {
    /// The borrowed form of the user's type in the field, if its name does not follow the rule.
    name: Option<&'a Path>,
    container: &'a Container<'a>,
    /// Whether the field may be absent.
    defaulted: bool,
}

impl Borrow<'_> {
    fn form(&self, ty: &Type) -> BorrowedField {
        let container = self.container;
        match ungrouped(ty) {
            Type::Array(array) if is_u8(&array.elem) => {
                BorrowedField::new(quote!(&'decoder #array), LifetimeUse::Always)
            }
            Type::Array(array) => {
                let len = &array.len;
                self.form(&array.elem).map_types(|element| quote!([#element; #len]))
            }
            Type::Tuple(tuple) => self.arguments(tuple.elems.iter(), |types| quote!((#(#types,)*))),
            ty => match type_syntax::path(ty) {
                Some(path) => self.path(ty, path),
                None => {
                    // The derive does not see what a macro expands to.
                    let projected = container.mentions_params(ty) || matches!(ty, Type::Macro(_));
                    BorrowedField { projected, ..BorrowedField::same_type(ty) }
                }
            },
        }
    }

    /// The form of a type with several parts. `whole` makes it from the forms of the parts.
    fn arguments<'t>(
        &self,
        parts: impl Iterator<Item = &'t Type>,
        whole: impl Fn(&[&TokenStream]) -> TokenStream,
    ) -> BorrowedField {
        let parts: Vec<_> = parts.collect();
        let items: Vec<_> = parts.iter().map(|item| self.form(item)).collect();
        let ty = whole(&items.iter().map(|item| &item.ty).collect::<Vec<_>>());
        let uses = items.iter().map(|item| item.lifetime_use);
        let converters = items
            .iter()
            .zip(parts)
            .map(|(item, ty)| item.converter.clone().unwrap_or_else(|| ty.to_token_stream()));
        let converters: Vec<_> = converters.collect();
        let converted = items.iter().any(|item| item.converter.is_some());
        BorrowedField {
            converter: converted.then(|| whole(&converters.iter().collect::<Vec<_>>())),
            projected: items.iter().any(|item| item.projected),
            elements: items.iter().flat_map(|item| item.elements.clone()).collect(),
            ..BorrowedField::new(ty, uses.max().unwrap_or(LifetimeUse::Never))
        }
    }

    fn path(&self, ty: &Type, path: &Path) -> BorrowedField {
        let container = self.container;
        let Some(last) = path.segments.last() else { return BorrowedField::same_type(ty) };
        let (name, only, library) =
            (last.ident.to_string(), only_type(last), container.paths.library());
        // A type of the user's that is called like one of the standard library has a path or a name in `borrow`.
        let standard = self.name.is_none() && !is_local(path);
        let is = |names: &[&str]| standard && names.contains(&name.as_str());
        if is_fixed_size(&name, last) || (is(&STANDARD_TYPES) && last.arguments.is_none()) {
            return BorrowedField::same_type(ty);
        }
        if is(&FIXED_WIDTH_TYPES) && !last.arguments.is_none() {
            return BorrowedField::same_type(ty);
        }
        match (name.as_str(), only) {
            ("Option", Some(value)) => {
                self.form(value).map_types(|value| with_argument(path, value))
            }
            ("Result", None) if is(&["Result"]) && arguments(last) == 2 => {
                self.arguments(types(last), |forms| with_arguments(path, forms))
            }
            (_, Some(value)) if is(&COVARIANT_WRAPPERS) => {
                self.form(value).map_types(|value| with_argument(path, value))
            }
            (_, Some(value)) if is(&PAIRS) => {
                self.form(value).map_types(|value| quote!((#value, #value)))
            }
            // Without `max_len` the type is an error, reported elsewhere. Any type serves here.
            _ if path.segments.len() == 1 && bounded_segment(last).is_some() => {
                BorrowedField::new(quote!(#library::StrRef<'decoder, 0>), LifetimeUse::Always)
            }
            ("Box", Some(content)) => match self.boxed_array(content) {
                Some(form) => form,
                None => {
                    let form = self.form(content);
                    let converter = form.converter.as_ref();
                    let converter = converter.map(|content| with_argument(path, content));
                    BorrowedField { converter, ..form }
                }
            },
            _ if is(&POINTERS) && types(last).count() == 1 => match types(last).next() {
                Some(content) => self.form(content),
                None => BorrowedField::same_type(ty),
            },
            ("Seq", _) if arguments(last) == 2 && !is_local(path) => {
                let layout = container.layout_argument();
                let form = path_in_layout(path, layout.as_ref(), container.paths);
                let field = BorrowedField::new(form, LifetimeUse::Always);
                match types(last).next() {
                    Some(element) => field.with_elements(element, container),
                    None => field,
                }
            }
            // Those of the crate `arrayvec`, whose capacity is their bound.
            ("ArrayVec", _) if arguments(last) == 2 && !is_local(path) => {
                let layout = container.layout_argument();
                let arguments = generic_arguments(last);
                let form = quote!(#library::SeqRef<'decoder, #arguments #layout>);
                let field = BorrowedField::new(form, LifetimeUse::Always);
                match types(last).next() {
                    Some(element) => field.with_elements(element, container),
                    None => field,
                }
            }
            ("ArrayString", _) if arguments(last) == 1 && !is_local(path) => {
                let arguments = generic_arguments(last);
                BorrowedField::new(
                    quote!(#library::StrRef<'decoder, #arguments>),
                    LifetimeUse::Always,
                )
            }
            _ if container.mentions_params(ty) => {
                BorrowedField { projected: true, ..BorrowedField::same_type(ty) }
            }
            _ => {
                let lifetime_use = match LIBRARY_TYPES.contains(&(name.as_str(), arguments(last))) {
                    true => LifetimeUse::Always,
                    false => LifetimeUse::Maybe,
                };
                BorrowedField::new(self::path(path, self.name, container.paths), lifetime_use)
            }
        }
    }
}

/// The generic arguments without the angle brackets.
fn generic_arguments(last: &PathSegment) -> TokenStream {
    match &last.arguments {
        PathArguments::AngleBracketed(list) => list.args.to_token_stream(),
        _ => TokenStream::new(),
    }
}

impl Borrow<'_> {
    /// The form of an array in a box, which is large in most cases: not an array of borrowed forms but a reference. A
    /// field that may be absent needs a value without an input, and one that depends on a parameter its trait.
    fn boxed_array(&self, content: &Type) -> Option<BorrowedField> {
        let Type::Array(array) = ungrouped(content) else { return None };
        let (element, len) = (&*array.elem, &array.len);
        let by_trait = self.container.mentions_params(element) || self.form(element).projected;
        if is_u8(element) || self.defaulted || by_trait {
            return None;
        }
        let (paths, layout) = (self.container.paths, self.container.layout_argument());
        let (library, private) = (paths.library(), paths.private());
        let ty = quote!(#library::ArrayRef<'decoder, #element, { #len } #layout>);
        let converter = Some(quote!(#private::BoxedArray<#element, { #len }>));
        Some(BorrowedField { converter, ..BorrowedField::new(ty, LifetimeUse::Always) })
    }
}

fn is_fixed_size(name: &str, last: &PathSegment) -> bool {
    match FIXED_SIZE_WRAPPERS.contains(&name) {
        true => only_type(last).is_some(),
        false => FIXED_SIZE_TYPES.contains(&name) && last.arguments.is_none(),
    }
}

/// Whether a path starts in the user's own crate.
fn is_local(path: &Path) -> bool {
    let first = path.segments.first().map(|first| first.ident.to_string());
    path.segments.len() > 1
        && first.is_some_and(|first| ["self", "super", "crate"].contains(&first.as_str()))
}

/// The path of the borrowed form of the type at `path`, with `'decoder` before the other generic arguments: `name`, or
/// the path with the suffix `Ref` at its last segment.
pub(crate) fn path(path: &Path, name: Option<&Path>, paths: &Paths) -> TokenStream {
    match (name, path.segments.last().map(|last| &last.arguments)) {
        (Some(name), Some(PathArguments::AngleBracketed(list))) => {
            let args = list.args.iter();
            quote!(#name<'decoder, #(#args),*>)
        }
        (Some(name), _) => quote!(#name<'decoder>),
        (None, _) => path_in_layout(path, None, paths),
    }
}

/// Like [`path`], with a layout after the generic arguments.
fn path_in_layout(path: &Path, layout: Option<&TokenStream>, paths: &Paths) -> TokenStream {
    let Some(last) = path.segments.last() else { return quote!(#path) };
    let (mut prefix, ident) = (prefix(path), names::borrowed_form(&last.ident));
    let name = last.ident.to_string();
    if prefix.is_empty() && LIBRARY_TYPES.contains(&(name.as_str(), arguments(last))) {
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
