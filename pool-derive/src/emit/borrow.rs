//! The borrowed form: its declaration, and the conversions between both forms.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Generics, Member, TypeParam, parse_quote};

use super::bounds::{self, Need};
use super::form::{Form, FormField, marker_member};
use super::form_pair::{self, FormPair};
use super::generics;
use super::std_traits;
use crate::attrs::documented;
use crate::model::{Body, Field, Fields, Model, Style};
use crate::paths::{Paths, respan};

/// The declaration of `FooRef<'decoder>`. Users name the type, so it and its fields have docs.
pub(crate) fn declaration(
    model: &Model<'_>,
    form: Option<&Form<'_>>,
    paths: &Paths,
) -> Option<TokenStream> {
    let Some(form) = form else { return alias(model) };
    let (absolute, name, owned) = (paths.absolute(), form.name, model.name);
    let Model { vis, forwarded, body, .. } = model;
    let intro = format!(
        " Borrowed form of [`{owned}`]: variable-length fields point into the decoder's input."
    );
    // The declaration keeps the defaults of parameters, which `split_for_impl` drops.
    let (parameters, (_, _, clause)) = (&form.generics, form.generics.split_for_impl());
    let shape = match body {
        Body::Struct(fields) => {
            let marker = form.marker.as_ref().map(|_| {
                let name = match marker_member(model) {
                    Member::Named(name) => Some(quote!(#name:)),
                    Member::Unnamed(_) => None,
                };
                quote!(#[doc(hidden)] #vis #name #absolute::PhantomData<&'decoder ()>,)
            });
            let style = match (&marker, fields.style) {
                (Some(_), Style::Unit) => Style::Named,
                (_, style) => style,
            };
            let fields = fields_of(fields, owned, true);
            match style {
                Style::Named => quote!(struct #name #parameters #clause { #fields #marker }),
                Style::Unit => quote!(struct #name #parameters #clause;),
                Style::Tuple => quote!(struct #name #parameters (#fields #marker) #clause;),
            }
        }
        Body::Enum(body) => {
            let variants = body.variants.iter().map(|variant| {
                let (ident, forwarded) = (variant.ident, &variant.forwarded);
                let doc = (!documented(forwarded)).then(|| {
                    let doc = format!(" Variant `{ident}` of [`{owned}`].");
                    quote!(#[doc = #doc])
                });
                let fields = fields_of(&variant.fields, owned, false);
                let fields = match variant.fields.style {
                    Style::Named => quote!({ #fields }),
                    Style::Tuple => quote!((#fields)),
                    Style::Unit => TokenStream::new(),
                };
                let value = variant.discriminant.map(|value| quote!(= #value));
                quote!(#doc #(#forwarded)* #ident #fields #value,)
            });
            quote!(enum #name #parameters #clause { #(#variants)* })
        }
    };
    let standard = std_traits::derive(form, paths);
    let requested = model.derives.as_ref().map(|derives| {
        let derives = &derives.value;
        quote!(#[derive(#(#derives),*)])
    });
    Some(quote! {
        #[doc = #intro]
        #[doc = ""]
        #(#forwarded)*
        #standard
        #requested
        #vis #shape
    })
}

/// The fields of a declaration. Only the fields of structs have a visibility.
fn fields_of(fields: &Fields<'_>, owned: &Ident, of_struct: bool) -> TokenStream {
    let on_wire = fields.list.iter().filter(|field| field.skip.is_none());
    on_wire
        .map(|field| {
            let Field { original, label, forwarded, borrowed, .. } = field;
            let (vis, ty) = (of_struct.then_some(&original.vis), &borrowed.ty);
            let doc = (!documented(forwarded)).then(|| {
                let doc = format!(" Field `{label}` of [`{owned}`].");
                quote!(#[doc = #doc])
            });
            let name = original.ident.as_ref().map(|ident| quote!(#ident:));
            quote!(#doc #(#forwarded)* #vis #name #ty,)
        })
        .collect()
}

/// The alias `FooRef` of a type that has nothing to borrow.
fn alias(model: &Model<'_>) -> Option<TokenStream> {
    let Model { name, vis, generics, .. } = model;
    let borrowed = &model.borrowed.as_ref()?.name;
    let doc = format!(" Borrowed form of [`{name}`]: the same.");
    let (_, arguments, _) = generics.split_for_impl();
    // The compiler warns about bounds in an alias, because it does not enforce them.
    let params = generics.params.iter().map(|param| match param {
        GenericParam::Type(TypeParam { ident, default, .. }) => {
            let default = default.as_ref().map(|(_, default)| quote!(= #default));
            quote!(#ident #default)
        }
        param => quote!(#param),
    });
    Some(quote! {
        #[doc = #doc]
        #vis type #borrowed<'decoder, #(#params),*> = #name #arguments;
    })
}

/// `Borrow`, and the impls that build on it.
pub(crate) fn emit(owned: &Form<'_>, form: Option<&Form<'_>>, paths: &Paths) -> TokenStream {
    let Some(borrowed) = &owned.model.borrowed else { return TokenStream::new() };
    let (own, lend) = match form {
        Some(form) => (
            convert(form, owned, &quote!(__borrowed), "own", paths),
            convert(owned, form, &quote!(__value), "lend", paths),
        ),
        None => copies(borrowed.key, paths),
    };
    let (private, ty) = (paths.private(), &owned.ty);
    let mut bare = bounds::bare(owned, Need::Borrow, paths);
    if form.is_none() && !generics::params(owned.model).is_empty() {
        bare.make_where_clause().predicates.push(parse_quote!(#ty: #private::Copy));
    }
    let mut generics = bare.clone();
    generics.params.push(parse_quote!(__L: #private::Layout));
    let at = |lifetime| form_pair::borrowed_at(&borrowed.name, &bare, lifetime);
    let (decoder, any) = (at("'decoder"), at("'_"));
    let conversions = match form {
        Some(form) => form_pair::emit(&pair(form, bare.clone()), paths),
        None => form_pair::emit_alias(ty, &bare, paths),
    };
    let (parameters, _, clause) = generics.split_for_impl();
    let (element, _, element_clause) = bare.split_for_impl();
    let standard = form.map(|form| std_traits::emit(form, paths));
    quote! {
        #[automatically_derived]
        impl #parameters #private::Borrow<__L> for #ty #clause {
            type Ref<'decoder> = #decoder;

            fn own(__borrowed: &#any) -> Self {
                #own
            }

            fn lend(__value: &Self) -> #any {
                #lend
            }
        }
        #[automatically_derived]
        impl #element #private::ArrayElement for #ty #element_clause {}
        #conversions
        #standard
    }
}

/// The owned form and `form`, its borrowed form.
pub(crate) fn pair<'a>(form: &Form<'a>, generics: Generics) -> FormPair<'a> {
    let model = form.model;
    FormPair {
        owned: model.name,
        borrowed: form.name,
        vis: model.vis,
        generics,
        covariant: model.covariant(),
        key: model.borrowed.as_ref().map_or_else(Span::call_site, |form| form.key),
    }
}

/// The conversions of a type that is its own borrowed form. If it is not `Copy`, the error is reported on `borrow`.
fn copies(key: Span, paths: &Paths) -> (TokenStream, TokenStream) {
    let span = key.resolved_at(Span::call_site());
    let private = paths.private_at(span);
    let copied = |value: &str| {
        let value = Ident::new(value, span);
        quote_spanned!(span=> #private::copied::<Self>(#value))
    };
    (copied("__borrowed"), copied("__value"))
}

/// An expression that converts `place` from one form to the other. `function` of `Borrow` converts each field.
fn convert(
    from: &Form<'_>,
    to: &Form<'_>,
    place: &TokenStream,
    function: &str,
    paths: &Paths,
) -> TokenStream {
    match &from.model.body {
        Body::Struct(_) => {
            let (Some(source), Some(target)) = (from.record(), to.record()) else {
                return TokenStream::new();
            };
            let value = |field: &FormField<'_>| {
                let member = source.fields.get(field.position).map(|field| &field.member);
                convert_field(from.model, field, quote!(&#place.#member), function, paths)
            };
            target.construct(value, paths)
        }
        Body::Enum(body) => {
            let variants = from.variants(body).zip(to.variants(body));
            let arms = variants.map(|((_, source), (_, target))| {
                let value = |field: &FormField<'_>| {
                    let local = &field.local;
                    convert_field(from.model, field, quote!(#local), function, paths)
                };
                let (pattern, target) = (source.pattern_with_tag(), target.construct(value, paths));
                let tag = source.tag.as_ref().map(|_| quote!(let __tag = *__tag;));
                quote!(#pattern => { #tag #target })
            });
            quote!(match #place { #(#arms)* })
        }
    }
}

/// An expression that converts one field to the other form.
fn convert_field(
    model: &Model<'_>,
    field: &FormField<'_>,
    value: TokenStream,
    function: &str,
    paths: &Paths,
) -> TokenStream {
    let (private, layout, form) = (paths.private(), &model.layout, &field.field.borrowed);
    let codec = form.converter.as_ref().unwrap_or(&field.field.codec);
    if form.unchanged {
        // The field is `Copy`, because the borrowed form derives `Copy`.
        return quote!(#private::Clone::clone(#value));
    }
    // With the user's own span, without the expansion, the errors of the path and of the argument are equal, and the
    // compiler merges them.
    let span = field.field.original.ty.span();
    let (function, value) = (Ident::new(function, span), respan(value, span));
    quote_spanned!(span=> <#codec as #private::Borrow<#layout>>::#function(#value))
}
