//! Receivers: the attributes as the user wrote them. Each attribute is read once.

use darling::FromMeta;
use darling::ast::NestedMeta;
use darling::util::{Flag, PathList};
use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{
    Attribute, Data, DeriveInput, Expr, ExprLit, Lit, Meta, MetaNameValue, Path, Token, parse_quote,
};

use crate::diag::{self, Errors};

/// `#[frame(..)]` on a type.
#[derive(Debug, Default, FromMeta)]
#[darling(default)]
pub(crate) struct TypeArgs {
    pub(crate) id: Option<Keyed<Expr>>,
    pub(crate) borrow: Option<BorrowArg>,
    pub(crate) copy: Flag,
    pub(crate) invariant: Flag,
    pub(crate) derive: Option<Keyed<PathList>>,
    pub(crate) max_size: Option<Keyed<Expr>>,
    pub(crate) capacity: Option<Keyed<Expr>>,
    pub(crate) tag: Option<Keyed<Expr>>,
    pub(crate) untagged: Flag,
    pub(crate) bits: Option<Keyed<Expr>>,
    pub(crate) len: Option<Keyed<Expr>>,
    pub(crate) layout: Option<Keyed<Path>>,
    pub(crate) endian: Option<Keyed<Path>>,
    pub(crate) lenient: Flag,
    pub(crate) reserved: Option<Keyed<Expr>>,
    pub(crate) trailing: Option<Keyed<Expr>>,
    pub(crate) transparent: Flag,
    pub(crate) validate: Option<Path>,
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}

/// `#[frame(..)]` on a field.
#[derive(Debug, Default, FromMeta)]
#[darling(default)]
pub(crate) struct FieldArgs {
    pub(crate) max_len: Option<Keyed<Expr>>,
    pub(crate) entries: Option<Keyed<Path>>,
    pub(crate) align: Option<Keyed<Expr>>,
    pub(crate) rest: Flag,
    pub(crate) terminated: Option<Keyed<TerminatedArg>>,
    pub(crate) delimited: Flag,
    pub(crate) checksum: Option<Keyed<Path>>,
    pub(crate) magic: Option<Keyed<Expr>>,
    pub(crate) when: Option<Keyed<Expr>>,
    pub(crate) count: Option<Keyed<Path>>,
    pub(crate) bits: Option<Keyed<Expr>>,
    pub(crate) layout: Option<Keyed<Path>>,
    pub(crate) endian: Option<Keyed<Path>>,
    pub(crate) borrow: Option<Keyed<Path>>,
    pub(crate) copy: Flag,
    pub(crate) with: Option<Keyed<Path>>,
    pub(crate) with_each: Option<Keyed<Path>>,
    pub(crate) width: Option<Keyed<Path>>,
    pub(crate) skip: Flag,
    pub(crate) default: Option<Keyed<DefaultArg>>,
    pub(crate) range: Option<Keyed<Expr>>,
}

/// `#[frame(..)]` on a variant of an enum that is a message or a part.
#[derive(Debug, Default, FromMeta)]
#[darling(default)]
pub(crate) struct VariantArgs {
    pub(crate) tag: Option<Keyed<Expr>>,
    pub(crate) other: Flag,
}

/// `#[frames(..)]` on a set.
#[derive(Debug, Default, FromMeta)]
#[darling(default)]
pub(crate) struct SetArgs {
    pub(crate) header: Option<Path>,
    pub(crate) borrow: Option<BorrowArg>,
    pub(crate) invariant: Flag,
    pub(crate) derive: Option<Keyed<PathList>>,
    pub(crate) max_payload: Option<Keyed<Expr>>,
    pub(crate) reserved: Option<Keyed<Expr>>,
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}

/// `#[frame(..)]` on a variant of a set.
#[derive(Debug, Default, FromMeta)]
#[darling(default)]
pub(crate) struct SetVariantArgs {
    pub(crate) borrow: Option<Path>,
    pub(crate) other: Flag,
}

/// `#[header(..)]` on a field of a header.
#[derive(Debug, Default, FromMeta)]
#[darling(default)]
pub(crate) struct HeaderFieldArgs {
    pub(crate) id: Flag,
    pub(crate) len: Flag,
    pub(crate) counts: Option<Keyed<Path>>,
    pub(crate) max: Option<Keyed<Expr>>,
    pub(crate) version: Option<Keyed<Expr>>,
    pub(crate) checksum: Option<Keyed<Path>>,
    pub(crate) correlation: Flag,
    pub(crate) default: Option<Keyed<Expr>>,
}

/// `borrow` or `borrow = Name`.
#[derive(Debug)]
pub(crate) struct BorrowArg {
    /// The span of the key.
    pub(crate) key: Span,
    /// The name of the borrowed form. By default it is that of the type with the suffix `Ref`.
    pub(crate) name: Option<Ident>,
}

impl FromMeta for BorrowArg {
    fn from_meta(item: &Meta) -> darling::Result<Self> {
        let key = item.path().span();
        let name = match item {
            Meta::Path(_) => return Ok(Self { key, name: None }),
            Meta::NameValue(MetaNameValue { value: Expr::Path(value), .. }) => {
                value.path.get_ident().cloned()
            }
            _ => None,
        };
        let error = || darling::Error::from(diag::borrow_is_not_a_name(item));
        name.map(|name| Self { key, name: Some(name) }).ok_or_else(error)
    }
}

/// The value of a field that is absent from the wire.
#[derive(Debug, Clone)]
pub(crate) enum DefaultArg {
    /// `default`: the value of `Default`.
    Own,
    /// `default = ..`: this expression.
    Value(Box<Expr>),
}

impl FromMeta for DefaultArg {
    fn from_word() -> darling::Result<Self> {
        Ok(Self::Own)
    }

    fn from_expr(value: &Expr) -> darling::Result<Self> {
        Ok(Self::Value(Box::new(value.clone())))
    }
}

/// The bytes that end a field.
#[derive(Debug, Clone)]
pub(crate) enum TerminatedArg {
    /// `terminated`: a NUL.
    Nul,
    /// `terminated = ..`: these bytes.
    Bytes(Box<Expr>),
}

impl FromMeta for TerminatedArg {
    fn from_word() -> darling::Result<Self> {
        Ok(Self::Nul)
    }

    fn from_expr(value: &Expr) -> darling::Result<Self> {
        Ok(Self::Bytes(Box::new(value.clone())))
    }
}

/// A value and its key. Errors about the key use its span.
#[derive(Debug, Clone)]
pub(crate) struct Keyed<T> {
    pub(crate) key: Path,
    pub(crate) value: T,
}

impl<T> Keyed<T> {
    /// The same key with another value.
    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> Keyed<U> {
        Keyed { value: f(self.value), key: self.key }
    }
}

impl<T: FromMeta> FromMeta for Keyed<T> {
    fn from_meta(item: &Meta) -> darling::Result<Self> {
        Ok(Self { key: item.path().clone(), value: T::from_meta(item)? })
    }
}

/// Reads all attributes called `name` and records mistakes in `errors`. A mistake in one key does not
/// discard the values of the others, so later rules still see them.
pub(crate) fn read<A: FromMeta + Default>(
    attrs: &[Attribute],
    name: &str,
    errors: &mut Errors,
) -> A {
    let mut items = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident(name)) {
        match &attr.meta {
            Meta::List(list) => {
                let list =
                    list.parse_args_with(Punctuated::<NestedMeta, Token![,]>::parse_terminated);
                items.extend(errors.handle(list).unwrap_or_default());
            }
            meta => errors.push(diag::not_a_list(meta, name)),
        }
    }
    reject_text(&items, errors);
    match A::from_list(&items) {
        Ok(args) => args,
        Err(error) => {
            errors.push(error);
            items.retain(|item| A::from_list(core::slice::from_ref(item)).is_ok());
            A::from_list(&items).unwrap_or_default()
        }
    }
}

/// Reports every value in quotes. darling parses text as an expression, so `id = "1"` would be the number 1. Only a
/// default value can be text.
fn reject_text(items: &[NestedMeta], errors: &mut Errors) {
    for item in items {
        if let NestedMeta::Meta(Meta::NameValue(MetaNameValue { path, value, .. })) = item
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value
            && !path.is_ident("default")
        {
            errors.push(diag::value_in_quotes(path, text));
        }
    }
}

/// Reports every `#[frame(..)]` on the field of a set's variant.
pub(crate) fn reject_on_set_field(attrs: &[Attribute], errors: &mut Errors) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("frame")) {
        errors.push(diag::frame_args_on_set_field(attr.path()));
    }
}

/// The attributes that the borrowed form repeats. The guide has a table of all attributes.
pub(crate) fn forwarded(attrs: &[Attribute]) -> Vec<Attribute> {
    const FORWARDED: [&str; 5] = ["doc", "allow", "deprecated", "must_use", "non_exhaustive"];
    let shared = attrs.iter().filter_map(|attr| {
        let is = |name: &str| attr.path().is_ident(name);
        if FORWARDED.iter().any(|name| is(name)) {
            return Some(attr.clone());
        }
        // A lint expected on the owned form may not fire on the borrowed form.
        let Meta::List(list) = attr.meta.clone() else { return None };
        is("expect").then(|| Attribute {
            meta: Meta::List(syn::MetaList { path: parse_quote!(allow), ..list }),
            ..attr.clone()
        })
    });
    shared.collect()
}

/// The attributes of a type that its borrowed form repeats. An enum with discriminants and fields needs its `repr`.
pub(crate) fn of_type(input: &DeriveInput) -> Vec<Attribute> {
    let repr = input.attrs.iter().filter(|attr| attr.path().is_ident("repr"));
    let numbered = match &input.data {
        Data::Enum(data) => data.variants.iter().any(|variant| variant.discriminant.is_some()),
        _ => false,
    };
    let repr = repr.filter(|_| numbered);
    forwarded(&input.attrs).into_iter().chain(repr.cloned()).collect()
}

/// The lints that the impls of a type must not report, given the forwarded attributes of all its parts: those that the
/// user allows on a part, and the use of a deprecated part. There is no `allow` without a reason, because an `allow` is
/// an error under the user's `forbid`.
pub(crate) fn allowed<'a>(parts: impl Iterator<Item = &'a Vec<Attribute>>) -> Vec<Attribute> {
    let mut allowed: Vec<Attribute> = Vec::new();
    for attr in parts.flatten() {
        let allow = match attr.path() {
            path if path.is_ident("allow") => attr.clone(),
            path if path.is_ident("deprecated") => parse_quote!(#[allow(deprecated)]),
            _ => continue,
        };
        if !allowed.contains(&allow) {
            allowed.push(allow);
        }
    }
    allowed
}

/// Whether `attrs` contain documentation.
pub(crate) fn documented(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("doc"))
}

/// The text of the doc comments among `attrs`, if the schema is to contain it. Snapshots always do.
pub(crate) fn docs(attrs: &[Attribute]) -> Option<String> {
    let lines = attrs.iter().filter(|attr| attr.path().is_ident("doc")).filter_map(|attr| {
        let Meta::NameValue(MetaNameValue { value: Expr::Lit(ExprLit { lit, .. }), .. }) =
            &attr.meta
        else {
            return None;
        };
        let Lit::Str(text) = lit else { return None };
        let text = text.value();
        Some(text.strip_prefix(' ').unwrap_or(&text).trim_end().to_owned())
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    (DESCRIBES && !text.is_empty()).then_some(text)
}

/// Whether expansions contain what only tools read: doc comments, ranges and reserved tags.
pub(crate) const DESCRIBES: bool = cfg!(any(test, feature = "docs"));
