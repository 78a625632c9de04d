//! Code generation: from the checked model to impls. Nothing here fails or reads an attribute.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;
use crate::paths::Paths;

mod borrow;
mod decode;
mod encode;
pub(crate) mod fallback;
mod fields;
pub(crate) mod form;
mod frame;
pub(crate) mod frame_set;
mod lend;
mod refill;
mod rules;
mod schema;
#[cfg(feature = "service")]
pub(crate) mod service;
mod set_borrow;
mod size;
mod standard;

use form::Form;

/// Everything that `#[derive(Frame)]` adds to the user's module.
pub(crate) fn frame(model: &Model<'_>, paths: &Paths) -> TokenStream {
    let owned = Form::owned(model);
    let mut impls = size::emit(&owned, paths);
    impls.extend(traits_of(&owned, paths));
    let borrowed = Form::borrowed(model, paths);
    if let Some(borrowed) = &borrowed {
        impls.extend(size::emit_borrowed(borrowed, paths));
        impls.extend(traits_of(borrowed, paths));
    }
    impls.extend(borrow::emit(&owned, borrowed.as_ref(), paths));
    let declaration = borrow::declaration(model, borrowed.as_ref(), paths);
    let block = const_block(&impls, model.deprecated());
    quote!(#declaration #block)
}

/// What both forms of a type implement alike.
fn traits_of(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let parts = [
        encode::emit(form, paths),
        decode::emit(form, paths),
        fields::emit(form, paths),
        frame::emit(form, paths),
    ];
    parts.into_iter().collect()
}

/// Impls out of the way of the user's names. An `allow` only where there is something to allow: it would
/// clash with a `forbid`.
fn const_block(impls: &TokenStream, deprecated: bool) -> TokenStream {
    let allow = deprecated.then(|| quote!(#[allow(deprecated)]));
    quote! {
        #allow
        const _: () = {
            #impls
        };
    }
}
