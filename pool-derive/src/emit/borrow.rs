//! The borrowed form: its declaration, and the ways between it and the owned form.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Generics, Member, TypeParam, parse_quote};

use super::form::{Form, FormField, marker_member};
use super::lend::{self, Pair};
use super::standard;
use crate::attrs::documented;
use crate::bounds::{self, Need};
use crate::model::{Body, Field, Fields, Layout, Model, Style};
use crate::paths::Paths;

/// `FooRef<'decoder>`, documented field by field, since users name it and read its docs.
pub(crate) fn declaration(
    model: &Model<'_>,
    form: Option<&Form<'_>>,
    paths: &Paths,
) -> Option<TokenStream> {
    let Some(form) = form else { return alias(model) };
    let (private, name, owned) = (paths.private(), form.name, model.name);
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
                quote!(#[doc(hidden)] #vis #name #private::PhantomData<&'decoder ()>,)
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

/// `ZeroCopy` and what follows from it.
pub(crate) fn emit(owned: &Form<'_>, form: Option<&Form<'_>>, paths: &Paths) -> TokenStream {
    let Some(borrowed) = &owned.model.borrowed else { return TokenStream::new() };
    let (from, to) = match form {
        Some(form) => (from_borrowed(owned, form, paths), as_borrowed(owned, form, paths)),
        None => copies(owned, borrowed.key, paths),
    };
    let (private, ty) = (paths.private(), &owned.ty);
    let mut generics = bounds::generics(owned, Need::ZeroCopy, paths);
    if form.is_none() && !bounds::params(owned.model).is_empty() {
        generics.make_where_clause().predicates.push(parse_quote!(#ty: #private::Copy));
    }
    let follows = match form {
        Some(form) => lend::emit(&pair(form, generics.clone()), paths),
        None => lend::emit_alias(ty, &generics, paths),
    };
    let borrowed = lend::borrowed_at(&borrowed.name, &generics, "'decoder");
    let (parameters, _, clause) = generics.split_for_impl();
    let standard = form.map(|form| standard::emit(form, paths));
    quote! {
        #[automatically_derived]
        impl #parameters #private::ZeroCopy for #ty #clause {
            type Ref<'decoder> = #borrowed;

            fn from_borrowed(__borrowed: &<#ty as #private::ZeroCopy>::Ref<'_>) -> Self {
                #from
            }

            fn as_borrowed(&self) -> <#ty as #private::ZeroCopy>::Ref<'_> {
                #to
            }
        }
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
fn copies(owned: &Form<'_>, key: Span, paths: &Paths) -> (TokenStream, TokenStream) {
    let (private, ty) = (paths.private(), &owned.ty);
    let copied = quote_spanned!(key.resolved_at(Span::call_site())=> __copied::<#ty>);
    let from = quote! {
        fn __copied<__T: #private::Copy>(__value: &__T) -> __T {
            *__value
        }
        #copied(__borrowed)
    };
    (from, quote!(<#ty as #private::ZeroCopy>::from_borrowed(self)))
}

/// A match from one form to the other, or a struct's fields.
fn convert(
    from: &Form<'_>,
    to: &Form<'_>,
    place: &TokenStream,
    convert: impl Fn(&FormField<'_>, TokenStream) -> TokenStream,
    paths: &Paths,
) -> TokenStream {
    let body = match &from.model.body {
        Body::Struct(_) => {
            let (Some(source), Some(target)) = (from.record(), to.record()) else {
                return TokenStream::new();
            };
            let locals = source.fields.iter().map(|field| {
                let FormField { member, local, .. } = field;
                let value = convert(field, quote!(&#place.#member));
                quote!(let #local = #value;)
            });
            let target = target.construct(paths);
            return quote!(#(#locals)* #target);
        }
        Body::Enum(body) => body,
    };
    let variants = from.variants(body).zip(to.variants(body));
    let arms = variants.map(|((_, source), (_, target))| {
        let locals = source.fields.iter().map(|field| {
            let local = &field.local;
            let value = convert(field, quote!(#local));
            quote!(let #local = #value;)
        });
        let (pattern, target) = (source.pattern_with_tag(), target.construct(paths));
        let tag = source.tag.as_ref().map(|_| quote!(let __tag = *__tag;));
        quote!(#pattern => { #tag #(#locals)* #target })
    });
    quote!(match #place { #(#arms)* })
}

fn from_borrowed(owned: &Form<'_>, form: &Form<'_>, paths: &Paths) -> TokenStream {
    let to_owned = |field: &FormField<'_>, value| way(field, value, "from_borrowed", paths);
    convert(form, owned, &quote!(__borrowed), to_owned, paths)
}

fn as_borrowed(owned: &Form<'_>, form: &Form<'_>, paths: &Paths) -> TokenStream {
    let to_borrowed = |field: &FormField<'_>, value| way(field, value, "as_borrowed", paths);
    convert(owned, form, &quote!(self), to_borrowed, paths)
}

/// One field's way to the other form.
fn way(field: &FormField<'_>, value: TokenStream, way: &str, paths: &Paths) -> TokenStream {
    let (private, Field { ty, .. }) = (paths.private(), field.field);
    if field.field.borrowed.same {
        // That it is `Copy` is said where the form is declared.
        return quote!(#private::Clone::clone(#value));
    }
    // At the user's own span and not one of the expansion, so that what the path lacks and what the
    // argument lacks is the same error, reported once.
    let span = field.field.original.ty.span();
    let (local, way) = (Ident::new("__field", span), Ident::new(way, span));
    let converted = match &field.field.layout {
        Layout::Own => quote_spanned!(span=> <#ty as #private::ZeroCopy>::#way(#local)),
        Layout::As(codec) => {
            quote_spanned!(span=> <#codec as #private::BorrowAs<#ty>>::#way(#local))
        }
    };
    quote!({ let #local = #value; #converted })
}
