//! `Frame` of a message. Both forms have the name of the owned form.

use proc_macro2::TokenStream;
use quote::quote;

use super::bounds::{self, Need};
use super::form::Form;
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { model, ty, owned, .. }) = (paths.private(), form);
    let Some(id) = &model.id else { return TokenStream::new() };
    let (id, label) = (&id.value, &model.label);
    let capacity = model.capacity.as_ref().map(|capacity| {
        let capacity = &capacity.value;
        quote!(const CAPACITY: #private::Option<usize> = #private::Some(#capacity);)
    });
    let generics = bounds::bare(form, Need::Encode, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters #private::Frame for #ty #clause {
            type Owned = #owned;
            const ID: u32 = #id;
            const NAME: &'static str = #label;
            #capacity
        }
    }
}
