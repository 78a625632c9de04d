//! `Header` of a struct whose fields `Frame` encodes.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::const_block;
use crate::model::header::{Counts, Header, HeaderField, LenRole, Role};
use crate::paths::Paths;

/// The expansion of `#[derive(Header)]`. The rules have checked that there is a length.
pub(crate) fn emit(header: &Header<'_>, paths: &Paths) -> TokenStream {
    let (private, Header { name, .. }) = (paths.private(), header);
    let Some((len, role)) = header.len() else { return TokenStream::new() };
    let (len_member, len_max) = (&len.member, max_number(len, paths));
    let counted = counted(header, len, role, paths);
    let max = role.max.as_ref().map_or_else(|| quote!(usize::MAX), |max| quote!(#max));
    let max_id = header.id().map_or_else(
        || quote!(0),
        |id| {
            let number = max_number(id, paths);
            quote!(#private::as_id(#number))
        },
    );
    let id = header.id().map_or_else(
        || quote!(0),
        |HeaderField { member, .. }| {
            quote!(#private::as_id(#private::HeaderNumber::number(self.#member)))
        },
    );
    let (values, checks) = (values(header, paths), checks(header, paths));
    let (seal, replies) = (seal(header, paths), replies(header));
    let too_short = format!("`{}` is less than the bytes that it counts", len.label);
    let too_long = format!("`{}` is longer than the longest payload", len.label);
    let impls = quote! {
        const __COUNTED: usize = #counted;

        #[automatically_derived]
        impl #private::Header for #name {
            const SIZE: usize = <Self as #private::Wire>::MAX_SIZE;
            const SHORTEST: usize = <Self as #private::Wire>::MIN_SIZE;
            const MAX_ID: u32 = #max_id;
            const MAX_PAYLOAD: usize = #private::max_payload(#len_max, __COUNTED, #max);

            #[inline]
            fn new(__id: u32, __len: usize) -> #private::Option<Self> {
                                let __header = Self { #values };
                if #private::is_valid(&__header) { #private::Some(__header) } else { #private::None }
            }

            #[inline]
            fn decode(__bytes: &[u8]) -> #private::Result<Self, #private::HeaderError> {
                #private::read_whole_header(__bytes)
            }

            #[inline]
            fn decode_prefix(
                __bytes: &[u8],
            ) -> #private::Result<#private::Option<(Self, usize)>, #private::HeaderError> {
                let (__header, __size) = match #private::read_header::<Self>(__bytes)? {
                    #private::Some(__read) => __read,
                    #private::None => return #private::Ok(#private::None),
                };
                #checks
                #private::check_len(
                    #private::HeaderNumber::number(__header.#len_member),
                    __COUNTED,
                    <Self as #private::Header>::MAX_PAYLOAD,
                    [#too_short, #too_long],
                )?;
                #private::Ok(#private::Some((__header, __size)))
            }

            #[inline]
            fn encode(&self, __out: &mut [u8]) {
                #private::write_header(self, __out)
            }

            #[inline]
            fn size(&self) -> usize {
                #private::Encodable::encoded_len(self)
            }

            #[inline]
            fn id(&self) -> u32 {
                #id
            }

            #[inline]
            fn payload_len(&self) -> usize {
                #private::len_of_payload(
                    #private::HeaderNumber::number(self.#len_member),
                    __COUNTED,
                )
            }

            #[inline]
            fn is_valid(&self) -> bool {
                #private::is_valid(self)
            }

            #seal
            #replies
        }
    };
    const_block(&impls, &header.allowed(), paths)
}

/// The largest number of a field. The path has the span of the type, so that an error about it is reported there.
fn max_number(field: &HeaderField<'_>, paths: &Paths) -> TokenStream {
    let (private, ty) = (paths.private(), field.ty);
    let bits = match &field.bits {
        Some(bits) => quote!(#private::Some(#bits)),
        None => quote!(#private::None),
    };
    quote_spanned!(ty.span()=> #private::max_number::<#ty>(#bits))
}

/// The number of bytes before the payload that the length counts.
fn counted(
    header: &Header<'_>,
    len: &HeaderField<'_>,
    role: &LenRole,
    paths: &Paths,
) -> TokenStream {
    let (private, Header { name, label, .. }) = (paths.private(), header);
    let after = match role.counts {
        Counts::Payload => return quote!(0),
        Counts::Rest => {
            let after = &len.label;
            quote!(#private::Some(#after))
        }
        Counts::Frame => quote!(#private::None),
    };
    quote_spanned! {role.span=>
        #private::bytes_counted(<#name as #private::Wire>::SCHEMA, #label, #after)
    }
}

/// The fields of a new header.
fn values(header: &Header<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let values = header.fields.iter().map(|field| {
        let member = &field.member;
        let value = field.roles.iter().find_map(|role| match role {
            Role::Id(_) => {
                Some(quote!(#private::declared_id(__id, <Self as #private::Header>::MAX_ID)?))
            }
            Role::Len(_) => Some(quote! {
                #private::declared_len(
                    __len,
                    __COUNTED,
                    <Self as #private::Header>::MAX_PAYLOAD,
                )?
            }),
            Role::Version { last, .. } => Some(quote!(#last)),
            Role::Default(default) => {
                let value = &default.value;
                Some(quote!(#value))
            }
            Role::Checksum(_) | Role::Correlation(_) => None,
        });
        let value =
            value.unwrap_or_else(|| quote_spanned!(field.ty.span()=> #private::Default::default()));
        quote!(#member: #value,)
    });
    values.collect()
}

/// The rules that a header which has arrived has to keep, besides that of the length.
fn checks(header: &Header<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let versions = header.with_role(|role| match role {
        Role::Version { first, last, .. } => Some((first, last)),
        _ => None,
    });
    let versions = versions.map(|(field, (first, last))| {
        let member = &field.member;
        let reason = format!("the version in `{}` is not supported", field.label);
        quote! {
            if !(#first..=#last).contains(&__header.#member) {
                return #private::Err(#private::HeaderError { reason: #reason });
            }
        }
    });
    let id = header.id().map(|HeaderField { member, label, .. }| {
        let reason = format!("the id in `{label}` is out of range");
        quote! {
                        #private::check_id_number(
                #private::HeaderNumber::number(__header.#member),
                <Self as #private::Header>::MAX_ID,
                #reason,
            )?;
        }
    });
    quote!(#(#versions)* #id)
}

/// `seal` and `verify`, if the header has a checksum.
fn seal(header: &Header<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let checksums = header.with_role(|role| match role {
        Role::Checksum(checksum) => Some(&checksum.value),
        _ => None,
    });
    let methods = checksums.map(|(field, checksum)| {
        let member = &field.member;
        let reason = format!("the checksum in `{}` is not that of the payload", field.label);
        let sum = quote_spanned! {checksum.span()=>
            #private::checksum::<#checksum>(__payload)
        };
        quote! {
            #[inline]
            fn seal(&mut self, __payload: &[u8]) {
                self.#member = #sum;
            }

            #[inline]
            fn verify(&self, __payload: &[u8]) -> #private::Result<(), #private::HeaderError> {
                if self.#member == #sum {
                    return #private::Ok(());
                }
                #private::Err(#private::HeaderError { reason: #reason })
            }
        }
    });
    methods.collect()
}

/// `reply_to`, if a reply repeats fields.
fn replies(header: &Header<'_>) -> TokenStream {
    let repeated: Vec<_> = header
        .with_role(|role| matches!(role, Role::Correlation(_)).then_some(()))
        .map(|(field, ())| &field.member)
        .collect();
    if repeated.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[inline]
        fn reply_to(&mut self, __request: &Self) {
            #(self.#repeated = __request.#repeated;)*
        }
    }
}
