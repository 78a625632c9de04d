//! The checks of values: `range`, `max_size` and `validate`.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::form::{Form, FormField};
use crate::paths::{Paths, respan};

/// An expression that tests whether `value`, a reference, is in the field's range, and the text of the error.
pub(crate) fn in_range(
    field: &FormField<'_>,
    value: &TokenStream,
    paths: &Paths,
) -> Option<(TokenStream, String)> {
    let (private, range) = (paths.private(), &field.field.range.as_ref()?.value);
    // A type mismatch is reported on the range.
    let span = range.span();
    let contains = respan(quote!(#private::RangeBounds::contains), span);
    let value = respan(value.clone(), span);
    let valid = quote_spanned!(span.resolved_at(proc_macro2::Span::call_site())=> #contains(&(#range), #value));
    let range = range.to_token_stream().to_string().replace(' ', "");
    Some((valid, format!("the value is not in {range}")))
}

/// The checks of a decoded value. `value` is a reference to the value.
pub(crate) fn on_decode(
    form: &Form<'_>,
    value: &TokenStream,
    paths: &Paths,
) -> Option<TokenStream> {
    let limit = form.model.max_size.as_ref().map(|_| quote!(__reader.check_size()?;));
    let validate = validate(form, value, paths);
    (limit.is_some() || validate.is_some()).then(|| quote!(#limit #validate))
}

/// Calls the function of `validate` with the decoded value.
fn validate(form: &Form<'_>, value: &TokenStream, paths: &Paths) -> Option<TokenStream> {
    let (private, owned) = (paths.private(), &form.owned);
    let path = form.model.validate.as_ref()?;
    // The function takes the borrowed form, if there is one. The owned form lends it.
    let value = match form.lends_to_validate() {
        true => quote!(&<#owned as #private::Borrow<#private::Own>>::lend(#value)),
        false => quote!(#value),
    };
    let verdict = quote!(let __verdict: #private::Result<(), &'static str> = #path(#value););
    let verdict = respan(verdict, path.span());
    Some(quote!(#verdict __reader.check_valid(__verdict)?;))
}
