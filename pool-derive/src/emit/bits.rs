//! `Encode` and `Decode` of a struct whose fields are packed into an integer.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::form::{Form, FormField};
use super::rules;
use crate::model::Bits;
use crate::paths::Paths;

pub(crate) fn emit(form: &Form<'_>, bits: &Bits, paths: &Paths) -> TokenStream {
    let (private, Form { model, ty, .. }) = (paths.private(), form);
    let (layout, integer, label) = (&model.layout, &bits.integer, &model.label);
    let Some(record) = form.record() else { return TokenStream::new() };
    let widths = record.fields.iter().map(|field| match &field.field.bits {
        Some(bits) => {
            let value = &bits.value;
            quote!(#value)
        }
        // A `bool`.
        None => quote!(1),
    });
    let widths = quote!([#(#widths),*]);
    let place = |FormField { index, .. }: &FormField<'_>| {
        quote! {
            const { __WIDTHS[#index] },
            const { #private::shift(&__WIDTHS, #index, <#layout as #private::Layout>::BIG_ENDIAN) }
        }
    };
    let packed = record.fields.iter().map(|field| {
        let (member, place) = (&field.member, place(field));
        let reason = format!("the value of `{}` has more bits than its field", field.field.label);
        quote_spanned! {field.span=>
            let __fits = #private::pack(&mut __number, __value.#member, #place);
            __writer.check_bits(__fits, #reason)?;
        }
    });
    let value = record.construct(
        |field| {
            let (ty, place) = (&field.ty, place(field));
            let reason = format!("the bits of `{}` are no value of its type", field.field.label);
            quote_spanned! {field.span=>
                match #private::unpack::<#ty>(__number, #place) {
                    #private::Some(__field) => __field,
                    #private::None => return #private::Err(__reader.bits_error(#reason)),
                }
            }
        },
        paths,
    );
    let rules = rules::on_decode(form, &quote!(&__value), paths);
    let one_pattern = record.fields.iter().map(|FormField { ty, span, .. }| {
        quote_spanned!(*span=> <#ty as #private::BitField>::ONE_PATTERN)
    });
    let size = Literal::u32_unsuffixed(bits.size);
    let count = Literal::usize_unsuffixed(record.fields.len());
    let declared = match model.in_named_layout() {
        true => {
            quote!(#private::Schema::with_layout::<#layout>(*<#integer as #private::Encode<#layout>>::ENCODING))
        }
        false => quote!(*<#integer as #private::Encode<#layout>>::ENCODING),
    };
    let checked = quote_spanned! {integer.span().resolved_at(proc_macro2::Span::call_site())=>
        #private::check_widths(#label, &__WIDTHS, #size)
    };
    let doc = format!(" The fields are bits of a `{integer}`.");
    quote! {
        const __WIDTHS: [u32; #count] = #widths;

        #[doc = #doc]
        #[automatically_derived]
        impl<__L: #private::Layout> #private::Encode<__L> for #ty {
            type Value = Self;
            const ENCODING: &'static #private::Schema = &{
                #checked;
                #declared
            };

            #[inline]
            fn encode_to<__S: #private::Sink>(
                __value: &Self,
                __sink: &mut __S,
            ) -> #private::Result<(), __S::Error> {
                let __writer = &mut #private::Writer::<__S, Self, #layout, 0>::new(__sink);
                let mut __number = 0;
                #(#packed)*
                __writer.put_transparent::<#integer>(&(__number as #integer))
            }
        }

        #[automatically_derived]
        impl<'decoder, __L: #private::Layout> #private::Decode<'decoder, __L> for #ty {
            const FACTS: #private::Facts = #private::Facts::of_bits(
                <#integer as #private::Decode<'decoder, #layout>>::FACTS,
                &[#(#one_pattern),*],
            );

            #[inline]
            fn decode_from(
                __decoder: &mut #private::Decoder<'decoder>,
            ) -> #private::Result<Self, #private::DecodeError> {
                let __reader = &mut #private::Reader::<Self, #layout, 0>::new(__decoder);
                let __number = __reader.get_transparent::<#integer>()? as u64;
                let __value = #value;
                #rules
                #private::Ok(__value)
            }
        }
    }
}
