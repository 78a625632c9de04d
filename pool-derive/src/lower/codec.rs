//! The codec of each field, which is the type that implements `Encode` for it, and the layout that `len` sets for all
//! fields.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::spanned::Spanned as _;
use syn::{Generics, Type};

use crate::attrs::FieldArgs;
use crate::lower::max_len::{self, Kind};
use crate::lower::type_syntax::mentions;
use crate::paths::{Paths, respan};

/// The properties of a type that affect its fields.
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

    pub(crate) fn is_prefixed(&self) -> bool {
        self.len.is_some()
    }

    /// The layout of the fields.
    pub(crate) fn layout(&self) -> TokenStream {
        let library = self.paths.library();
        match &self.len {
            Some(len) => quote!(#library::layout::Prefixed<#len>),
            None => quote!(#library::layout::Own),
        }
    }

    /// The layout, for use inside the `const` block.
    pub(crate) fn inner_layout(&self) -> TokenStream {
        let private = self.paths.private();
        match self.is_prefixed() {
            true => self.layout(),
            false => quote!(#private::Own),
        }
    }

    /// The layout as an additional generic argument, if it is not the default.
    pub(crate) fn layout_argument(&self) -> Option<TokenStream> {
        let layout = self.layout();
        self.is_prefixed().then(|| quote!(, #layout))
    }

    /// The codec of a field.
    pub(crate) fn codec_of(&self, ty: &Type, args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        if let Some(with) = &args.with {
            let adapter = &with.value;
            return respan(quote!(#library::layout::With<#ty, #adapter>), adapter.span());
        }
        let bounded =
            args.max_len.as_ref().and_then(|max| Some((&max.value, max_len::bounded(ty)?)));
        let Some((max, bounded)) = bounded else { return ty.to_token_stream() };
        let codec = self.bounded(&bounded.kind, &bounded.inner.to_token_stream(), max);
        // An error in the codec is reported on the field's type, where the user can fix it.
        respan(bounded.wrap(&codec), ty.span())
    }

    /// The codec of a standard type with a bound, or of its borrowed form.
    pub(crate) fn bounded(
        &self,
        kind: &Kind<'_>,
        ty: &TokenStream,
        max: &syn::Expr,
    ) -> TokenStream {
        let library = self.paths.library();
        match kind {
            Kind::Bytes => quote!(#library::layout::MaxBytes<#ty, { #max }>),
            Kind::Text | Kind::Seq(_) => quote!(#library::layout::MaxLen<#ty, { #max }>),
        }
    }

    /// Whether `ty` depends on a type parameter.
    pub(crate) fn mentions_params(&self, ty: &Type) -> bool {
        mentions(ty, &self.params)
    }
}
