//! `Wire`: sizes and schema, all computed by the compiler from the fields' types.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::form::{Form, FormField};
use crate::model::Message;
use crate::paths::{Paths, respan};

pub(crate) fn emit(message: &Message<'_>, paths: &Paths) -> TokenStream {
    let Message { name, label, max_size, .. } = message;
    let form = Form::owned(message);
    let private = paths.private();
    // Not from the schema: a type that contains itself through others is then a shorter cycle to read.
    let (min, max) = (facts(&form, "MIN_SIZE", paths), facts(&form, "MAX_SIZE", paths));
    let (min, max) = (quote!(#private::sum(&[#min])), quote!(#private::sum(&[#max])));
    let max = match max_size {
        // At the value, which is what a limit out of bounds is corrected at.
        Some(limit) => {
            let limit = &limit.value;
            let span = syn::spanned::Spanned::span(limit);
            respan(quote!(#private::tightened(#label, #min, #max, #limit)), span)
        }
        None => max,
    };
    let heaps = facts(&form, "MAX_HEAP", paths);
    let overheads = facts(&form, "MAX_OVERHEAD", paths);
    let rates = facts(&form, "HEAP_PER_BYTE", paths);
    let plain = match max_size {
        Some(_) => quote!(false),
        None => {
            let plains = facts(&form, "PLAIN", paths);
            quote!(#private::all(&[#plains]))
        }
    };
    let fields = form.fields.iter().map(|field| schema_field(field, paths));
    let check = respan(
        quote!(const _: () = #private::check_size(#label, <#name as #private::Wire>::MAX_SIZE);),
        name.span(),
    );
    // At the name, where the compiler reports a type that contains itself through others.
    quote_spanned! {name.span().resolved_at(Span::call_site())=>
        #[automatically_derived]
        impl #private::Wire for #name {
            const MIN_SIZE: usize = #min;
            const MAX_SIZE: usize = #max;
            const MAX_HEAP: usize = #private::sum(&[#heaps]);
            const MAX_OVERHEAD: usize = #private::sum(&[#overheads]);
            const HEAP_PER_BYTE: usize = #private::max(&[#rates]);
            const PLAIN: bool = #plain;
            const SCHEMA: &'static #private::Schema =
                &#private::Schema::Struct {
                    name: #label,
                    max_size: <#name as #private::Wire>::MAX_SIZE,
                    fields: &[#(#fields),*],
                };
        }
        #[automatically_derived]
        impl #private::ArrayElement for #name {}
        #check
    }
}

/// One const of each field.
fn facts(form: &Form<'_>, fact: &str, paths: &Paths) -> TokenStream {
    let facts = form.fields.iter().map(|field| field.item("Wire", fact, paths));
    quote!(#(#facts),*)
}

fn schema_field(field: &FormField<'_>, paths: &Paths) -> TokenStream {
    let (private, label) = (paths.private(), field.label);
    let ty = field.wire_ty(&quote!('static), paths);
    quote_spanned!(field.span=> #private::Field {
        name: #label,
        min_size: <#ty as #private::Wire>::MIN_SIZE,
        max_size: <#ty as #private::Wire>::MAX_SIZE,
        schema: <#ty as #private::Wire>::SCHEMA,
    })
}

/// The borrowed form's bytes are the owned form's, so its sizes are too.
pub(crate) fn emit_borrowed(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, ty, owned) = (paths.private(), &form.ty, form.message.name);
    quote! {
        #[automatically_derived]
        impl<'decoder> #private::Wire for #ty {
            const MIN_SIZE: usize = <#owned as #private::Wire>::MIN_SIZE;
            const MAX_SIZE: usize = <#owned as #private::Wire>::MAX_SIZE;
            const MAX_HEAP: usize = 0;
            const PLAIN: bool = <#owned as #private::Wire>::PLAIN;
            const SCHEMA: &'static #private::Schema = <#owned as #private::Wire>::SCHEMA;
        }
    }
}
