//! `Frame` of a message with an id.

use proc_macro2::TokenStream;
use quote::quote;

use super::form::Form;
use crate::model::Message;
use crate::paths::Paths;

pub(crate) fn emit(message: &Message<'_>, paths: &Paths) -> TokenStream {
    let (private, Message { name, label, id, capacity, .. }) = (paths.private(), message);
    let Some(id) = id else { return TokenStream::new() };
    let id = &id.value;
    let capacity = capacity.as_ref().map(|capacity| {
        let capacity = &capacity.value;
        quote!(const CAPACITY: #private::Option<usize> = #private::Some(#capacity);)
    });
    quote! {
        #[automatically_derived]
        impl #private::Frame for #name {
            const ID: u32 = #id;
            const NAME: &'static str = #label;
            #capacity
        }
    }
}

/// The borrowed form goes by the owned form's name.
pub(crate) fn emit_borrowed(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, ty, owned) = (paths.private(), &form.ty, form.message.name);
    if form.message.id.is_none() {
        return TokenStream::new();
    }
    quote! {
        #[automatically_derived]
        impl<'decoder> #private::Frame for #ty {
            const ID: u32 = <#owned as #private::Frame>::ID;
            const NAME: &'static str = <#owned as #private::Frame>::NAME;
            const CAPACITY: #private::Option<usize> = <#owned as #private::Frame>::CAPACITY;
        }
    }
}
