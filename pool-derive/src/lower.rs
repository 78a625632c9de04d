//! `#[derive(Frame)]`: lowers the input to the model.

use core::cell::Cell;

use darling::util::Flag;
use proc_macro2::Ident;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit_mut::VisitMut as _;
use syn::{Data, DataEnum, DeriveInput, Expr, Generics, Index, Member, Path, Token};

use crate::attrs::{self, BorrowArg, DefaultArg, FieldArgs, Keyed, TerminatedArg, TypeArgs};
use crate::diag::{self, Errors};
use crate::model::{
    Bits, Body, BorrowedForm, Enum, Field, Fields, FormShape, Len, LenWidth, LifetimeUse, Model,
    Style, Trailing,
};
use crate::names;
use crate::paths::Paths;

mod align;
pub(crate) mod borrowed;
pub(crate) mod codec;
pub(crate) mod condition;
pub(crate) mod header;
pub(crate) mod leaf;
pub(crate) mod literal;
pub(crate) mod max_len;
mod rewrite;
pub(crate) mod set;
pub(crate) mod type_syntax;
mod variants;

use codec::{Container, Endian, Layout};
use rewrite::{RenameDecoder, ReplaceSelf};

/// Lowers a struct or enum and records mistakes in `errors`. `None` for a union.
pub(crate) fn frame<'a>(
    input: &'a DeriveInput,
    args: TypeArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Option<Model<'a>> {
    let name = &input.ident;
    let auto = args.len.as_ref().is_some_and(|len| is_word(&len.value, "auto"));
    let len = args.len.as_ref().filter(|_| !auto);
    let len = len.and_then(|len| integer_type(name, "len", &len.value, errors));
    let width = len.as_ref().map(|(_, width)| *width);
    let layout = match (&args.layout, len) {
        (Some(path), _) => Layout::Path(&path.value),
        (None, Some((ident, _))) => Layout::Prefixed(ident),
        (None, None) => Layout::Own,
    };
    let prefixes = len_of(&args, width);
    let bits = args.bits.as_ref().and_then(|bits| {
        let (integer, size) = integer_type(name, "bits", &bits.value, errors)?;
        let size = u32::try_from(size.saturating_mul(8)).unwrap_or_default();
        Some(Bits { key: bits.key.clone(), integer, size })
    });
    let endian = args.endian.as_ref().and_then(|endian| Endian::new(&endian.value));
    let lower = Lower {
        name,
        generics: &input.generics,
        container: Container::new(paths, layout, &input.generics)
            .with_integers(endian, args.lenient.is_present()),
        aligned: Cell::new(0),
    };
    let body = match &input.data {
        Data::Struct(data) => {
            let mut fields = lower.fields("", &data.fields, errors);
            align::pad(&mut fields.list, None, &lower);
            Body::Struct(fields)
        }
        Data::Enum(data) => Body::Enum(lower.enum_body(data, &args, errors)),
        Data::Union(data) => {
            errors.push(diag::frame_on_union(&data.union_token));
            return None;
        }
    };
    let mut model = Model {
        name,
        label: names::label(name),
        vis: &input.vis,
        forwarded: attrs::of_type(input),
        generics: generics(name, &input.generics),
        id: lower.without_self(args.id.map(|id| id.map(literal::byte_to_integer))),
        capacity: lower.without_self(args.capacity),
        max_size: lower.without_self(args.max_size),
        trailing: lower.without_self(args.trailing).map(|trailing| trailing.map(self::trailing)),
        transparent: args.transparent.is_present().then(|| args.transparent.span()),
        validate: args.validate.map(|path| lower.path_without_self(path)),
        tag: args.tag,
        untagged: args.untagged.is_present().then(|| args.untagged.span()),
        reserved: args.reserved.map(|reserved| literal::reserved(reserved, errors)),
        layout: lower.container.inner_layout(),
        len: prefixes,
        bits,
        endian: args.endian,
        conflicting_layout: args
            .layout
            .as_ref()
            .zip(args.len.as_ref())
            .map(|(layout, len)| (diag::span_of(&layout.key), diag::span_of(&len.key))),
        borrowed: None,
        invariant: args.invariant.is_present().then(|| args.invariant.span()),
        derives: args.derive.map(|derive| derive.map(|paths| paths.to_vec())),
        body,
    };
    model.borrowed = borrowed_form(&model, args.borrow, &args.copy);
    reject_lifetimes(input, &model, errors);
    Some(model)
}

/// The layout of the prefixes that the attributes declare.
fn len_of(args: &TypeArgs, width: Option<usize>) -> Option<Len> {
    let layout = args.layout.as_ref().or(args.endian.as_ref()).map(|layout| layout.value.span());
    if let Some(at) = layout.or(args.lenient.is_present().then(|| args.lenient.span())) {
        return Some(Len { at, width: LenWidth::OfLayout });
    }
    let width = width.map_or(LenWidth::Auto, LenWidth::Bytes);
    args.len.as_ref().map(|len| Len { at: len.value.span(), width })
}

/// The borrowed form that `borrow` or `copy` requests.
fn borrowed_form(
    model: &Model<'_>,
    borrow: Option<BorrowArg>,
    copy: &Flag,
) -> Option<BorrowedForm> {
    let default = names::borrowed_form(model.name);
    if copy.is_present() {
        return Some(BorrowedForm { name: default, key: copy.span(), shape: FormShape::Alias });
    }
    if let (Some(_), Some(borrow)) = (&model.bits, &borrow) {
        return Some(BorrowedForm { name: default, key: borrow.key, shape: FormShape::Alias });
    }
    let BorrowArg { key, name } = borrow?;
    Some(BorrowedForm { name: name.unwrap_or(default), key, shape: form_shape(model) })
}

/// The kind of item that the borrowed form of a type with `borrow` is.
fn form_shape(model: &Model<'_>) -> FormShape {
    let on_wire = model.fields().filter(|field| field.skip.is_none());
    let uses = on_wire.map(|field| field.borrowed.lifetime_use);
    match (&model.body, uses.max().unwrap_or(LifetimeUse::Never)) {
        (_, LifetimeUse::Always) | (Body::Enum(_), LifetimeUse::Maybe) => FormShape::Type,
        (Body::Struct(_), _) => FormShape::TypeWithMarker,
        (Body::Enum(_), LifetimeUse::Never) => FormShape::Alias,
    }
}

/// Rejects lifetime parameters, unless a field that borrows is reported already.
fn reject_lifetimes(input: &DeriveInput, model: &Model<'_>, errors: &mut Errors) {
    let mut on_wire = model.fields().filter(|field| field.skip.is_none());
    let borrows = on_wire.any(|field| type_syntax::borrows(&field.ty));
    for param in input.generics.lifetimes().filter(|_| !borrows) {
        errors.push(diag::frame_on_lifetime(param));
    }
}

/// The generics that both forms repeat.
fn generics(name: &Ident, original: &Generics) -> Generics {
    let mut generics = original.clone();
    ReplaceSelf { name, generics: original }.visit_generics_mut(&mut generics);
    if original.lifetimes().next().is_none() {
        RenameDecoder.visit_generics_mut(&mut generics);
    }
    generics
}

fn trailing(value: Expr) -> Trailing {
    match is_word(&value, "allow") {
        true => Trailing::UpToSizeClass,
        false => Trailing::Bytes(Box::new(value)),
    }
}

fn is_word(value: &Expr, word: &str) -> bool {
    matches!(value, Expr::Path(path) if path.path.is_ident(word))
}

/// The unsigned integer type that `value` names, with its width in bytes.
pub(crate) fn integer_type(
    name: &Ident,
    key: &str,
    value: &Expr,
    errors: &mut Errors,
) -> Option<(Ident, usize)> {
    let ident = match value {
        Expr::Path(path) => path.path.get_ident(),
        _ => None,
    };
    let width = ident.and_then(|ident| match ident.to_string().as_str() {
        "u8" => Some(1),
        "u16" => Some(2),
        "u32" => Some(4),
        "u64" => Some(8),
        _ => None,
    });
    match (ident, width) {
        (Some(ident), Some(width)) => Some((ident.clone(), width)),
        _ => {
            errors.push(diag::not_an_integer_type(value, key, name));
            None
        }
    }
}

/// Lowers the variants and fields of one input.
pub(crate) struct Lower<'a, 'p> {
    name: &'a Ident,
    generics: &'a Generics,
    container: Container<'p>,
    /// The number of fields with `align` so far.
    aligned: Cell<usize>,
}

impl<'a> Lower<'a, '_> {
    fn enum_body(&self, data: &'a DataEnum, args: &TypeArgs, errors: &mut Errors) -> Enum<'a> {
        if data.variants.is_empty() {
            errors.push(diag::enum_without_variants(self.name));
        }
        let tag = variants::tag(self.name, args, errors);
        let variants = data
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| variants::variant(self, &tag, index, variant, errors))
            .collect();
        Enum { tag, variants }
    }

    /// The fields of a struct or a variant. `prefix` precedes the label of each field.
    pub(crate) fn fields(
        &self,
        prefix: &str,
        fields: &'a syn::Fields,
        errors: &mut Errors,
    ) -> Fields<'a> {
        let (style, list) = match fields {
            syn::Fields::Named(named) => (Style::Named, Some(&named.named)),
            syn::Fields::Unnamed(unnamed) => (Style::Tuple, Some(&unnamed.unnamed)),
            syn::Fields::Unit => (Style::Unit, None),
        };
        let list: Option<&'a Punctuated<syn::Field, Token![,]>> = list;
        let fields = list.into_iter().flatten().enumerate();
        let list = fields.map(|(index, field)| self.field(prefix, index, field, errors)).collect();
        Fields { style, list }
    }

    fn field(
        &self,
        prefix: &str,
        index: usize,
        original: &'a syn::Field,
        errors: &mut Errors,
    ) -> Field<'a> {
        let before = errors.count();
        let mut args: FieldArgs = attrs::read(&original.attrs, "frame", errors);
        let attrs_are_valid = errors.count() == before;
        args.max_len = self.without_self(args.max_len);
        args.align = self.without_self(args.align);
        args.magic = self.without_self(args.magic);
        if let Some(Keyed { value: TerminatedArg::Bytes(bytes), .. }) = &mut args.terminated {
            self.replace_self().visit_expr_mut(bytes);
        }
        args.when = self.without_self(args.when);
        args.bits = self.without_self(args.bits);
        let member = match &original.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index::from(index)),
        };
        let label = match &original.ident {
            Some(ident) => names::label(ident),
            None => index.to_string(),
        };
        let mut ty = original.ty.clone();
        self.replace_self().visit_type_mut(&mut ty);
        let codec = self.container.codec_of(&ty, &args);
        let mut borrowed = borrowed::field(&ty, &args, &self.container);
        let adapted = args.with_each.is_some() || args.width.is_some();
        let nested = args.max_len.is_some()
            && (adapted || !leaf::without_bound(max_len::content(&ty), false).is_empty());
        if nested || type_syntax::names_type(&ty, self.name) {
            // The field is an error. Any type without errors of its own serves the fallback impls.
            borrowed.ty = quote!(&'decoder [u8]);
            borrowed.codec = borrowed.ty.clone();
        }
        Field {
            original,
            attrs_are_valid,
            member,
            label: format!("{prefix}{label}"),
            forwarded: attrs::forwarded(&original.attrs),
            ty,
            codec,
            max_len: args.max_len,
            entries: args.entries,
            align: args.align,
            padding: None,
            rest: args.rest.is_present().then(|| args.rest.span()),
            terminated: args.terminated,
            delimited: args.delimited.is_present().then(|| args.delimited.span()),
            checksum: args.checksum,
            magic: args.magic,
            condition: args.when.as_ref().and_then(|when| condition::condition(&when.value)),
            when: args.when,
            count: args.count,
            bits: args.bits,
            layout: args.layout,
            endian: args.endian,
            with: args.with,
            with_each: args.with_each,
            width: args.width,
            borrow: args.borrow.map(|borrow| borrow.key.span()),
            copy: args.copy.is_present().then(|| args.copy.span()),
            skip: args.skip.is_present().then(|| args.skip.span()),
            default: args
                .default
                .map(|default| default.map(|value| self.default_without_self(value))),
            range: self.without_self(args.range),
            borrowed,
        }
    }

    fn default_without_self(&self, mut default: DefaultArg) -> DefaultArg {
        if let DefaultArg::Value(value) = &mut default {
            self.replace_self().visit_expr_mut(value);
        }
        default
    }

    fn replace_self(&self) -> ReplaceSelf<'_> {
        ReplaceSelf { name: self.name, generics: self.generics }
    }

    fn path_without_self(&self, mut path: Path) -> Path {
        self.replace_self().visit_path_mut(&mut path);
        path
    }

    fn without_self(&self, value: Option<Keyed<Expr>>) -> Option<Keyed<Expr>> {
        value.map(|mut keyed| {
            self.replace_self().visit_expr_mut(&mut keyed.value);
            keyed
        })
    }
}
