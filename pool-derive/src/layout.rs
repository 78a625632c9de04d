//! How the fields of a type are laid out, as types of the library: each by its own type, unless the
//! container's `len` or the field's `max_len` or `with` say otherwise.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Generics, Type};

use crate::attrs::FieldArgs;
use crate::max_len::{self, Kind};
use crate::model::Layout;
use crate::paths::{Paths, respan};
use crate::written::mentions;

/// What a field needs to know of the type it is in.
pub(crate) struct Container<'a> {
    pub(crate) paths: &'a Paths,
    /// The integer type of `len`.
    len: Option<Ident>,
    /// The type parameters.
    params: Vec<&'a Ident>,
}

impl<'a> Container<'a> {
    pub(crate) fn new(paths: &'a Paths, len: Option<Ident>, generics: &'a Generics) -> Self {
        Self { paths, len, params: generics.type_params().map(|param| &param.ident).collect() }
    }

    /// The layout that `len` asks for.
    pub(crate) fn prefixed(&self) -> Option<TokenStream> {
        let (library, len) = (self.paths.library(), self.len.as_ref()?);
        Some(quote!(#library::layout::Prefixed<#len>))
    }

    /// The same, as one more argument of a type.
    pub(crate) fn argument(&self) -> Option<TokenStream> {
        self.prefixed().map(|layout| quote!(, #layout))
    }

    /// The layout of a field.
    pub(crate) fn of(&self, ty: &Type, args: &FieldArgs) -> Layout {
        let (private, prefixed) = (self.paths.private(), self.prefixed());
        let elements = prefixed.clone().unwrap_or_else(|| quote!(#private::Own));
        if let Some(with) = &args.with {
            let adapter = &with.value;
            let layout = quote!(#private::With<#adapter, #elements>);
            return Layout::As(respan(layout, adapter.span()));
        }
        let bounded =
            args.max_len.as_ref().and_then(|max| Some((&max.value, max_len::bounded(ty)?)));
        let layout = match (bounded, prefixed) {
            (Some((max, bounded)), _) => match bounded.kind {
                Kind::Bytes => quote!(#private::MaxBytes<{ #max }, #elements>),
                Kind::Text | Kind::Seq(_) => quote!(#private::MaxLen<{ #max }, #elements>),
            },
            (None, Some(prefixed)) => prefixed,
            (None, None) => return Layout::Own,
        };
        // At the type, where what cannot be laid out is mended.
        Layout::As(respan(layout, ty.span()))
    }

    /// Whether `ty` depends on a type parameter.
    pub(crate) fn mentions_params(&self, ty: &Type) -> bool {
        mentions(ty, &self.params)
    }
}
