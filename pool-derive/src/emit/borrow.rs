//! The borrowed form: its declaration, and the ways between it and the owned form.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Generics, Member, TypeParam, parse_quote};

use super::bounds::{self, Need};
use super::form::{Form, FormField, marker_member};
use super::generics;
use super::pair::{self, Pair};
use super::standard;
use crate::attrs::documented;
use crate::model::{Body, Field, Fields, Model, Style};
use crate::paths::{Paths, respan};

/// `FooRef<'decoder>`, documented field by field, since users name it and read its docs.
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
    // With the defaults of parameters, which impls do not repeat.
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
                quote!(#doc #(#forwarded)* #ident #fields,)
            });
            quote!(enum #name #parameters #clause { #(#variants)* })
        }
    };
    let own = standard::derived(form, paths);
    let asked = model.derives.as_ref().map(|derives| {
        let derives = &derives.value;
        quote!(#[derive(#(#derives),*)])
    });
    Some(quote! {
        #[doc = #intro]
        #[doc = ""]
        #(#forwarded)*
        #own
        #asked
        #vis #shape
    })
}

/// The fields of a declaration; those of a struct have a visibility of their own.
fn fields_of(fields: &Fields<'_>, owned: &Ident, of_struct: bool) -> TokenStream {
    let kept = fields.list.iter().filter(|field| field.skip.is_none());
    kept.map(|field| {
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

/// The name that borrowed forms use for an enum that has nothing to borrow.
fn alias(model: &Model<'_>) -> Option<TokenStream> {
    let Model { name, vis, generics, .. } = model;
    let borrowed = &model.borrowed.as_ref()?.name;
    let doc = format!(" Borrowed form of [`{name}`]: the same.");
    let (_, arguments, _) = generics.split_for_impl();
    // Bounds of an alias are not enforced, says the compiler.
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

/// `Borrow` and what follows from it.
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
    let at = |lifetime| pair::borrowed_at(&borrowed.name, &bare, lifetime);
    let (decoder, any) = (at("'decoder"), at("'_"));
    let follows = match form {
        Some(form) => pair::emit(&pair(form, bare.clone()), paths),
        None => pair::emit_alias(ty, &bare, paths),
    };
    let (parameters, _, clause) = generics.split_for_impl();
    let (element, _, element_clause) = bare.split_for_impl();
    let standard = form.map(|form| standard::emit(form, paths));
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
        #follows
        #standard
    }
}

/// The two forms of a type that has two.
pub(crate) fn pair<'a>(form: &Form<'a>, generics: Generics) -> Pair<'a> {
    let model = form.model;
    Pair {
        owned: model.name,
        borrowed: form.name,
        vis: model.vis,
        generics,
        covariant: model.covariant(),
        key: model.borrowed.as_ref().map_or_else(Span::call_site, |form| form.key),
    }
}

/// Both ways of a type that is its own borrowed form. Where it is not `Copy`, `borrow` is at fault.
fn copies(key: Span, paths: &Paths) -> (TokenStream, TokenStream) {
    let private = paths.private();
    let copied = quote_spanned!(key.resolved_at(Span::call_site())=> #private::copied::<Self>);
    (quote!(#copied(__borrowed)), quote!(*__value))
}

/// A match from one form to the other, or a struct's fields, each converted by `Borrow`'s function `way`.
fn convert(
    from: &Form<'_>,
    to: &Form<'_>,
    place: &TokenStream,
    way: &str,
    paths: &Paths,
) -> TokenStream {
    match &from.model.body {
        Body::Struct(_) => {
            let (Some(source), Some(target)) = (from.record(), to.record()) else {
                return TokenStream::new();
            };
            let value = |field: &FormField<'_>| {
                let member = source.fields.get(field.position).map(|field| &field.member);
                one(from.model, field, quote!(&#place.#member), way, paths)
            };
            target.construct(value, paths)
        }
        Body::Enum(body) => {
            let variants = from.variants(body).zip(to.variants(body));
            let arms = variants.map(|((_, source), (_, target))| {
                let value = |field: &FormField<'_>| {
                    let local = &field.local;
                    one(from.model, field, quote!(#local), way, paths)
                };
                let (pattern, target) = (source.pattern_with_tag(), target.construct(value, paths));
                let tag = source.tag.as_ref().map(|_| quote!(let __tag = *__tag;));
                quote!(#pattern => { #tag #target })
            });
            quote!(match #place { #(#arms)* })
        }
    }
}

/// One field in the other form.
fn one(
    model: &Model<'_>,
    field: &FormField<'_>,
    value: TokenStream,
    way: &str,
    paths: &Paths,
) -> TokenStream {
    let (private, codec, layout) = (paths.private(), &field.field.codec, &model.layout);
    if field.field.borrowed.same {
        // The declaration of the form says that it is `Copy`.
        return quote!(#private::Clone::clone(#value));
    }
    // At the user's own span and not one of the expansion, so that the compiler finds the error of the path and that of
    // the argument to be the same.
    let span = field.field.original.ty.span();
    let (way, value) = (Ident::new(way, span), respan(value, span));
    quote_spanned!(span=> <#codec as #private::Borrow<#layout>>::#way(#value))
}
