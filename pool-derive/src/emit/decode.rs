//! `Decode` of one form.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};

use super::bounds::{self, Need};
use super::encode::inline;
use super::form::{Form, FormField, Record};
use super::rules;
use crate::lower::type_syntax;
use crate::model::{Body, Enum, Model, Variant, VariantTag};
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, Form { model, ty, .. }) = (paths.private(), form);
    let value = match &model.body {
        Body::Struct(_) => {
            form.record().map(|record| construct(form, &record, paths)).unwrap_or_default()
        }
        Body::Enum(body) => {
            let decoded = decode_enum(form, body, paths);
            quote!(#decoded?)
        }
    };
    let decode = match (rules::on_decode(form, &quote!(&__value), paths), &model.body) {
        (Some(rules), _) => quote! {
            let __value = #value;
            #rules
            #private::Ok(__value)
        },
        (None, Body::Struct(_)) => quote!(#private::Ok(#value)),
        (None, Body::Enum(body)) => decode_enum(form, body, paths),
    };
    let (inline, reader) = (inline(model), reader(form, paths));
    let (facts, blank, refill) = (facts(form, paths), blank(form, paths), refill(form, paths));
    let generics = bounds::generics(form, Need::Decode, paths);
    let (parameters, _, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters #private::Decode<'decoder, __L> for #ty #clause {
            #facts
            #blank

            #inline
            fn decode_from(
                __decoder: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> {
                #reader
                #decode
            }

            #refill
        }
    }
}

/// The const `FACTS`, from those of the fields. `None` if a field may be absent or has an adapter, because nothing is
/// known then.
fn facts(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    let (private, model) = (paths.private(), form.model);
    let fields: Vec<_> = form.fields().collect();
    if fields.iter().any(|FormField { field, .. }| field.optional() || field.with.is_some()) {
        return None;
    }
    let layout = &model.layout;
    let parts = fields.iter().map(|FormField { codec, span, .. }| {
        quote_spanned!(*span=> <#codec as #private::Decode<'decoder, #layout>>::FACTS)
    });
    let rules = model.max_size.is_some()
        || model.validate.is_some()
        || fields.iter().any(|field| field.field.range.is_some());
    let facts = quote!(#private::Facts::of_fields(&[#(#parts),*]));
    let facts = match model.in_named_layout() && matches!(model.body, Body::Enum(_)) {
        true => quote!(#private::Facts::tagged::<#layout>(#facts)),
        false => facts,
    };
    let facts = match rules || matches!(model.body, Body::Enum(_)) {
        true => quote!(#private::Facts::checked(#facts)),
        false => facts,
    };
    Some(quote!(const FACTS: #private::Facts = #facts;))
}

/// The const `BLANK`, from those of the fields. `None` for a message that cannot be large, and for types with fields whose
/// values are not from the wire.
fn blank(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    let (private, model) = (paths.private(), form.model);
    let fields: Vec<_> = form.fields().collect();
    let large = fields.iter().any(|field| type_syntax::may_be_large(&field.field.ty));
    if form.borrowed || fields.iter().any(|field| field.field.with.is_some()) {
        return None;
    }
    // Other types contain a part, so they may be large even if the part is not.
    if model.id.is_some() && !large {
        return None;
    }
    let record = match &model.body {
        Body::Struct(_) => form.record()?,
        Body::Enum(body) => {
            let numbered = |variant: &Variant<'_>| matches!(variant.tag, VariantTag::Number(_));
            let variants = form.variants(body).filter(|(variant, _)| numbered(variant));
            variants.min_by_key(|(_, record)| record.fields.len())?.1
        }
    };
    if record.skipped_values(paths).next().is_some() {
        return None;
    }
    let layout = &model.layout;
    let (codecs, locals): (Vec<_>, Vec<_>) =
        record.fields.iter().map(|field| (&field.codec, &field.local)).unzip();
    let value =
        record.construct(|FormField { local, .. }| quote!(#private::Blank::value(#local)), paths);
    Some(quote! {
        const BLANK: #private::Option<#private::Blank<Self>> = match (
            #(<#codecs as #private::Decode<'decoder, #layout>>::BLANK,)*
        ) {
            (#(#private::Some(#locals),)*) => #private::Some(#private::Blank::new(#value)),
            _ => #private::None,
        };
    })
}

fn reader(form: &Form<'_>, paths: &Paths) -> TokenStream {
    let (private, layout) = (paths.private(), &form.model.layout);
    quote!(let __reader = &mut #private::Reader::<Self, #layout, 0>::new(__decoder);)
}

/// An expression that reads the fields in order and constructs the value.
fn construct(form: &Form<'_>, record: &Record<'_>, paths: &Paths) -> TokenStream {
    if !record.has_dependencies() {
        return record.construct(|field| read(form, field, paths), paths);
    }
    // The fields depend on those before them.
    let statements = record.fields.iter().map(|field| {
        let FormField { local, codec, index, .. } = field;
        let place = |FormField { local, .. }: &FormField<'_>| quote!(&#local);
        let (present, count) =
            (record.is_present(field, place, paths), record.count(field, place, paths));
        let value = match (present, count) {
            (Some(present), _) => quote_spanned! {field.span=>
                __reader.get_when::<#codec, _, #index>(#present)?
            },
            (None, Some(count)) => {
                let counted = counted(form, field, paths);
                quote_spanned!(field.span=> __reader.get_counted::<_, #index>(#count, #counted)?)
            }
            (None, None) => read(form, field, paths),
        };
        quote!(let #local = #value;)
    });
    let value = record.construct(|FormField { local, .. }| quote!(#local), paths);
    quote!({ #(#statements)* #value })
}

/// An expression that reads one field.
fn read(form: &Form<'_>, field: &FormField<'_>, paths: &Paths) -> TokenStream {
    let FormField { codec, index, .. } = field;
    let get = match (form.model.transparent, field.field.optional()) {
        (Some(_), _) => quote!(__reader.get_transparent::<#codec>()?),
        (None, false) => quote_spanned!(field.span=> __reader.get::<#codec, #index>()?),
        (None, true) => {
            let default = field.default(paths);
            quote!(__reader.get_or::<#codec, #index>(|| #default)?)
        }
    };
    match rules::in_range(field, &quote!(&__field), paths) {
        None => get,
        Some((valid, reason)) => {
            let check = check(form.model, field, &valid, &reason);
            let at = start_of(field);
            quote!({
                let __at = #at;
                let __field = #get;
                #check
                __field
            })
        }
    }
}

/// The offset at which the value of the next field begins, behind its padding.
fn start_of(field: &FormField<'_>) -> TokenStream {
    match &field.field.padding {
        Some((padding, _)) => quote!(__reader.offset().saturating_add(#padding)),
        None => quote!(__reader.offset()),
    }
}

/// The function that reads a field with a given number of bytes or elements.
fn counted(form: &Form<'_>, field: &FormField<'_>, paths: &Paths) -> TokenStream {
    let (private, layout, codec) = (paths.private(), &form.model.layout, &field.codec);
    quote!(<#codec as #private::DecodeCounted<'decoder, #layout>>::decode_counted)
}

/// A statement that fails if a field's value is out of range.
fn check(
    model: &Model<'_>,
    field: &FormField<'_>,
    valid: &TokenStream,
    reason: &str,
) -> TokenStream {
    let index = &field.index;
    match model.transparent {
        Some(_) => quote!(__reader.check_transparent(#valid, __at, #reason)?;),
        None => quote!(__reader.check::<#index>(#valid, __at, #reason)?;),
    }
}

fn decode_enum(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> TokenStream {
    let (private, tag) = (paths.private(), body.tag.codec(paths));
    let mut unknown = quote!(__tag => #private::Err(__reader.unknown_tag(__tag)),);
    let mut arms = Vec::new();
    for (variant, record) in form.variants(body) {
        let (value, index) = (construct(form, &record, paths), record.variant());
        let decoded = match record.fields.is_empty() {
            true => quote!(#private::Ok(#value)),
            false => quote!(__reader.variant::<#index, _>(|__reader| #private::Ok(#value))),
        };
        match &variant.tag {
            VariantTag::Number(number) => {
                let literal = &number.literal;
                arms.push(quote!(#literal => #decoded,));
            }
            VariantTag::Other(_) => unknown = quote!(__tag => #decoded,),
        }
    }
    quote! {
        match __reader.tag::<#tag>()? {
            #(#arms)*
            #unknown
        }
    }
}

/// `refill_from`, which decodes into a value and reuses its heap blocks. `None` if the provided method does the same:
/// the form has no heap blocks.
fn refill(form: &Form<'_>, paths: &Paths) -> Option<TokenStream> {
    if form.borrowed {
        return None;
    }
    let (private, inline) = (paths.private(), inline(form.model));
    let refill = match &form.model.body {
        Body::Struct(_) => {
            let record = form.record()?;
            let fields = refill_fields(
                form,
                &record,
                |FormField { member, span, .. }| {
                    (quote!(__value.#member), quote_spanned!(*span=> &mut __value.#member))
                },
                paths,
            );
            let skipped = record
                .skipped_values(paths)
                .map(|(member, value)| quote!(__value.#member = #value;));
            quote!(#fields #(#skipped)*)
        }
        Body::Enum(body) => refill_enum(form, body, paths)?,
    };
    let (reader, rules) = (reader(form, paths), rules::on_decode(form, &quote!(&*__value), paths));
    Some(quote! {
        #inline
        fn refill_from(
            __value: &mut Self,
            __decoder: &mut #private::Decoder<'decoder>,
        ) -> #private::Result<(), #private::DecodeError> {
            #reader
            #refill
            #rules
            #private::Ok(())
        }
    })
}

/// Refills the value if the input has the same variant, and replaces it otherwise.
fn refill_enum(form: &Form<'_>, body: &Enum<'_>, paths: &Paths) -> Option<TokenStream> {
    let (private, tag) = (paths.private(), body.tag.codec(paths));
    let mut arms = Vec::new();
    for (variant, record) in form.variants(body) {
        let VariantTag::Number(number) = &variant.tag else { continue };
        // A variant with skipped fields is always replaced, so that they get their defaults.
        if record.fields.is_empty() || record.skipped_values(paths).next().is_some() {
            continue;
        }
        let (literal, pattern, index) = (&number.literal, record.pattern(), record.variant());
        let fields = refill_fields(
            form,
            &record,
            |FormField { local, .. }| (quote!(*#local), local.to_token_stream()),
            paths,
        );
        arms.push(quote! {
            (#literal, #pattern) => __reader.variant::<#index, _>(|__reader| {
                #fields
                #private::Ok(())
            })?,
        });
    }
    if arms.is_empty() {
        return None;
    }
    Some(quote! {
        match (__reader.tag::<#tag>()?, &mut *__value) {
            #(#arms)*
            _ => {
                *__value = __reader.again(<Self as #private::Decode<'decoder, __L>>::decode_from)?;
                return #private::Ok(());
            }
        }
    })
}

/// Statements that refill the fields in order. `place` returns the place expression of a field and a `&mut` to it.
fn refill_fields(
    form: &Form<'_>,
    record: &Record<'_>,
    place: impl Fn(&FormField<'_>) -> (TokenStream, TokenStream),
    paths: &Paths,
) -> TokenStream {
    let fields = record.fields.iter().map(|field| {
        let FormField { codec, index, .. } = field;
        let (field_place, reference) = place(field);
        let other = |other: &FormField<'_>| {
            let (other, _) = place(other);
            quote!(&#other)
        };
        if let Some(present) = record.is_present(field, other, paths) {
            return quote_spanned! {field.span=>
                let __present = #present;
                __reader.refill_when::<#codec, _, #index>(#reference, __present)?;
            };
        }
        if let Some(count) = record.count(field, other, paths) {
            let counted = counted(form, field, paths);
            return quote_spanned! {field.span=>
                let __count = #count;
                #field_place = __reader.get_counted::<_, #index>(__count, #counted)?;
            };
        }
        let refill = match (form.model.transparent, field.field.optional()) {
            (Some(_), _) => quote!(__reader.refill_transparent::<#codec>(#reference)?;),
            (None, false) => {
                quote_spanned!(field.span=> __reader.refill::<#codec, #index>(#reference)?;)
            }
            (None, true) => {
                let default = field.default(paths);
                quote!(__reader.refill_or::<#codec, #index>(#reference, || #default)?;)
            }
        };
        match rules::in_range(field, &quote!(&#field_place), paths) {
            None => refill,
            Some((valid, reason)) => {
                let check = check(form.model, field, &valid, &reason);
                let at = start_of(field);
                quote! {
                    let __at = #at;
                    #refill
                    #check
                }
            }
        }
    });
    fields.collect()
}
