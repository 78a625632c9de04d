//! `Fields`, by which loggers and tests read all messages alike.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};

use super::form::{Form, FormField};
use crate::bounds::{self, Need};
use crate::model::{Body, Layout};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), &form.ty);
    let visits = match &form.model.body {
        Body::Struct(_) => {
            let fields = form.record().map(|record| record.fields).unwrap_or_default();
            let visits = fields.iter().map(|field| {
                let member = &field.member;
                visit(field, &quote!(&self.#member), paths)
            });
            visits.collect()
        }
        Body::Enum(body) => {
            let arms: Vec<_> = form
                .variants(body)
                .filter(|(_, record)| !record.fields.is_empty())
                .map(|(_, record)| {
                    let pattern = record.pattern();
                    let visits = record
                        .fields
                        .iter()
                        .map(|field| visit(field, &field.local.to_token_stream(), paths));
                    quote!(#pattern => { #(#visits)* })
                })
                .collect();
            let rest = (arms.len() < body.variants.len()).then(|| quote!(_ => {}));
            match arms.is_empty() {
                true => TokenStream::new(),
                false => quote!(match self { #(#arms)* #rest }),
            }
        }
    };
    let generics = bounds::generics(form, Need::Encodable, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters #private::Fields for #ty #clause {
            fn visit_fields<__V: #private::FieldVisitor>(&self, __visitor: &mut __V) {
                #visits
            }
        }
    }
}

/// Shows the field to the visitor. `value` is a reference to it.
fn visit(field: &FormField<'_>, value: &TokenStream, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), &field.ty);
    // Within a variant, the field's own name.
    let label = field.field.label.rsplit('.').next();
    let len = field.len_fn(paths);
    // Without `len` the bound of `field` would report a type once more, in other words.
    let visit = match &field.field.layout {
        Layout::Own => quote!(#private::FieldVisitor::field::<#ty>(__visitor, #label, #value);),
        Layout::As(codec) => quote! {
            #private::FieldVisitor::field(
                __visitor,
                #label,
                &#private::Coded::<'_, #ty, #codec>::new(#value),
            );
        },
    };
    quote! {
        let _ = #len;
        #visit
    }
}
