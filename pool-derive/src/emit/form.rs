//! One form of a message, owned or borrowed: what the emitters of shared impls work on.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned as _;

use crate::model::{Message, ToOwned};
use crate::names;
use crate::paths::Paths;

pub(crate) struct Form<'a> {
    pub(crate) message: &'a Message<'a>,
    /// The type's name, also its constructor.
    pub(crate) name: &'a Ident,
    /// The type with its lifetime, if it has one.
    pub(crate) ty: TokenStream,
    /// The impl's generics, if the type has a lifetime.
    pub(crate) generics: TokenStream,
    pub(crate) fields: Vec<FormField<'a>>,
    /// The initializer of the field that names `'decoder` where no other does.
    pub(crate) marker: Option<TokenStream>,
}

pub(crate) struct FormField<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) label: &'a str,
    /// The local that holds its value while the others are decoded.
    pub(crate) local: Ident,
    pub(crate) ty: TokenStream,
    /// The bound of a type that has none of its own.
    pub(crate) max_len: Option<&'a Expr>,
    /// Where errors about the type are reported.
    pub(crate) span: Span,
}

impl<'a> Form<'a> {
    pub(crate) fn owned(message: &'a Message<'a>) -> Self {
        let fields = message.fields.iter().enumerate().map(|(index, field)| FormField {
            ident: field.ident,
            label: &field.label,
            local: names::local(index),
            ty: field.ty.to_token_stream(),
            max_len: field.max_len.as_ref().map(|max| &max.value),
            span: field.original.ty.span().resolved_at(Span::call_site()),
        });
        Self {
            message,
            name: message.name,
            ty: message.name.to_token_stream(),
            generics: TokenStream::new(),
            fields: fields.collect(),
            marker: None,
        }
    }

    /// The borrowed form, if the message has one.
    pub(crate) fn borrowed(message: &'a Message<'a>, paths: &Paths) -> Option<Self> {
        let name = message.borrowed.as_ref()?;
        let fields = message.fields.iter().enumerate().map(|(index, field)| FormField {
            ident: field.ident,
            label: &field.label,
            local: names::local(index),
            ty: field.borrowed.ty.clone(),
            // A `SeqRef` carries the bound in its type.
            max_len: (field.borrowed.to_owned != ToOwned::Seq)
                .then(|| field.max_len.as_ref().map(|max| &max.value))
                .flatten(),
            span: field.original.ty.span().resolved_at(Span::call_site()),
        });
        let private = paths.private();
        let points = message.fields.iter().any(|field| field.borrowed.points);
        Some(Self {
            message,
            name,
            ty: quote!(#name<'decoder>),
            generics: quote!(<'decoder>),
            fields: fields.collect(),
            marker: (!points).then(|| quote!(__decoder: #private::PhantomData,)),
        })
    }

    /// The schema, which both forms have from the owned one.
    pub(crate) fn schema(&self, paths: &Paths) -> TokenStream {
        let (private, owned) = (paths.private(), self.message.name);
        quote!(<#owned as #private::Wire>::SCHEMA)
    }
}

impl FormField<'_> {
    /// The type that the field has on the wire.
    pub(crate) fn wire_ty(&self, lifetime: &TokenStream, paths: &Paths) -> TokenStream {
        let (private, ty) = (paths.private(), &self.ty);
        match self.max_len {
            Some(max) => quote!(#private::BoundedValue<#lifetime, #ty, { #max }>),
            None => quote!(#ty),
        }
    }

    /// A reference to the field of `self`, as a value of [`wire_ty`](Self::wire_ty).
    pub(crate) fn value(&self, paths: &Paths) -> TokenStream {
        let (private, ident, ty) = (paths.private(), self.ident, &self.ty);
        match self.max_len {
            Some(max) => quote!(&#private::BoundedValue::<#ty, { #max }>(&self.#ident)),
            None => quote!(&self.#ident),
        }
    }

    /// An item of `trait_name` for the type on the wire, at the field's type.
    pub(crate) fn item(&self, trait_name: &str, item: &str, paths: &Paths) -> TokenStream {
        let (private, ty) = (paths.private(), self.wire_ty(&quote!('_), paths));
        let (trait_name, item) = (names::item(trait_name), names::item(item));
        quote_spanned!(self.span=> <#ty as #private::#trait_name>::#item)
    }

    /// A function that reads the field.
    pub(crate) fn decode_fn(&self, name: &str, paths: &Paths) -> TokenStream {
        let (private, ty, name) = (paths.private(), &self.ty, names::item(name));
        match self.max_len {
            Some(max) => quote_spanned!(self.span=>
                <#private::MaxLen<{ #max }> as #private::BoundedDecode<'decoder, #ty>>::#name
            ),
            None => quote_spanned!(self.span=> <#ty as #private::Decodable<'decoder>>::#name),
        }
    }
}

/// `Fields`, by which loggers and tests read all messages alike.
pub(crate) fn emit_fields(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { ty, generics, .. }) = (paths.private(), form);
    let visits = form.fields.iter().map(|field| {
        let (label, value, ty) =
            (field.label, field.value(paths), field.wire_ty(&quote!('_), paths));
        let len = field.item("Encodable", "encoded_len", paths);
        // Without `len` the bound of `field` would report a type once more, in other words.
        quote! {
            let _ = #len;
            #private::FieldVisitor::field::<#ty>(__visitor, #label, #value);
        }
    });
    quote! {
        #[automatically_derived]
        impl #generics #private::Fields for #ty {
            fn visit_fields<__V: #private::FieldVisitor>(&self, __visitor: &mut __V) {
                #(#visits)*
            }
        }
    }
}
