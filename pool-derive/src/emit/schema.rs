//! The schema: the layout as data, for tools.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::form::{Form, FormField};
use crate::model::{Body, Enum, VariantTag};
use crate::paths::Paths;

/// The expression of a type's schema.
pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, label, owned) = (paths.private(), &form.model.label, &form.owned);
    if let (Some(_), Some(record)) = (form.model.transparent, form.record())
        && let Some(field) = record.fields.first()
    {
        return field.fact("SCHEMA", paths);
    }
    let bounds = quote! {
        name: #label,
        max_size: <#owned as #private::Wire>::MAX_SIZE,
        max_trailing: <#owned as #private::Wire>::MAX_TRAILING,
    };
    match &form.model.body {
        Body::Struct(_) => {
            let fields = form.record().map(|record| list(&record.fields, paths));
            quote!(&#private::Schema::Struct { #bounds fields: #fields })
        }
        Body::Enum(body) => {
            let tag = Literal::usize_unsuffixed(body.tag.size);
            let variants = variants(form, body, paths);
            quote!(&#private::Schema::Enum { #bounds tag: #tag, #variants })
        }
    }
}

fn variants(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let (mut variants, mut other) = (Vec::new(), quote!(#private::None));
    for (variant, record) in form.variants(body) {
        let (label, fields) = (&variant.label, list(&record.fields, paths));
        match &variant.tag {
            VariantTag::Number(number) => {
                let number = &number.literal;
                variants.push(
                    quote!(#private::Variant { name: #label, tag: #number, fields: #fields }),
                );
            }
            VariantTag::Other(_) => {
                other = quote! {
                    #private::Some(&#private::Variant { name: #label, tag: 0, fields: #fields })
                };
            }
        }
    }
    quote!(variants: &[#(#variants),*], other: #other,)
}

fn list(fields: &[FormField<'_>], paths: &Paths) -> TokenStream {
    let fields = fields.iter().map(|field| schema_field(field, paths));
    quote!(&[#(#fields),*])
}

fn schema_field(field: &FormField<'_>, paths: &Paths) -> TokenStream {
    let (private, optional) = (paths.private(), field.field.optional());
    // Within a variant, whose name the schema has already.
    let label = field.field.label.rsplit('.').next();
    let (min, max) = (field.fact("MIN_SIZE", paths), field.fact("MAX_SIZE", paths));
    let schema = field.fact("SCHEMA", paths);
    quote_spanned!(field.span=> #private::Field {
        name: #label,
        min_size: #min,
        max_size: #max,
        optional: #optional,
        schema: #schema,
    })
}
