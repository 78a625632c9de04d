//! Code generation: from the checked model to impls. Nothing here fails or reads an attribute.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;
use crate::paths::{Paths, respan};

mod borrow;
mod bounds;
mod decode;
mod describe;
mod encode;
pub(crate) mod fallback;
pub(crate) mod form;
mod frame;
pub(crate) mod frame_set;
mod generics;
mod pair;
mod rules;
#[cfg(feature = "service")]
pub(crate) mod service;
mod set_borrow;
mod set_form;
mod standard;

use form::Form;

/// Everything that `#[derive(Frame)]` adds to the user's module.
pub(crate) fn frame(model: &Model<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let owned = Form::owned(model);
    let mut impls = traits_of(&owned, paths);
    if model.generics.params.is_empty() {
        // A generic type is checked where it is used, any other at once.
        let name = model.name;
        let check = quote!(const _: () = #private::check::<#name>(););
        impls.extend(respan(check, name.span()));
    }
    let borrowed = Form::borrowed(model, paths);
    if let Some(borrowed) = &borrowed {
        impls.extend(traits_of(borrowed, paths));
    }
    impls.extend(borrow::emit(&owned, borrowed.as_ref(), paths));
    let declaration = borrow::declaration(model, borrowed.as_ref(), paths);
    let block = const_block(&impls, model.deprecated(), paths);
    quote!(#declaration #block)
}

/// The traits of both forms.
fn traits_of(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let parts = [encode::emit(form, paths), decode::emit(form, paths), frame::emit(form, paths)];
    parts.into_iter().collect()
}

/// Impls out of the way of the user's names. An `allow` only where there is something to allow: it would
/// clash with a `forbid`.
fn const_block(impls: &TokenStream, deprecated: bool, paths: &Paths) -> TokenStream {
    let absolute = paths.absolute();
    let allow = deprecated.then(|| quote!(#[allow(deprecated)]));
    quote! {
        #allow
        const _: () = {
            use #absolute;
            #impls
        };
    }
}
