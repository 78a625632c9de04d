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
    let (len_ty, len_member) = (len.ty, &len.member);
    let (id_ty, id) = match header.id() {
        Some(HeaderField { ty, member, .. }) => (quote!(#ty), quote!(self.#member)),
        None => (quote!(()), quote!(())),
    };
    let bits = bits(header, len, paths);
    let counted = counted(header, len, role, paths);
    let longest = role.max.as_ref().map(|max| quote!(const LONGEST: usize = #max;));
    let id_label = header.id().map_or("", |id| &id.label);
    let reasons = [
        format!("the id in `{id_label}` is out of range"),
        format!("`{}` is less than the bytes that it counts", len.label),
        format!("`{}` is longer than the longest payload", len.label),
    ];
    let (values, check) = (values(header, paths), check(header, paths));
    let (seal, repeat) = (seal(header, paths), repeat(header));
    let impls = quote! {
        #[automatically_derived]
        impl #private::DerivedHeader for #name {
            type Id = #id_ty;
            type Len = #len_ty;
            #bits
            #counted
            #longest
            const REASONS: [&'static str; 3] = [#(#reasons),*];

            #[inline]
            fn from_parts(__id: #id_ty, __len: #len_ty) -> Self {
                Self { #values }
            }

            #[inline]
            fn parts(&self) -> (#id_ty, #len_ty) {
                (#id, self.#len_member)
            }

            #check
            #seal
            #repeat
        }
        #private::derived_header!(#name);
    };
    // Without a set nothing else evaluates it.
    let evaluated = counted.is_some().then(|| {
        let counted = quote!(<#name as #private::DerivedHeader>::COUNTED);
        quote_spanned!(role.span=> const _: usize = #counted;)
    });
    const_block(&quote!(#impls #evaluated), &header.allowed(), paths)
}

/// The widths of the id and of the length, if they are bits of an integer.
fn bits(header: &Header<'_>, len: &HeaderField<'_>, paths: &Paths) -> Option<TokenStream> {
    let private = paths.private();
    let of = |field: Option<&HeaderField<'_>>| match field.and_then(|field| field.bits.as_ref()) {
        Some(bits) => quote!(#private::Some(#bits)),
        None => quote!(#private::None),
    };
    let packed = header.fields.iter().any(|field| field.bits.is_some());
    let (id, len) = (of(header.id()), of(Some(len)));
    packed.then(|| quote!(const BITS: [#private::Option<u32>; 2] = [#id, #len];))
}

/// The number of bytes before the payload that the length counts.
fn counted(
    header: &Header<'_>,
    len: &HeaderField<'_>,
    role: &LenRole,
    paths: &Paths,
) -> Option<TokenStream> {
    let (private, label) = (paths.private(), &header.label);
    let after = match role.counts {
        Counts::Payload => return None,
        Counts::Rest => {
            let after = &len.label;
            quote!(#private::Some(#after))
        }
        Counts::Frame => quote!(#private::None),
    };
    let counted =
        quote_spanned!(role.span=> #private::derived::bytes_counted::<Self>(#label, #after));
    Some(quote!(const COUNTED: usize = #counted;))
}

/// The fields of a new header.
fn values(header: &Header<'_>, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let values = header.fields.iter().map(|field| {
        let member = &field.member;
        let value = field.roles.iter().find_map(|role| match role {
            Role::Id(_) => Some(quote!(__id)),
            Role::Len(_) => Some(quote!(__len)),
            Role::Version(version) => {
                let last = &version.last;
                Some(quote!(#last))
            }
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

/// `check`, if the header has a version.
fn check(header: &Header<'_>, paths: &Paths) -> Option<TokenStream> {
    let private = paths.private();
    let versions = header.with_role(|role| match role {
        Role::Version(version) => Some((&version.first, &version.last)),
        _ => None,
    });
    let checks: Vec<_> = versions
        .map(|(field, (first, last))| {
            let member = &field.member;
            let reason = format!("the version in `{}` is not supported", field.label);
            quote! {
                if !(#first..=#last).contains(&self.#member) {
                    return #private::Err(#private::HeaderError { reason: #reason });
                }
            }
        })
        .collect();
    (!checks.is_empty()).then(|| {
        quote! {
            #[inline]
            fn check(&self) -> #private::Result<(), #private::HeaderError> {
                #(#checks)*
                #private::Ok(())
            }
        }
    })
}

/// `seal_fields` and `verify_fields`, if the header has a checksum.
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
            fn seal_fields(&mut self, __payload: &[u8]) {
                self.#member = #sum;
            }

            #[inline]
            fn verify_fields(&self, __payload: &[u8]) -> #private::Result<(), #private::HeaderError> {
                if self.#member == #sum {
                    return #private::Ok(());
                }
                #private::Err(#private::HeaderError { reason: #reason })
            }
        }
    });
    methods.collect()
}

/// `repeat_fields`, if a reply repeats fields.
fn repeat(header: &Header<'_>) -> TokenStream {
    let repeated: Vec<_> = header
        .with_role(|role| matches!(role, Role::Correlation(_)).then_some(()))
        .map(|(field, ())| &field.member)
        .collect();
    if repeated.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[inline]
        fn repeat_fields(&mut self, __request: &Self) {
            #(self.#repeated = __request.#repeated;)*
        }
    }
}
