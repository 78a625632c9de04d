//! `#[derive(Frame)]`: from the input to the model.

use darling::util::Flag;
use proc_macro2::Ident;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut as _;
use syn::{Data, DataEnum, DeriveInput, Expr, Generics, Index, Member, Path, Token};

use crate::attrs::{self, DefaultArg, FieldArgs, Keyed, TypeArgs};
use crate::diag::{self, Errors};
use crate::model::{
    Body, BorrowedForm, Enum, Field, Fields, FormShape, Model, Points, Style, Trailing,
};
use crate::names::{self, NameSelf};
use crate::paths::Paths;

pub(crate) mod borrowed;
pub(crate) mod codec;
pub(crate) mod literal;
pub(crate) mod max_len;
pub(crate) mod set;
mod variants;
pub(crate) mod written;

use codec::Container;

/// The model, as far as the input has the right shape; what has not goes to `errors`.
pub(crate) fn frame<'a>(
    input: &'a DeriveInput,
    args: TypeArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Option<Model<'a>> {
    let name = &input.ident;
    let len = args.len.as_ref().and_then(|len| integer_type(name, "len", &len.value, errors));
    let input_of = Lower {
        name,
        generics: &input.generics,
        container: Container::new(paths, len.map(|(ident, _)| ident), &input.generics),
    };
    let body = match &input.data {
        Data::Struct(data) => Body::Struct(input_of.fields("", &data.fields, errors)),
        Data::Enum(data) => Body::Enum(input_of.body(data, args.tag.as_ref(), errors)),
        Data::Union(data) => {
            errors.push(diag::frame_on_union(&data.union_token));
            return None;
        }
    };
    let mut model = Model {
        name,
        label: names::label(name),
        vis: &input.vis,
        forwarded: attrs::forwarded(&input.attrs),
        generics: generics(name, &input.generics),
        id: input_of.named_self(args.id.map(|id| id.map(literal::plain))),
        capacity: input_of.named_self(args.capacity),
        max_size: input_of.named_self(args.max_size),
        trailing: input_of.named_self(args.trailing).map(|trailing| trailing.map(self::trailing)),
        transparent: args.transparent.is_present().then(|| args.transparent.span()),
        validate: args.validate.map(|path| input_of.named_path(path)),
        tag: args.tag,
        reserved: args.reserved.map(|reserved| literal::reserved(reserved, errors)),
        layout: input_of.container.inner_layout(),
        prefixed: input_of.container.is_prefixed(),
        borrowed: None,
        invariant: args.invariant.is_present().then(|| args.invariant.span()),
        derives: args.derive.map(|derive| derive.map(|paths| paths.to_vec())),
        body,
    };
    model.borrowed = borrowed_form(&model, &args.borrow, &args.copy);
    lifetimes(input, &model, errors);
    Some(model)
}

/// The borrowed form that `borrow` or `copy` asks for.
fn borrowed_form(model: &Model<'_>, borrow: &Flag, copy: &Flag) -> Option<BorrowedForm> {
    let name = names::borrowed_form(model.name);
    if copy.is_present() {
        return Some(BorrowedForm { name, key: copy.span(), shape: FormShape::Alias });
    }
    let shape = shape(model);
    borrow.is_present().then(|| BorrowedForm { name, key: borrow.span(), shape })
}

/// What the borrowed form of a type is.
fn shape(model: &Model<'_>) -> FormShape {
    let kept = model.fields().filter(|field| field.skip.is_none());
    let points = kept.map(|field| field.borrowed.points).max().unwrap_or(Points::No);
    match (&model.body, points) {
        (_, Points::Yes) | (Body::Enum(_), Points::Maybe) => FormShape::Type,
        (Body::Struct(_), _) => FormShape::Marked,
        (Body::Enum(_), Points::No) => FormShape::Alias,
    }
}

/// Rejects lifetimes, unless the fields that use them are reported.
fn lifetimes(input: &DeriveInput, model: &Model<'_>, errors: &mut Errors) {
    let mut on_wire = model.fields().filter(|field| field.skip.is_none());
    let borrows = on_wire.any(|field| written::borrows(&field.ty));
    for param in input.generics.lifetimes().filter(|_| !borrows) {
        errors.push(diag::frame_on_lifetime(param));
    }
}

/// The generics as both forms repeat them.
fn generics(name: &Ident, original: &Generics) -> Generics {
    let mut generics = original.clone();
    NameSelf { name, generics: original }.visit_generics_mut(&mut generics);
    if original.lifetimes().next().is_none() {
        names::RenameBound.visit_generics_mut(&mut generics);
    }
    generics
}

fn trailing(value: Expr) -> Trailing {
    match &value {
        Expr::Path(path) if path.path.is_ident("allow") => Trailing::Room,
        _ => Trailing::Bytes(Box::new(value)),
    }
}

/// An integer type that `value` names, and its width in bytes.
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

/// Lowers the parts of one input.
pub(crate) struct Lower<'a, 'p> {
    name: &'a Ident,
    generics: &'a Generics,
    container: Container<'p>,
}

impl<'a> Lower<'a, '_> {
    fn body(&self, data: &'a DataEnum, tag: Option<&Keyed<Expr>>, errors: &mut Errors) -> Enum<'a> {
        if data.variants.is_empty() {
            errors.push(diag::enum_without_variants(self.name));
        }
        let tag = variants::tag(self.name, tag, errors);
        let variants =
            data.variants.iter().map(|variant| variants::variant(self, variant, errors)).collect();
        Enum { tag, variants }
    }

    /// The fields of a struct, or of a variant, whose name and a dot come before each field's.
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
        let keys_are_right = errors.count() == before;
        args.max_len = self.named_self(args.max_len);
        let member = match &original.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index::from(index)),
        };
        let label = match &original.ident {
            Some(ident) => names::label(ident),
            None => index.to_string(),
        };
        let mut ty = original.ty.clone();
        self.name_self().visit_type_mut(&mut ty);
        let codec = self.container.of(&ty, &args);
        let mut borrowed = borrowed::field(&ty, &args, &self.container);
        let unbounded = args.max_len.is_some() && max_len::elements_without_bound(&ty).is_some();
        if unbounded || written::contains(&ty, self.name) {
            // An error already, after which the form's own impls would report more. Any type will do.
            borrowed.ty = quote!(&'decoder [u8]);
            borrowed.codec = borrowed.ty.clone();
        }
        Field {
            original,
            keys_are_right,
            member,
            label: format!("{prefix}{label}"),
            forwarded: attrs::forwarded(&original.attrs),
            ty,
            codec,
            max_len: args.max_len,
            with: args.with,
            copy: args.copy.is_present().then(|| args.copy.span()),
            skip: args.skip.is_present().then(|| args.skip.span()),
            default: args.default.map(|default| default.map(|value| self.named_default(value))),
            range: self.named_self(args.range),
            borrowed,
        }
    }

    fn named_default(&self, mut default: DefaultArg) -> DefaultArg {
        if let DefaultArg::Value(value) = &mut default {
            self.name_self().visit_expr_mut(value);
        }
        default
    }

    fn name_self(&self) -> NameSelf<'_> {
        NameSelf { name: self.name, generics: self.generics }
    }

    fn named_path(&self, mut path: Path) -> Path {
        self.name_self().visit_path_mut(&mut path);
        path
    }

    fn named_self(&self, value: Option<Keyed<Expr>>) -> Option<Keyed<Expr>> {
        value.map(|mut keyed| {
            self.name_self().visit_expr_mut(&mut keyed.value);
            keyed
        })
    }
}
