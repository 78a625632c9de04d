//! The items of the source: imports, aliases, structs, enums, and the set.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::RustError;
use super::aliases::Facts;
use super::layout::{has_wide_prefixes, len_key};
use super::types::{borrowed, ident, imports, owned, source};
use crate::model::{Definition, Field, Message, Reserved, Schema, Shape, Type, Variant};

/// All items, in the order of the schema: parts before the messages that use them.
pub(super) fn items(schema: &Schema) -> Result<Vec<TokenStream>, RustError> {
    let generator = Generator {
        schema,
        facts: Facts::new(schema),
        wide: has_wide_prefixes(schema),
        borrow: schema.types.iter().any(|definition| definition.borrow),
    };
    let mut items = vec![generator.imports()?];
    for definition in &schema.types {
        items.extend(generator.definition(definition)?);
    }
    items.push(generator.set()?);
    Ok(items)
}

struct Generator<'a> {
    schema: &'a Schema,
    facts: Facts<'a>,
    /// Whether a type of the schema has prefixes that are wider than their bounds need.
    wide: bool,
    /// Whether a type of the schema has a borrowed form.
    borrow: bool,
}

impl Generator<'_> {
    fn imports(&self) -> Result<TokenStream, RustError> {
        let mut names = BTreeSet::new();
        for definition in &self.schema.types {
            definition.for_each_type(|ty| {
                imports(ty, &mut |name| {
                    names.insert(name);
                })
            });
        }
        let header = &*self.schema.header.name;
        if matches!(header, "TlvHeader" | "Sv2Header") {
            names.insert(header);
        }
        if self.schema.keeps_unknown {
            names.insert("RawFrame");
        }
        let names = names.into_iter().map(ident).collect::<Result<Vec<_>, _>>()?;
        let names = match &*names {
            [] => quote!(),
            [only] => quote!(use pool_codec::#only;),
            names => quote!(use pool_codec::{#(#names),*};),
        };
        Ok(quote! {
            use pool_codec::prelude::*;
            #names
        })
    }

    fn definition(&self, definition: &Definition) -> Result<Vec<TokenStream>, RustError> {
        let (name, docs) = (ident(&definition.name)?, docs(&definition.docs));
        let message = self.schema.messages.iter().find(|message| is(&message.ty, &definition.name));
        let frame = self.frame_attribute(definition, message)?;
        let derives = self.derives(definition);
        Ok(match &definition.shape {
            Shape::Alias { path: Some(path), .. } => vec![import(path, &definition.name)?],
            Shape::Alias { ty: None, path: None } => Vec::new(),
            Shape::Alias { ty: Some(ty), path: None } => {
                let value = owned(ty, &definition.name)?;
                let mut items = vec![quote!(#docs pub type #name = #value;)];
                if self.borrow && !self.facts.is_copied(ty) && !self.facts.lacks_form(ty) {
                    let form = format_ident!("{name}Ref");
                    let value = borrowed(ty, &definition.name)?;
                    let of = format!(" The borrowed form of [`{}`].", definition.name);
                    items.push(quote!(#[doc = #of] pub type #form<'decoder> = #value;));
                }
                items
            }
            Shape::Struct { fields } if fields.is_empty() => {
                vec![quote!(#docs #derives #frame pub struct #name;)]
            }
            Shape::Struct { fields } => {
                let body = self.fields(fields, definition, true)?;
                let end = is_tuple(fields).then(|| quote!(;));
                vec![quote!(#docs #derives #frame pub struct #name #body #end)]
            }
            Shape::Enum { variants, other, tag, .. } => {
                let plain = is_plain(&definition.shape);
                let variants =
                    variants.iter().map(|variant| self.variant(variant, definition, plain));
                let variants = variants.collect::<Result<Vec<_>, _>>()?;
                let other = match other {
                    Some(other) => Some(self.other(other, *tag, definition)?),
                    None => None,
                };
                vec![quote!(#docs #derives #frame pub enum #name { #(#variants,)* #other })]
            }
        })
    }

    /// `#[frame(id = 1, borrow, ..)]`, if the type has any key.
    fn frame_attribute(
        &self,
        definition: &Definition,
        message: Option<&Message>,
    ) -> Result<TokenStream, RustError> {
        let mut keys = Vec::new();
        if let Some(Message { id, .. }) = message {
            let id = id_literal(*id)?;
            keys.push(quote!(id = #id));
        }
        if definition.borrow {
            keys.push(quote!(borrow));
        }
        if let Shape::Enum { tag: tag @ 2.., .. } = &definition.shape {
            let tag = tag_type(*tag);
            keys.push(quote!(tag = #tag));
        }
        keys.extend(len_key(definition, self.wide)?);
        if let Some(limit) = definition.max_size {
            let limit = Literal::u64_unsuffixed(limit);
            keys.push(quote!(max_size = #limit));
        }
        if let Some(Message { capacity: Some(capacity), .. }) = message {
            let capacity = Literal::u64_unsuffixed(*capacity);
            keys.push(quote!(capacity = #capacity));
        }
        if let Some(Message { max_trailing: trailing @ 1.., .. }) = message {
            let trailing = Literal::u64_unsuffixed(*trailing);
            keys.push(quote!(trailing = #trailing));
        }
        if let Shape::Enum { reserved, .. } = &definition.shape
            && !reserved.is_empty()
        {
            let ranges = ranges(reserved);
            keys.push(quote!(reserved = #ranges));
        }
        Ok(if keys.is_empty() { quote!() } else { quote!(#[frame(#(#keys),*)]) })
    }

    fn derives(&self, definition: &Definition) -> TokenStream {
        let copy = is_plain(&definition.shape) || self.facts.is_own_form(definition);
        let copy = copy.then(|| quote!(Copy,));
        let eq = self.facts.is_eq(&definition.name).then(|| quote!(Eq,));
        quote!(#[derive(Debug, Clone, #copy PartialEq, #eq Frame)])
    }

    /// `{ pub a: u8 }` or `(u8)`.
    fn fields(
        &self,
        fields: &[Field],
        definition: &Definition,
        public: bool,
    ) -> Result<TokenStream, RustError> {
        let vis = public.then(|| quote!(pub));
        let tuple = is_tuple(fields);
        let mut list = Vec::new();
        for field in fields {
            let (docs, attribute) = (docs(&field.docs), self.field_attribute(field, definition)?);
            let ty = owned(&field.ty, &definition.name)?;
            list.push(if tuple {
                quote!(#docs #attribute #vis #ty)
            } else {
                let name = ident(&field.name)?;
                quote!(#docs #attribute #vis #name: #ty)
            });
        }
        Ok(if tuple { quote!((#(#list),*)) } else { quote!({ #(#list),* }) })
    }

    fn field_attribute(
        &self,
        field: &Field,
        definition: &Definition,
    ) -> Result<TokenStream, RustError> {
        let mut keys = Vec::new();
        // The derive does not see whether the form of a named type borrows. An enum whose form is declared must borrow.
        let same_in_both =
            self.facts.is_own_form(definition) && self.facts.is_named_and_same(&field.ty);
        if definition.borrow && (self.facts.is_copied(&field.ty) || same_in_both) {
            keys.push(quote!(copy));
        }
        match (&field.default, field.optional) {
            (Some(default), _) => {
                let default: syn::Expr = source(default)?;
                keys.push(quote!(default = #default));
            }
            (None, true) => keys.push(quote!(default)),
            (None, false) => {}
        }
        if let Some(range) = &field.range {
            let range: syn::Expr = source(range)?;
            keys.push(quote!(range = #range));
        }
        Ok(if keys.is_empty() { quote!() } else { quote!(#[frame(#(#keys),*)]) })
    }

    fn variant(
        &self,
        variant: &Variant,
        definition: &Definition,
        plain: bool,
    ) -> Result<TokenStream, RustError> {
        let (name, docs) = (ident(&variant.name)?, docs(&variant.docs));
        let tag = Literal::u64_unsuffixed(variant.tag);
        if plain {
            return Ok(quote!(#docs #name = #tag));
        }
        let body = match &*variant.fields {
            [] => quote!(),
            fields => self.fields(fields, definition, false)?,
        };
        Ok(quote!(#docs #[frame(tag = #tag)] #name #body))
    }

    /// The variant for unknown tags, whose first field stores the tag.
    fn other(
        &self,
        other: &Variant,
        tag: u8,
        definition: &Definition,
    ) -> Result<TokenStream, RustError> {
        let (name, docs, tag) = (ident(&other.name)?, docs(&other.docs), tag_type(tag));
        let mut list = Vec::new();
        for field in &other.fields {
            let (docs, attribute) =
                (self::docs(&field.docs), self.field_attribute(field, definition)?);
            let ty = owned(&field.ty, &definition.name)?;
            let label = (!is_tuple(&other.fields)).then(|| ident(&field.name)).transpose()?;
            let label = label.map(|label| quote!(#label:));
            list.push(quote!(#docs #attribute #label #ty));
        }
        Ok(match is_tuple(&other.fields) {
            true => quote!(#docs #[frame(other)] #name(#tag, #(#list),*)),
            false => quote!(#docs #[frame(other)] #name { tag: #tag, #(#list),* }),
        })
    }

    fn set(&self) -> Result<TokenStream, RustError> {
        let schema = self.schema;
        let (name, docs) = (ident(&schema.name)?, docs(&schema.docs));
        let header: syn::Path = source(&schema.header.name)?;
        let mut keys = vec![quote!(header = #header)];
        let of = |message: &Message| match &message.ty {
            Type::Named(name) => schema.definition(name),
            _ => None,
        };
        let has_forms =
            schema.messages.iter().all(|message| of(message).is_some_and(|of| of.borrow));
        // The borrowed form of a set must use its lifetime.
        let borrows = schema.keeps_unknown
            || schema.messages.iter().any(|message| self.facts.borrows(&message.ty));
        if has_forms && borrows {
            keys.push(quote!(borrow));
        }
        if let Some(limit) = schema.max_payload {
            let limit = Literal::u64_unsuffixed(limit);
            keys.push(quote!(max_payload = #limit));
        }
        if !schema.reserved.is_empty() {
            let ranges = ranges(&schema.reserved);
            keys.push(quote!(reserved = #ranges));
        }
        let mut variants = Vec::new();
        for message in &schema.messages {
            let (variant, ty) = (ident(&message.name)?, owned(&message.ty, &message.name)?);
            variants.push(quote!(#variant(#ty)));
        }
        let other = schema.keeps_unknown.then(|| {
            quote! {
                /// A frame of another id.
                #[frame(other)]
                Unknown(RawFrame),
            }
        });
        let eq = schema.messages.iter().all(|message| self.facts.is_eq(&message.name));
        let eq = eq.then(|| quote!(Eq,));
        Ok(quote! {
            #docs
            #[derive(Debug, Clone, PartialEq, #eq FrameSet)]
            #[frames(#(#keys),*)]
            pub enum #name { #(#variants,)* #other }
        })
    }
}

/// An id: in decimal digits if it is small, otherwise in hexadecimal ones, as specifications have them.
fn id_literal(id: u32) -> Result<syn::LitInt, RustError> {
    match id {
        0..=0xFF => source(&id.to_string()),
        id => source(&format!("{id:#x}")),
    }
}

fn is(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Named(named) if named == name)
}

/// Whether the type is an enum without fields, which is `Copy`.
fn is_plain(shape: &Shape) -> bool {
    match shape {
        Shape::Enum { variants, other: None, .. } => {
            variants.iter().all(|variant| variant.fields.is_empty())
        }
        _ => false,
    }
}

/// Whether the fields are those of a tuple: `0`, `1` and so on.
fn is_tuple(fields: &[Field]) -> bool {
    let named_by_place = |(index, field): (usize, &Field)| field.name == index.to_string();
    fields.iter().enumerate().all(named_by_place)
}

fn tag_type(size: u8) -> proc_macro2::Ident {
    format_ident!("u{}", u16::from(size).saturating_mul(8))
}

/// `[3, 8..=15]`.
fn ranges(reserved: &[Reserved]) -> TokenStream {
    let ranges = reserved.iter().map(|Reserved { first, last }| {
        let [from, to] = [*first, *last].map(Literal::u64_unsuffixed);
        if first == last { quote!(#from) } else { quote!(#from..=#to) }
    });
    quote!([#(#ranges),*])
}

/// The import of an existing type under the name of the schema.
fn import(path: &str, name: &str) -> Result<TokenStream, RustError> {
    let (path, name) = (source::<syn::Path>(path)?, ident(name)?);
    let same = path.segments.last().is_some_and(|last| last.ident == name);
    Ok(if same { quote!(pub use #path;) } else { quote!(pub use #path as #name;) })
}

/// Doc comments, one per line.
fn docs(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}
