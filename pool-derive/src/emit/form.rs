//! One form of a type, owned or borrowed: what the emitters of shared impls work on.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Generics, Index, Member};

use super::generics;
use crate::attrs::DefaultArg;
use crate::lower::written;
use crate::model::{Body, Enum, Field, FormShape, Model, Style, Variant, VariantTag};
use crate::names;
use crate::paths::{Paths, respan};

pub(crate) struct Form<'a> {
    pub(crate) model: &'a Model<'a>,
    /// Whether it is the borrowed one.
    pub(crate) borrowed: bool,
    pub(crate) name: &'a Ident,
    /// The arguments of patterns and struct expressions: written out, because to find them the compiler
    /// would have to search through every layout.
    arguments: TokenStream,
    /// The type with its arguments.
    pub(crate) ty: TokenStream,
    /// The owned type with its arguments.
    pub(crate) owned: TokenStream,
    /// The type's own parameters and where-clause.
    pub(crate) generics: Generics,
    /// The initializer of the hidden field.
    pub(crate) marker: Option<TokenStream>,
}

/// The struct, or a variant: a list of fields and what they are of.
pub(crate) struct Record<'a> {
    /// The constructor.
    pub(crate) path: TokenStream,
    /// The fields on the wire. Of `other`, those behind the tag.
    pub(crate) fields: Vec<FormField<'a>>,
    /// The member that keeps the tag of `other`.
    pub(crate) tag: Option<Member>,
    /// The fields that are not on the wire.
    skipped: Vec<&'a Field<'a>>,
    marker: Option<TokenStream>,
    /// Which variant it is.
    variant: usize,
}

pub(crate) struct FormField<'a> {
    pub(crate) field: &'a Field<'a>,
    pub(crate) member: Member,
    /// The local that holds its value, or a reference to it.
    pub(crate) local: Ident,
    pub(crate) ty: TokenStream,
    /// The type that describes its encoding.
    pub(crate) codec: TokenStream,
    /// Its place among the fields on the wire of its record, as a number and as a token.
    pub(crate) position: usize,
    pub(crate) index: Literal,
    /// Whether it is in the borrowed form.
    borrowed: bool,
    /// Where errors about the type are reported.
    pub(crate) span: Span,
}

impl<'a> Form<'a> {
    pub(crate) fn owned(model: &'a Model<'a>) -> Self {
        let (name, (_, arguments, _)) = (model.name, model.generics.split_for_impl());
        let ty = quote!(#name #arguments);
        Self {
            model,
            borrowed: false,
            name,
            arguments: turbofish(&model.generics),
            owned: ty.clone(),
            ty,
            generics: model.generics.clone(),
            marker: None,
        }
    }

    /// The borrowed form, if it is a type of its own.
    pub(crate) fn borrowed(model: &'a Model<'a>, paths: &Paths) -> Option<Self> {
        let form = model.borrowed.as_ref().filter(|form| form.shape != FormShape::Alias)?;
        let private = paths.private();
        let generics = generics::of_borrowed_form(model, paths);
        let (name, (_, arguments, _)) = (&form.name, generics.split_for_impl());
        let marker = (form.shape == FormShape::Marked).then(|| {
            let member = marker_member(model);
            quote!(#member: #private::PhantomData,)
        });
        Some(Self {
            borrowed: true,
            ty: quote!(#name #arguments),
            name,
            marker,
            generics,
            ..Self::owned(model)
        })
    }

    /// Whether the form has to be lent to be validated: the other one is what `validate` takes.
    pub(crate) fn lends_to_validate(&self) -> bool {
        let borrowed = self.model.borrowed.as_ref();
        let real = borrowed.is_some_and(|form| form.shape != FormShape::Alias);
        self.model.validate.is_some() && real && !self.borrowed
    }

    /// A struct's fields.
    pub(crate) fn record(&self) -> Option<Record<'a>> {
        let Body::Struct(fields) = &self.model.body else { return None };
        let (name, arguments) = (self.name, &self.arguments);
        Some(Record {
            path: quote!(#name #arguments),
            fields: self.list(&fields.list, fields.style, 0),
            tag: None,
            skipped: self.skipped(&fields.list),
            marker: self.marker.clone(),
            variant: 0,
        })
    }

    /// The variants, in the order of the source, each with its fields.
    pub(crate) fn variants(
        &self,
        body: &'a Enum<'a>,
    ) -> impl Iterator<Item = (&'a Variant<'a>, Record<'a>)> {
        let mut numbers = 0..;
        let last = body.tagged().count();
        let records = body.variants.iter().map(|variant| {
            // The schema has `other` behind the variants that have a number.
            let index = match variant.tag {
                VariantTag::Number(_) => numbers.next().unwrap_or(last),
                VariantTag::Other(_) => last,
            };
            (variant, self.variant(variant, index))
        });
        records.collect::<Vec<_>>().into_iter()
    }

    /// A variant's fields.
    fn variant(&self, variant: &'a Variant<'a>, index: usize) -> Record<'a> {
        let (name, ident) = (self.name, variant.ident);
        let arguments = &self.arguments;
        let list = &variant.fields;
        let kept = usize::from(variant.tag_field().is_some());
        Record {
            path: quote!(#name::#ident #arguments),
            fields: self.list(&list.list, list.style, kept),
            tag: variant.tag_field().map(|field| field.member.clone()),
            skipped: self.skipped(&list.list),
            marker: None,
            variant: index,
        }
    }

    /// The fields on the wire from the one at `first`, as this form has them.
    fn list(&self, fields: &'a [Field<'a>], style: Style, first: usize) -> Vec<FormField<'a>> {
        let on_wire = fields.iter().filter(|field| field.skip.is_none()).enumerate();
        let fields = on_wire.skip(first).map(|(index, field)| FormField {
            position: index.saturating_sub(first),
            index: Literal::usize_unsuffixed(index.saturating_sub(first)),
            codec: match self.borrowed {
                true => field.borrowed.codec.clone(),
                false => field.codec.clone(),
            },
            field,
            member: match style {
                // The borrowed form has no skipped fields, so what follows them moves up.
                Style::Tuple if self.borrowed => Member::Unnamed(Index::from(index)),
                _ => field.member.clone(),
            },
            local: names::local(index),
            ty: match self.borrowed {
                true => field.borrowed.ty.clone(),
                false => field.ty.to_token_stream(),
            },
            borrowed: self.borrowed,
            span: field.original.ty.span().resolved_at(Span::call_site()),
        });
        fields.collect()
    }

    fn skipped(&self, fields: &'a [Field<'a>]) -> Vec<&'a Field<'a>> {
        fields.iter().filter(|field| field.skip.is_some() && !self.borrowed).collect()
    }

    /// All fields on the wire.
    pub(crate) fn fields(&self) -> impl Iterator<Item = FormField<'a>> {
        let model: &'a Model<'a> = self.model;
        let lists: Vec<_> = match &model.body {
            Body::Struct(fields) => vec![fields],
            Body::Enum(body) => body.variants.iter().map(|variant| &variant.fields).collect(),
        };
        let fields: Vec<_> =
            lists.into_iter().flat_map(|list| self.list(&list.list, list.style, 0)).collect();
        fields.into_iter()
    }
}

/// The hidden field: behind the others in a tuple struct.
pub(crate) fn marker_member(model: &Model<'_>) -> Member {
    let kept = model.fields().filter(|field| field.skip.is_none());
    match &model.body {
        Body::Struct(fields) if fields.style == Style::Tuple => {
            Member::Unnamed(Index::from(kept.count()))
        }
        _ => Member::Named(names::marker(&kept.map(|field| &field.member).collect::<Vec<_>>())),
    }
}

/// The parameters as arguments. Lifetimes are left out: variants do not take them.
fn turbofish(generics: &Generics) -> TokenStream {
    let params: Vec<_> = generics
        .params
        .iter()
        .filter_map(|param| match param {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(param) => Some(&param.ident),
            GenericParam::Const(param) => Some(&param.ident),
        })
        .collect();
    match params.is_empty() {
        true => TokenStream::new(),
        false => quote!(::<#(#params),*>),
    }
}

impl Record<'_> {
    /// Which variant it is.
    pub(crate) fn variant(&self) -> Literal {
        Literal::usize_unsuffixed(self.variant)
    }

    /// The value, of a value for each field.
    pub(crate) fn construct(
        &self,
        value: impl Fn(&FormField<'_>) -> TokenStream,
        paths: &Paths,
    ) -> TokenStream {
        let Self { path, fields, marker, .. } = self;
        let fields = fields.iter().map(|field| {
            let (member, value) = (&field.member, value(field));
            quote!(#member: #value,)
        });
        let tag = self.tag.iter().map(|member| quote!(#member: __tag,));
        let skipped = self.skipped.iter().map(|field| {
            let (member, value) = (&field.member, default_of(field, paths));
            quote!(#member: #value,)
        });
        quote!(#path { #(#tag)* #(#fields)* #(#skipped)* #marker })
    }

    /// A pattern that binds the fields' locals.
    pub(crate) fn pattern(&self) -> TokenStream {
        let Self { path, fields, .. } = self;
        let fields = fields.iter().map(|FormField { member, local, .. }| quote!(#member: #local,));
        quote!(#path { #(#fields)* .. })
    }

    /// The same, and the tag of `other` as `__tag`.
    pub(crate) fn pattern_with_tag(&self) -> TokenStream {
        let Self { path, fields, .. } = self;
        let fields = fields.iter().map(|FormField { member, local, .. }| quote!(#member: #local,));
        let tag = self.tag.iter().map(|member| quote!(#member: __tag,));
        quote!(#path { #(#tag)* #(#fields)* .. })
    }

    /// The members that are not on the wire, with their values.
    pub(crate) fn skipped_values(
        &self,
        paths: &Paths,
    ) -> impl Iterator<Item = (&Member, TokenStream)> {
        self.skipped.iter().map(|field| (&field.member, default_of(field, paths)))
    }
}

/// The value of a field that is not on the wire.
fn default_of(field: &Field<'_>, paths: &Paths) -> TokenStream {
    match field.default.as_ref().map(|default| &default.value) {
        Some(DefaultArg::Value(value)) => quote!(#value),
        _ => {
            let (private, ty) = (paths.private(), &field.ty);
            let span = field.original.ty.span().resolved_at(Span::call_site());
            quote_spanned!(span=> <#ty as #private::Default>::default())
        }
    }
}

impl FormField<'_> {
    /// The value of a field that the input ends before.
    pub(crate) fn default(&self, paths: &Paths) -> TokenStream {
        let (private, ty) = (paths.private(), &self.ty);
        let len = written::byte_array(&self.field.ty).filter(|_| !self.field.borrowed.same);
        match (self.field.default.as_ref().map(|default| &default.value), len) {
            // Constants, so that a reference to them lives long enough.
            (Some(DefaultArg::Value(value)), Some(_)) if self.borrowed => quote!(const { &#value }),
            (Some(DefaultArg::Value(value)), _) => quote!(#value),
            // References to arrays have no `Default`.
            (_, Some(len)) if self.borrowed => quote!(const { &[0; #len] }),
            _ => respan(quote!(<#ty as #private::Default>::default()), self.span),
        }
    }
}
