//! The demands of a type on its values beyond their layout: `range`, `max_size`, `validate`.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::form::{Form, FormField};
use crate::paths::{Paths, respan};

/// The test that the value of a reference is in the field's range, and the reason why it is refused otherwise.
pub(crate) fn in_range(
    field: &FormField<'_>,
    value: &TokenStream,
    paths: &Paths,
) -> Option<(TokenStream, String)> {
    let (private, range) = (paths.private(), &field.field.range.as_ref()?.value);
    // At the range, which is what does not fit a type; its own tokens stay where they are.
    let span = range.span();
    let contains = respan(quote!(#private::RangeBounds::contains), span);
    let value = respan(value.clone(), span);
    let valid = quote_spanned!(span.resolved_at(proc_macro2::Span::call_site())=> #contains(&(#range), #value));
    let range = range.to_token_stream().to_string().replace(' ', "");
    Some((valid, format!("the value is not in {range}")))
}

/// The checks of a decoded value. `value` is a reference to it.
pub(crate) fn on_decode(
    form: &Form<'_>,
    value: &TokenStream,
    paths: &Paths,
) -> Option<TokenStream> {
    let limit = form.model.max_size.as_ref().map(|_| quote!(__reader.check_size()?;));
    let validate = validate(form, value, paths);
    (limit.is_some() || validate.is_some()).then(|| quote!(#limit #validate))
}

/// Hands the decoded value to the message's own function.
fn validate(form: &Form<'_>, value: &TokenStream, paths: &Paths) -> Option<TokenStream> {
    let (private, owned) = (paths.private(), &form.owned);
    let path = form.model.validate.as_ref()?;
    // One function for both forms: it takes the borrowed one, which the owned one lends.
    let value = match form.lends_to_validate() {
        true => quote!(&<#owned as #private::Borrow<#private::Own>>::lend(#value)),
        false => quote!(#value),
    };
    let verdict = quote!(let __verdict: #private::Result<(), &'static str> = #path(#value););
    let verdict = respan(verdict, path.span());
    Some(quote!(#verdict __reader.check_valid(__verdict)?;))
}
