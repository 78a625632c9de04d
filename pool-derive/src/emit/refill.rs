//! `refill_from`: decoding over a value, which keeps the heap blocks it has.

use proc_macro2::TokenStream;
use quote::quote;

use super::decode::{at, check_run, labels, named_error, read_tag};
use super::encode::inline;
use super::form::{Form, Record};
use super::rules;
use crate::model::{Body, Enum, VariantTag};
use crate::paths::Paths;

/// The method; none where the trait's own is as good.
pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    let (private, inline) = (paths.private(), inline(form.model));
    let refill = match &form.model.body {
        Body::Struct(_) => {
            let record = form.record()?;
            let (start, limit) =
                (rules::start(form.model, paths), rules::limit_on_decode(form, paths));
            let (fields, validate) = (
                refill_fields(form, &record, true, paths),
                rules::validate(form, &quote!(&*self), paths),
            );
            let skipped =
                record.skipped_values(paths).map(|(member, value)| quote!(self.#member = #value;));
            quote! {
                #start
                #fields
                #(#skipped)*
                #limit
                #validate
            }
        }
        Body::Enum(body) if !form.borrowed => refill_enum(form, body, paths)?,
        Body::Enum(_) => return None,
    };
    Some(quote! {
        #inline
        fn refill_from(
            &mut self,
            __decoder: &mut #private::Decoder<'decoder>,
        ) -> #private::Result<(), #private::DecodeError> {
            #refill
            #private::Ok(())
        }
    })
}

/// Refills the variant that the value already is; any other replaces it.
fn refill_enum(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> Option<TokenStream> {
    let (private, ty) = (paths.private(), &form.ty);
    let mut arms = Vec::new();
    for (variant, record) in form.variants(body) {
        let VariantTag::Number(number) = &variant.tag else { continue };
        // What is skipped is made anew, with the variant.
        if record.fields.is_empty() || record.skipped_values(paths).next().is_some() {
            continue;
        }
        let (literal, pattern) = (&number.literal, record.pattern());
        let fields = refill_fields(form, &record, false, paths);
        // In a function of its own, as in `decode_from`.
        arms.push(quote! {
            (#literal, #pattern) => {
                let mut __variant = |
                    __decoder: &mut #private::Decoder<'decoder>,
                | -> #private::Result<(), #private::DecodeError> {
                    #fields
                    #private::Ok(())
                };
                if let #private::Err(__error) = __variant(__decoder) {
                    return #private::Err(__error);
                }
            }
        });
    }
    if arms.is_empty() {
        return None;
    }
    let (start, limit) = (rules::start(form.model, paths), rules::limit_on_decode(form, paths));
    let validate = rules::validate(form, &quote!(&*self), paths);
    let tag = read_tag(form, body, paths);
    Some(quote! {
        #start
        let __before = *__decoder;
        #tag
        match (__tag, &mut *self) {
            #(#arms)*
            _ => {
                *__decoder = __before;
                match <#ty as #private::Decodable<'decoder>>::decode_from(__decoder) {
                    #private::Ok(__value) => *self = __value,
                    #private::Err(__error) => return #private::Err(__error),
                }
                return #private::Ok(());
            }
        }
        #limit
        #validate
    })
}

/// Refills each field; those of a variant are bound to their locals.
fn refill_fields(form: &Form<'_>, record: &Record<'_>, own: bool, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let fields = record.fields.iter().enumerate().map(|(index, field)| {
        let (member, local) = (&field.member, &field.local);
        let (place, reference) = match own {
            true => (quote!(self.#member), quote!(&mut self.#member)),
            false => (quote!(*#local), quote!(#local)),
        };
        let (check, at) = (check_run(form, record, index, paths), at(field, paths));
        let (refill, error) = (field.refill_fn(paths), named_error(form, field, paths));
        let range = rules::range_on_decode(form, field, &quote!(&#place), paths);
        let refilled = quote! {
            #check
            if let #private::Err(__error) = #refill(#reference, __decoder) {
                return #private::Err(#error);
            }
        };
        if !field.field.optional() {
            return quote!(#at #refilled #range);
        }
        let default = field.default(paths);
        quote! {
            #at
            if #private::Decoder::rest(__decoder).is_empty() {
                #place = #default;
            } else {
                #refilled
            }
            #range
        }
    });
    let labels = labels(form, record);
    quote!(#labels #(#fields)*)
}
