//! The codec of each field, which is the type that implements `Encode` for it, and the layout that `len` sets for all
//! fields.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::spanned::Spanned as _;
use syn::{Expr, Generics, Path, Type};

use crate::attrs::FieldArgs;
use crate::lower::leaf::map_leaf;
use crate::lower::max_len::{self, Kind};
use crate::lower::type_syntax::{self, mentions};
use crate::paths::{Paths, respan};

/// The properties of a type that affect its fields.
pub(crate) struct Container<'a> {
    pub(crate) paths: &'a Paths,
    layout: Layout<'a>,
    /// The byte order of `endian`.
    endian: Option<Endian>,
    lenient: bool,
    /// The type parameters.
    params: Vec<&'a Ident>,
}

/// The layout that the attributes of a type select.
#[derive(Clone)]
pub(crate) enum Layout<'a> {
    Own,
    /// The integer type of `len`.
    Prefixed(Ident),
    /// The path of `layout`.
    Path(&'a Path),
}

/// The value of `endian`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Endian {
    Big,
    Little,
}

impl Endian {
    /// The byte order that `word` names. Another word is an error that a rule reports.
    pub(crate) fn new(word: &Path) -> Option<Self> {
        match word {
            word if word.is_ident("big") => Some(Self::Big),
            word if word.is_ident("little") => Some(Self::Little),
            _ => None,
        }
    }
}

impl<'a> Container<'a> {
    pub(crate) fn new(paths: &'a Paths, layout: Layout<'a>, generics: &'a Generics) -> Self {
        let params = generics.type_params().map(|param| &param.ident).collect();
        Self { paths, layout, endian: None, lenient: false, params }
    }

    /// The container with the byte order of `endian` and the flag `lenient`.
    pub(crate) fn with_integers(self, endian: Option<Endian>, lenient: bool) -> Self {
        Self { endian, lenient, ..self }
    }

    /// The container for a field, which may have a layout of its own.
    pub(crate) fn for_field<'f>(&'f self, args: &'f FieldArgs) -> Container<'f> {
        let endian = args.endian.as_ref().and_then(|endian| Endian::new(&endian.value));
        let (layout, outer, lenient) = match &args.layout {
            Some(layout) => (Layout::Path(&layout.value), None, false),
            None => (self.layout.clone(), self.endian, self.lenient),
        };
        let params = self.params.clone();
        Container { paths: self.paths, layout, endian: endian.or(outer), lenient, params }
    }

    fn is_own(&self) -> bool {
        matches!(self.layout, Layout::Own) && self.endian.is_none() && !self.lenient
    }

    /// The layout of the fields.
    pub(crate) fn layout(&self) -> TokenStream {
        let library = self.paths.library();
        let layout = match &self.layout {
            Layout::Prefixed(len) => quote!(#library::layout::Prefixed<#len>),
            Layout::Path(path) => path.to_token_stream(),
            Layout::Own => quote!(#library::layout::Own),
        };
        let layout = match self.endian {
            Some(Endian::Big) => quote!(#library::layout::BigEndian<#layout>),
            Some(Endian::Little) => quote!(#library::layout::LittleEndian<#layout>),
            None => layout,
        };
        match self.lenient {
            true => quote!(#library::layout::Lenient<#layout>),
            false => layout,
        }
    }

    /// The layout, for use inside the `const` block.
    pub(crate) fn inner_layout(&self) -> TokenStream {
        let private = self.paths.private();
        match self.is_own() {
            true => quote!(#private::Own),
            false => self.layout(),
        }
    }

    /// The layout as an additional generic argument, if it is not the default.
    pub(crate) fn layout_argument(&self) -> Option<TokenStream> {
        let layout = self.layout();
        (!self.is_own()).then(|| quote!(, #layout))
    }

    /// The codec of a field.
    pub(crate) fn codec_of(&self, ty: &Type, args: &FieldArgs) -> TokenStream {
        let content = self.conditional(ty, args).unwrap_or(ty);
        let codec = self.in_own_layout(&self.codec_in_layout(content, args), args);
        self.when(&codec, args)
    }

    /// The content of the `Option` that a field with `when` is.
    pub(crate) fn conditional<'t>(&self, ty: &'t Type, args: &FieldArgs) -> Option<&'t Type> {
        args.when.as_ref().and_then(|_| type_syntax::optional(ty))
    }

    /// The codec of a field with `when`, whose content has the codec `codec`.
    pub(crate) fn when(&self, codec: &TokenStream, args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        match &args.when {
            Some(when) => respan(quote!(#library::layout::When<#codec>), when.value.span()),
            None => codec.clone(),
        }
    }

    /// The codec of a field in the layout of the field, if it has one.
    pub(crate) fn in_own_layout(&self, codec: &TokenStream, args: &FieldArgs) -> TokenStream {
        let codec = &self.checked(&self.delimited(codec, args), args);
        let key = args.layout.as_ref().or(args.endian.as_ref());
        let Some(span) = key.map(|keyed| keyed.value.span()) else { return codec.clone() };
        let (library, layout) = (self.paths.library(), self.for_field(args).layout());
        respan(quote!(#library::layout::In<#codec, #layout>), span)
    }

    /// The codec behind its length, with `delimited`.
    fn delimited(&self, codec: &TokenStream, args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        match args.delimited.is_present() {
            true => respan(quote!(#library::layout::Delimited<#codec>), args.delimited.span()),
            false => codec.clone(),
        }
    }

    /// The codec before its checksum, with `checksum`.
    fn checked(&self, codec: &TokenStream, args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        let Some(checksum) = args.checksum.as_ref().map(|keyed| &keyed.value) else {
            return codec.clone();
        };
        respan(quote!(#library::layout::Checked<#codec, #checksum>), checksum.span())
    }

    fn codec_in_layout(&self, ty: &Type, args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        if let Some(magic) = args.magic.as_ref().map(|magic| &magic.value) {
            // An array is taken as the slice that it means.
            let reference = matches!(magic, Expr::Array(_)).then(|| quote!(&));
            let magic = &quote!(#reference #magic);
            let private = self.paths.private();
            let codec = quote! {
                #library::layout::Magic<{ #private::magic_bits(#magic) }, { #private::magic_len(#magic) }>
            };
            return respan(codec, magic.span());
        }
        if let Some(with) = &args.with {
            let adapter = &with.value;
            return respan(quote!(#library::layout::With<#ty, #adapter>), adapter.span());
        }
        let bounded =
            args.max_len.as_ref().and_then(|max| Some((&max.value, max_len::bounded(ty)?)));
        let Some((max, bounded)) = bounded else { return self.leaves(ty, args) };
        let codec = self.bounded(&bounded.kind, &self.leaves(bounded.inner, args), max, args);
        // An error in the codec is reported on the field's type, where the user can fix it.
        respan(bounded.wrap(&codec), ty.span())
    }

    /// The codec of a standard type with a bound, or of its borrowed form.
    pub(crate) fn bounded(
        &self,
        kind: &Kind<'_>,
        ty: &TokenStream,
        max: &syn::Expr,
        args: &FieldArgs,
    ) -> TokenStream {
        let library = self.paths.library();
        if args.terminated.is_present() {
            return quote!(#library::layout::Terminated<#ty, { #max }>);
        }
        if args.count.is_some() {
            return match kind {
                Kind::Bytes => quote!(#library::layout::CountedBytes<#ty, { #max }>),
                _ => quote!(#library::layout::Counted<#ty, { #max }>),
            };
        }
        if args.rest.is_present() {
            return match kind {
                Kind::Seq(_) => quote!(#library::layout::RestItems<#ty, { #max }>),
                _ => quote!(#library::layout::Rest<#ty, { #max }>),
            };
        }
        match (kind, &args.entries) {
            (Kind::Bytes, _) => quote!(#library::layout::MaxBytes<#ty, { #max }>),
            (Kind::Entries(_), Some(entries)) => {
                let rule = self.rule(&entries.value);
                quote!(#library::layout::MaxLen<#ty, { #max }, #rule>)
            }
            _ => quote!(#library::layout::MaxLen<#ty, { #max }>),
        }
    }

    /// The type of the rule that `entries` names.
    fn rule(&self, word: &Path) -> TokenStream {
        let library = self.paths.library();
        // Another word is an error.
        let rule = match word.get_ident().map(ToString::to_string).as_deref() {
            Some("distinct") => quote!(Distinct),
            Some("last_wins") => quote!(LastWins),
            _ => quote!(Ascending),
        };
        respan(quote!(#library::layout::#rule), word.span())
    }

    /// The type with the codecs of `with_each` or `width` in the place of its innermost types.
    fn leaves(&self, ty: &Type, args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        if let Some(adapter) = args.with_each.as_ref().map(|with| &with.value) {
            let span = adapter.span();
            let with = |leaf: &Type| respan(quote!(#library::layout::With<#leaf, #adapter>), span);
            return map_leaf(ty, &with);
        }
        if let Some(width) = args.width.as_ref().map(|width| &width.value) {
            let span = width.span();
            return map_leaf(ty, &|leaf: &Type| {
                respan(quote!(#library::layout::As<#leaf, #width>), span)
            });
        }
        ty.to_token_stream()
    }

    /// Whether `ty` depends on a type parameter.
    pub(crate) fn mentions_params(&self, ty: &Type) -> bool {
        mentions(ty, &self.params)
    }
}
