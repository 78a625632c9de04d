//! One form of a type, owned or borrowed. The emitters of shared impls take a form.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Generics, Index, Member, Type};

use super::generics;
use crate::attrs::DefaultArg;
use crate::lower::type_syntax;
use crate::model::{Body, Enum, Field, FormShape, Model, Style, Variant, VariantTag};
use crate::names;
use crate::paths::Paths;

/// The owned or the borrowed form of a type.
pub(crate) struct Form<'a> {
    pub(crate) model: &'a Model<'a>,
    /// Whether this is the borrowed form.
    pub(crate) borrowed: bool,
    pub(crate) name: &'a Ident,
    /// The generic arguments of patterns and struct expressions. They are explicit, because to infer them the
    /// compiler would have to try every layout.
    arguments: TokenStream,
    /// The type with its arguments.
    pub(crate) ty: TokenStream,
    /// The owned type with its arguments.
    pub(crate) owned: TokenStream,
    /// The parameters and the where-clause of the type's declaration.
    pub(crate) generics: Generics,
    /// The initializer of the marker field.
    pub(crate) marker: Option<TokenStream>,
}

/// A struct or a variant with its fields.
pub(crate) struct Record<'a> {
    /// The path of the struct or variant in expressions and patterns.
    pub(crate) path: TokenStream,
    /// The fields on the wire, after the tag.
    pub(crate) fields: Vec<FormField<'a>>,
    /// The field of `other` that stores the tag. Its local variable is `__tag`.
    pub(crate) tag: Option<FormField<'a>>,
    /// The fields that are not on the wire.
    skipped: Vec<&'a Field<'a>>,
    marker: Option<TokenStream>,
    /// The index of the variant in the schema.
    variant: usize,
}

/// A field of one form.
pub(crate) struct FormField<'a> {
    pub(crate) field: &'a Field<'a>,
    pub(crate) member: Member,
    /// The local variable with the field's value, or with a reference to it.
    pub(crate) local: Ident,
    pub(crate) ty: TokenStream,
    /// The type that implements `Encode` for the field.
    pub(crate) codec: TokenStream,
    /// The index among the record's fields on the wire, as a number and as a token.
    pub(crate) position: usize,
    pub(crate) index: Literal,
    /// Whether this is a field of the borrowed form.
    borrowed: bool,
    /// The span of errors about the codec: the adapter of `with`, or the type.
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
        let marker = (form.shape == FormShape::TypeWithMarker).then(|| {
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

    /// Whether `validate` takes the borrowed form while this is the owned form.
    pub(crate) fn lends_to_validate(&self) -> bool {
        let borrowed = self.model.borrowed.as_ref();
        let has_form = borrowed.is_some_and(|form| form.shape != FormShape::Alias);
        self.model.validate.is_some() && has_form && !self.borrowed
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
            // In the schema `other` follows the variants with a tag of their own.
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
        let tag = variant
            .tag_field()
            .and_then(|_| self.list(&list.list, list.style, 0).into_iter().next());
        Record {
            path: quote!(#name::#ident #arguments),
            fields: self.list(&list.list, list.style, usize::from(tag.is_some())),
            tag: tag.map(|field| FormField { local: names::tag(), ..field }),
            skipped: self.skipped(&list.list),
            marker: None,
            variant: index,
        }
    }

    /// The fields on the wire, starting with the one at `first`.
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
                // The borrowed form has no skipped fields, so the fields after them move up.
                Style::Tuple if self.borrowed => Member::Unnamed(Index::from(index)),
                _ => field.member.clone(),
            },
            local: names::local(index),
            ty: match self.borrowed {
                true => field.borrowed.ty.clone(),
                false => field.ty.to_token_stream(),
            },
            borrowed: self.borrowed,
            span: match &field.with {
                Some(with) => with.value.span(),
                None => field.original.ty.span(),
            }
            .resolved_at(Span::call_site()),
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

/// The marker field of the borrowed form. In a tuple struct it is the last field.
pub(crate) fn marker_member(model: &Model<'_>) -> Member {
    let on_wire = model.fields().filter(|field| field.skip.is_none());
    match &model.body {
        Body::Struct(fields) if fields.style == Style::Tuple => {
            Member::Unnamed(Index::from(on_wire.count()))
        }
        _ => Member::Named(names::marker_field(
            &on_wire.map(|field| &field.member).collect::<Vec<_>>(),
        )),
    }
}

/// The type and const parameters as generic arguments. Variants do not take lifetimes.
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
    /// The index of the variant in the schema.
    pub(crate) fn variant(&self) -> Literal {
        Literal::usize_unsuffixed(self.variant)
    }

    /// An expression that constructs the value. `value` returns the expression of a field.
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
        let tag = self.tag.iter().map(|FormField { member, local, .. }| quote!(#member: #local,));
        let skipped = self.skipped.iter().map(|field| {
            let (member, value) = (&field.member, default_of(field, paths));
            quote!(#member: #value,)
        });
        quote!(#path { #(#tag)* #(#fields)* #(#skipped)* #marker })
    }

    /// A pattern that binds the local variables of the fields.
    pub(crate) fn pattern(&self) -> TokenStream {
        let Self { path, fields, .. } = self;
        let fields = fields.iter().map(|FormField { member, local, .. }| quote!(#member: #local,));
        quote!(#path { #(#fields)* .. })
    }

    /// Like [`pattern`](Self::pattern); it also binds the tag of `other` to `__tag`.
    pub(crate) fn pattern_with_tag(&self) -> TokenStream {
        let Self { path, fields, .. } = self;
        let fields = fields.iter().map(|FormField { member, local, .. }| quote!(#member: #local,));
        let tag = self.tag.iter().map(|FormField { member, local, .. }| quote!(#member: #local,));
        quote!(#path { #(#tag)* #(#fields)* .. })
    }

    /// The skipped members, with their values.
    pub(crate) fn skipped_values(
        &self,
        paths: &Paths,
    ) -> impl Iterator<Item = (&Member, TokenStream)> {
        self.skipped.iter().map(|field| (&field.member, default_of(field, paths)))
    }
}

/// The value of a skipped field.
fn default_of(field: &Field<'_>, paths: &Paths) -> TokenStream {
    match field.default.as_ref().map(|default| &default.value) {
        Some(DefaultArg::Value(value)) => quote!(#value),
        _ => {
            let span = field.original.ty.span().resolved_at(Span::call_site());
            own_default(&field.ty, &field.ty.to_token_stream(), false, span, paths)
        }
    }
}

/// The value of `Default` for a field of the type `ty`, which is `form` in the form at hand. The standard library
/// implements `Default` only for arrays of up to 32 elements, so arrays are filled with the default of their elements,
/// also in boxes and tuples. If the form is `borrowed`, it has no boxes, and its arrays of bytes are references, which
/// have no `Default`.
fn own_default(
    ty: &Type,
    form: &TokenStream,
    borrowed: bool,
    span: Span,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private_at(span);
    let of = |ty| own_default(ty, &quote!(_), borrowed, span, paths);
    if let Some(len) = type_syntax::byte_array(ty).filter(|_| borrowed) {
        // A reference to a constant is `'static`.
        return quote!(const { &[0; #len] });
    }
    match type_syntax::ungrouped(ty) {
        ty if !type_syntax::has_array(ty) => {
            quote_spanned!(span=> <#form as #private::Default>::default())
        }
        Type::Array(array) => {
            let element = of(&array.elem);
            quote_spanned!(span=> #private::array_from_fn(|_| #element))
        }
        Type::Tuple(tuple) => {
            let elements = tuple.elems.iter().map(of);
            quote!((#(#elements,)*))
        }
        ty => match type_syntax::boxed(ty).map(type_syntax::ungrouped) {
            Some(content) if borrowed => of(content),
            // A large array in a box does not pass through the stack.
            Some(Type::Array(array)) => {
                let element = of(&array.elem);
                quote_spanned!(span=> #private::boxed_array(|_| #element))
            }
            content => {
                let content = content.map(of);
                quote_spanned!(span=> #private::Box::new(#content))
            }
        },
    }
}

impl FormField<'_> {
    /// The value of a field that is absent from the input.
    pub(crate) fn default(&self, paths: &Paths) -> TokenStream {
        let (private, ty, form) = (paths.private(), &self.ty, &self.field.borrowed);
        let borrowed = self.borrowed && !form.unchanged;
        let bytes = borrowed && type_syntax::byte_array(&self.field.ty).is_some();
        match self.field.default.as_ref().map(|default| &default.value) {
            // A reference to a constant is `'static`.
            Some(DefaultArg::Value(value)) if bytes => quote!(const { &#value }),
            Some(DefaultArg::Value(value)) => quote!(#value),
            _ => {
                let span = self.field.original.ty.span().resolved_at(Span::call_site());
                match borrowed && form.projected && !bytes {
                    // The compiler cannot see that the form is an array.
                    true => quote_spanned!(span=> <#ty as #private::Default>::default()),
                    false => own_default(&self.field.ty, ty, borrowed, span, paths),
                }
            }
        }
    }
}
