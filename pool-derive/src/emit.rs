//! Code generation from the checked model. Nothing here fails or reads an attribute.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;

use crate::model::Model;
use crate::paths::{Paths, respan};

mod bits;
mod borrow;
mod bounds;
mod decode;
mod dependency;
mod encode;
pub(crate) mod fallback;
pub(crate) mod form;
mod form_pair;
mod frame;
pub(crate) mod frame_set;
mod generics;
pub(crate) mod header;
mod rules;
mod schema;
#[cfg(feature = "service")]
pub(crate) mod service;
mod set_borrow;
mod set_form;
mod std_traits;

use form::Form;

/// The expansion of `#[derive(Frame)]`.
pub(crate) fn frame(model: &Model<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let owned = Form::owned(model);
    let mut impls = shared_impls(&owned, paths);
    if model.generics.params.is_empty() {
        // A generic type is checked when it is used.
        let name = model.name;
        let check = quote! {
            const _: &#private::Schema = <#name as #private::Encode<#private::Own>>::ENCODING;
        };
        impls.extend(respan(check, name.span()));
    }
    let borrowed = Form::borrowed(model, paths);
    if let Some(borrowed) = &borrowed {
        impls.extend(shared_impls(borrowed, paths));
    }
    impls.extend(borrow::emit(&owned, borrowed.as_ref(), paths));
    let declaration = borrow::declaration(model, borrowed.as_ref(), paths);
    let padding = model.fields().filter_map(|field| field.padding.as_ref());
    let padding = padding.map(|(name, value)| quote!(const #name: usize = #value;));
    let impls = padding.chain([impls]).collect();
    let block = const_block(&impls, &model.allowed(), paths);
    quote!(#declaration #block)
}

/// The impls that both forms have.
fn shared_impls(form: &Form<'_>, paths: &Paths) -> TokenStream {
    if let Some(bits) = &form.model.bits {
        let impls = [bits::emit(form, bits, paths), frame::emit(form, paths)];
        return impls.into_iter().collect();
    }
    let parts = [encode::emit(form, paths), decode::emit(form, paths), frame::emit(form, paths)];
    parts.into_iter().collect()
}

/// A block that keeps the impls' imports out of the user's module.
fn const_block(impls: &TokenStream, allowed: &[Attribute], paths: &Paths) -> TokenStream {
    let absolute = paths.absolute();
    quote! {
        #(#allowed)*
        const _: () = {
            use #absolute;
            #impls
        };
    }
}
