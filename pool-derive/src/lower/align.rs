//! The padding before fields with `align`.
//!
//! It is the same for all values, because the fields before have a fixed length, and it does not depend on where the
//! type is in a message: offsets count from the start of the type that has the field.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::lower::Lower;
use crate::model::{Field, Tag, TagSource};
use crate::names;

/// Puts the padding before the codecs of `fields` that have an alignment. `tag` is before the first of them.
pub(crate) fn pad(fields: &mut [Field<'_>], tag: Option<&Tag>, lower: &Lower<'_, '_>) {
    let (paths, layout) = (lower.container.paths, lower.container.inner_layout());
    let (private, library) = (paths.private(), paths.library());
    let part = |name: &str, align: &TokenStream, codec: &TokenStream| quote!((#name, #align, <#codec as #private::Encode<#layout>>::ENCODING));
    let tag = tag.filter(|tag| tag.source != TagSource::Size);
    let tag = tag.map(|tag| part("the tag", &quote!(1), &tag.codec(paths)));
    let mut before: Vec<TokenStream> = tag.into_iter().collect();
    for field in fields.iter_mut().filter(|field| field.skip.is_none()) {
        let Some(align) = field.align.as_ref().map(|align| &align.value) else {
            before.push(part(&field.label, &quote!(1), &field.codec));
            continue;
        };
        let private = paths.private_at(align.span());
        // A constant names no lifetime, so it has the codecs of the owned form.
        let value = quote_spanned!(align.span()=> #private::padding(#align, &[#(#before),*]));
        before.push(part(&field.label, &quote!(#align), &field.codec));
        let name = names::padding_const(lower.aligned.get());
        lower.aligned.set(lower.aligned.get().saturating_add(1));
        let padded = |codec: &TokenStream| quote!(#library::layout::Padded<#codec, { #name }>);
        field.codec = padded(&field.codec);
        field.borrowed.codec = padded(&field.borrowed.codec);
        field.padding = Some((name, value));
    }
}
