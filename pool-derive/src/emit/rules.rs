//! What a type demands of values beyond their layout: `range`, `max_size`, `validate`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::form::{Form, FormField};
use crate::model::{Field, Model};
use crate::paths::{Paths, respan};

/// What a number out of the field's range is refused with.
fn reason(field: &Field<'_>) -> Option<String> {
    let range = field.range.as_ref()?.value.to_token_stream();
    Some(format!("the value is not in {}", range.to_string().replace(' ', "")))
}

/// The test that the value of a reference is in the field's range.
fn in_range(field: &Field<'_>, value: &TokenStream, paths: &Paths) -> Option<TokenStream> {
    let (private, range) = (paths.private(), &field.range.as_ref()?.value);
    // At the range, which is what does not fit a type; its own tokens stay where they are.
    let span = range.span();
    let contains = respan(quote!(#private::RangeBounds::contains), span);
    let value = respan(value.clone(), span);
    Some(quote_spanned!(span.resolved_at(Span::call_site())=> #contains(&(#range), #value)))
}

/// Refuses to encode a number out of its range.
pub(crate) fn range_on_encode(
    form: &Form<'_>,
    field: &FormField<'_>,
    value: &TokenStream,
    paths: &Paths,
) -> Option<TokenStream> {
    refuse(form, field, value, &quote!(invalid_encode), None, paths)
}

/// Refuses a decoded number out of its range; `__at` is where it begins.
pub(crate) fn range_on_decode(
    form: &Form<'_>,
    field: &FormField<'_>,
    value: &TokenStream,
    paths: &Paths,
) -> Option<TokenStream> {
    refuse(form, field, value, &quote!(invalid_decode), Some(quote!(__at,)), paths)
}

fn refuse(
    form: &Form<'_>,
    field: &FormField<'_>,
    value: &TokenStream,
    error: &TokenStream,
    at: Option<TokenStream>,
    paths: &Paths,
) -> Option<TokenStream> {
    let (private, schema, label) = (paths.private(), form.schema(paths), &field.field.label);
    let (test, reason) = (in_range(field.field, value, paths)?, reason(field.field)?);
    Some(quote! {
        if !#test {
            return #private::Err(#private::#error(#reason, #at #schema).in_field(#label, #schema));
        }
    })
}

/// What comes before the first field, if a rule needs it.
pub(crate) fn start(model: &Model<'_>, paths: &Paths) -> Option<TokenStream> {
    let private = paths.private();
    (model.max_size.is_some() || model.validate.is_some())
        .then(|| quote!(let __start = #private::Decoder::offset(__decoder);))
}

/// Refuses a decoded value longer than `max_size`.
pub(crate) fn limit_on_decode(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    form.model.max_size.as_ref()?;
    let (private, owned, schema) = (paths.private(), &form.owned, form.schema(paths));
    Some(quote! {
        if let #private::Err(__error) = #private::check_decoded_len(
            #private::Decoder::offset(__decoder).saturating_sub(__start),
            <#owned as #private::Wire>::MAX_SIZE,
            __start,
            #schema,
        ) {
            return #private::Err(__error);
        }
    })
}

/// Refuses to encode a value longer than `max_size`.
pub(crate) fn limit_on_encode(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    form.model.max_size.as_ref()?;
    let (private, owned, schema) = (paths.private(), &form.owned, form.schema(paths));
    let ty = &form.ty;
    Some(quote! {
        if let #private::Err(__error) = #private::check_encoded_len(
            <#ty as #private::Encodable>::encoded_len(self),
            <#owned as #private::Wire>::MAX_SIZE,
            #schema,
        ) {
            return #private::Err(__error);
        }
    })
}

/// Hands the decoded value to `validate`. `value` is a reference to it.
pub(crate) fn validate(form: &Form<'_>, value: &TokenStream, paths: &Paths) -> Option<TokenStream> {
    let (private, owned, schema) = (paths.private(), &form.owned, form.schema(paths));
    let path = form.model.validate.as_ref()?;
    // One function for both forms: it takes the borrowed one, which the owned one lends.
    let value = match form.lends_to_validate() {
        true => quote!(&<#owned as #private::ZeroCopy>::as_borrowed(#value)),
        false => quote!(#value),
    };
    let verdict = quote!(let __verdict: #private::Result<(), &'static str> = #path(#value););
    let verdict = respan(verdict, path.span());
    Some(quote! {
        #verdict
        if let #private::Err(__reason) = __verdict {
            return #private::Err(#private::invalid_decode(__reason, __start, #schema));
        }
    })
}
