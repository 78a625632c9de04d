//! Names and types as tokens.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::RustError;
use crate::model::Type;

/// A name, raw if it is a keyword.
pub(super) fn ident(name: &str) -> Result<Ident, RustError> {
    if let Ok(ident) = syn::parse_str::<Ident>(name) {
        return Ok(ident);
    }
    let is_raw = syn::parse_str::<Ident>(&format!("r#{name}")).is_ok();
    match is_raw {
        true => Ok(Ident::new_raw(name, Span::call_site())),
        false => Err(RustError::NotRust { text: name.into() }),
    }
}

pub(super) fn source<T: syn::parse::Parse>(text: &str) -> Result<T, RustError> {
    syn::parse_str(text).map_err(|_| RustError::NotRust { text: text.into() })
}

/// The type of an owned form. `owner` is the definition that contains it.
pub(super) fn owned(ty: &Type, owner: &str) -> Result<TokenStream, RustError> {
    let max = |max: u64| Literal::u64_unsuffixed(max);
    Ok(match ty {
        Type::Uint { size: size @ (3 | 5..=7), .. } => odd('U', *size),
        Type::Int { size: size @ 3, .. } => odd('I', *size),
        Type::Uint { size, big_endian } => number('u', *size, *big_endian),
        Type::Int { size, big_endian } => number('i', *size, *big_endian),
        Type::Float { size, big_endian } => number('f', *size, *big_endian),
        Type::Char => quote!(char),
        Type::Bool { low_bit: false } => quote!(bool),
        Type::Bool { low_bit: true } => quote!(LowBitBool),
        Type::Array { len, element } => {
            let (len, element) = (max(*len), owned(element, owner)?);
            quote!([#element; #len])
        }
        Type::Bytes { max: bound, .. } => {
            let bound = max(*bound);
            quote!(Bytes<#bound>)
        }
        Type::Str { max: bound, .. } => {
            let bound = max(*bound);
            quote!(Str<#bound>)
        }
        Type::FixedStr { len, pad: b' ' } => {
            let len = max(*len);
            quote!(FixedStr<#len>)
        }
        Type::FixedStr { len, pad } => {
            let (len, pad) = (max(*len), Literal::u8_unsuffixed(*pad));
            quote!(FixedStr<#len, #pad>)
        }
        Type::Seq { max: bound, element, .. } => {
            let (bound, element) = (max(*bound), owned(element, owner)?);
            quote!(Seq<#element, #bound>)
        }
        Type::Option(value) => {
            let value = owned(value, owner)?;
            quote!(Option<#value>)
        }
        Type::Tuple(parts) => {
            let parts =
                parts.iter().map(|part| owned(part, owner)).collect::<Result<Vec<_>, _>>()?;
            match &*parts {
                [only] => quote!((#only,)),
                parts => quote!((#(#parts),*)),
            }
        }
        Type::Named(name) => {
            let name = ident(name)?;
            quote!(#name)
        }
        Type::Opaque { .. } => return Err(RustError::Opaque { name: owner.into() }),
    })
}

/// The type of a borrowed form, by the names that the derive uses.
pub(super) fn borrowed(ty: &Type, owner: &str) -> Result<TokenStream, RustError> {
    let max = |max: u64| Literal::u64_unsuffixed(max);
    Ok(match ty {
        Type::Array { len, element } if **element == Type::BYTE => {
            let len = max(*len);
            quote!(&'decoder [u8; #len])
        }
        Type::Array { len, element } => {
            let (len, element) = (max(*len), borrowed(element, owner)?);
            quote!([#element; #len])
        }
        Type::Bytes { max: bound, .. } => {
            let bound = max(*bound);
            quote!(pool_codec::BytesRef<'decoder, #bound>)
        }
        Type::Str { max: bound, .. } => {
            let bound = max(*bound);
            quote!(pool_codec::StrRef<'decoder, #bound>)
        }
        Type::Seq { max: bound, element, .. } => {
            let (bound, element) = (max(*bound), owned(element, owner)?);
            quote!(pool_codec::SeqRef<'decoder, #element, #bound>)
        }
        Type::Option(value) => {
            let value = borrowed(value, owner)?;
            quote!(Option<#value>)
        }
        Type::Tuple(parts) => {
            let parts =
                parts.iter().map(|part| borrowed(part, owner)).collect::<Result<Vec<_>, _>>()?;
            match &*parts {
                [only] => quote!((#only,)),
                parts => quote!((#(#parts),*)),
            }
        }
        Type::Named(name) => {
            let name = ident(&format!("{name}Ref"))?;
            quote!(#name<'decoder>)
        }
        ty => owned(ty, owner)?,
    })
}

/// A number of a width that Rust does not have: `U24`.
fn odd(kind: char, size: u8) -> TokenStream {
    let name = format_ident!("{kind}{}", u16::from(size).saturating_mul(8));
    quote!(#name)
}

fn number(kind: char, size: u8, big_endian: bool) -> TokenStream {
    let name = format_ident!("{kind}{}", u16::from(size).saturating_mul(8));
    if big_endian { quote!(Be<#name>) } else { quote!(#name) }
}

/// The names that the type needs from `pool_codec`.
pub(super) fn imports(ty: &Type, add: &mut impl FnMut(&'static str)) {
    ty.walk(&mut |ty| match ty {
        Type::Uint { size: 3, .. } => add("U24"),
        Type::Uint { size: 5, .. } => add("U40"),
        Type::Uint { size: 6, .. } => add("U48"),
        Type::Uint { size: 7, .. } => add("U56"),
        Type::Int { size: 3, .. } => add("I24"),
        Type::Uint { big_endian: true, .. }
        | Type::Int { big_endian: true, .. }
        | Type::Float { big_endian: true, .. } => add("Be"),
        Type::Bool { low_bit: true } => add("LowBitBool"),
        Type::Bytes { .. } => add("Bytes"),
        Type::Str { .. } => add("Str"),
        Type::FixedStr { .. } => add("FixedStr"),
        Type::Seq { .. } => add("Seq"),
        _ => {}
    });
}
