//! Code generation: from the checked model to impls. Nothing here fails or reads an attribute.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Message, Model};
use crate::paths::Paths;

mod borrow;
mod decode;
mod encode;
pub(crate) mod fallback;
mod form;
mod frame;
pub(crate) mod frame_set;
mod part;
mod set_borrow;
mod size;

use form::Form;

/// Everything that `#[derive(Frame)]` adds to the user's module.
pub(crate) fn frame(model: &Model<'_>, paths: &Paths) -> TokenStream {
    match model {
        Model::Message(model) => message(model, paths),
        Model::Part(model) => {
            let declaration = part::declaration(model);
            let block = const_block(&part::emit(model, paths));
            quote!(#declaration #block)
        }
    }
}

fn message(message: &Message<'_>, paths: &Paths) -> TokenStream {
    let owned = Form::owned(message);
    let mut impls = size::emit(message, paths);
    impls.extend(traits_of(&owned, paths));
    impls.extend(frame::emit(message, paths));
    let Some(borrowed) = Form::borrowed(message, paths) else {
        return const_block(&impls);
    };
    impls.extend(size::emit_borrowed(&borrowed, paths));
    impls.extend(traits_of(&borrowed, paths));
    impls.extend(frame::emit_borrowed(&borrowed, paths));
    impls.extend(borrow::emit(&borrowed, paths));
    let declaration = borrow::declaration(&borrowed, paths);
    let block = const_block(&impls);
    quote!(#declaration #block)
}

/// What both forms of a message implement alike.
fn traits_of(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let parts =
        [encode::emit(form, paths), decode::emit(form, paths), form::emit_fields(form, paths)];
    parts.into_iter().collect()
}

/// Impls out of the way of the user's names.
fn const_block(impls: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            #impls
        };
    }
}
