//! The codec of each field, which is the type that implements `Encode` for it, and the layout that `len` sets for all
//! fields.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::spanned::Spanned as _;
use syn::{Expr, Generics, Path, Type};

use crate::attrs::{FieldArgs, TerminatedArg};
use crate::lower::leaf::{Parts, in_order};
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
            let constant = self.constant(magic);
            return respan(quote!(#library::layout::Magic<#constant>), magic.span());
        }
        if let Some(with) = &args.with {
            let adapter = &with.value;
            return respan(quote!(#library::layout::With<#ty, #adapter>), adapter.span());
        }
        let bounded =
            args.max_len.as_ref().and_then(|max| Some((&max.value, max_len::bounded(ty)?)));
        let Some((max, bounded)) = bounded else { return self.parts(ty, &[], args) };
        let (max, inner) = max_len::bounds(max);
        let codec =
            self.bounded(&bounded.kind, &self.parts(bounded.inner, &inner, args), max, args);
        // An error in the codec is reported on the field's type, where the user can fix it.
        respan(bounded.wrap(&codec), ty.span())
    }

    /// Constant bytes as two arguments of a type: their bits and their number.
    fn constant(&self, bytes: &Expr) -> TokenStream {
        let private = self.paths.private();
        // An array is taken as the slice that it means.
        let reference = matches!(bytes, Expr::Array(_)).then(|| quote!(&));
        let (bits, len) = (quote!(#private::magic_bits), quote!(#private::magic_len));
        quote!({ #bits(#reference #bytes) }, { #len(#reference #bytes) })
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
        if let Some(terminated) = &args.terminated {
            let end = match &terminated.value {
                TerminatedArg::Bytes(bytes) => {
                    let constant = self.constant(bytes);
                    Some(quote!(, #constant))
                }
                TerminatedArg::Nul => None,
            };
            return match (kind, end) {
                (Kind::Seq(_), Some(end)) => {
                    quote!(#library::layout::TerminatedItems<#ty, { #max } #end>)
                }
                (_, end) => quote!(#library::layout::Terminated<#ty, { #max } #end>),
            };
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
            (Kind::Entries, Some(entries)) => {
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

    /// The type with the codecs of `with_each` or `width` in the place of its innermost types, and with `bounds` for the
    /// types inside it.
    fn parts(&self, ty: &Type, bounds: &[&Expr], args: &FieldArgs) -> TokenStream {
        let library = self.paths.library();
        let with = args.with_each.as_ref().map(|with| &with.value);
        let width = args.width.as_ref().map(|width| &width.value);
        let adapted = |leaf: &Type| match (with, width) {
            (Some(with), _) => respan(quote!(#library::layout::With<#leaf, #with>), with.span()),
            (None, Some(width)) => {
                respan(quote!(#library::layout::As<#leaf, #width>), width.span())
            }
            (None, None) => leaf.to_token_stream(),
        };
        let adapts = with.or(width).is_some();
        if !adapts && bounds.is_empty() {
            return ty.to_token_stream();
        }
        let leaf: &dyn Fn(&Type) -> TokenStream = &adapted;
        let codec = |kind: &Kind<'_>, content: &TokenStream, max: &Expr| match kind {
            Kind::Bytes => quote!(#library::layout::MaxBytes<#content, { #max }>),
            _ => quote!(#library::layout::MaxLen<#content, { #max }>),
        };
        let bound = in_order(bounds);
        Parts { leaf: adapts.then_some(leaf), bound: &bound, codec: &codec }.inside(ty)
    }

    /// Whether `ty` depends on a type parameter.
    pub(crate) fn mentions_params(&self, ty: &Type) -> bool {
        mentions(ty, &self.params)
    }
}
