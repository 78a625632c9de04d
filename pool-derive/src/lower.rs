//! `#[derive(Frame)]`: from the input to the model.

use proc_macro2::Ident;
use syn::visit_mut::VisitMut as _;
use syn::{
    Data, DataEnum, DeriveInput, Expr, ExprLit, Fields, FieldsNamed, GenericParam, Lit, LitInt,
};

use crate::attrs::{self, FieldArgs, Keyed, TypeArgs};
use crate::borrowed;
use crate::diag::{self, Errors};
use crate::model::{Field, Message, Model, Part, PartVariant, Tag};
use crate::names::{self, NameSelf};
use crate::paths::Paths;

/// The model, as far as the input has the right shape; what has not goes to `errors`.
pub(crate) fn frame<'a>(
    input: &'a DeriveInput,
    args: TypeArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Option<Model<'a>> {
    let name = &input.ident;
    let model = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => {
                Some(Model::Message(message(input, fields, args, paths, errors)))
            }
            Fields::Unnamed(fields) => {
                errors.push(diag::frame_on_tuple_struct(name, fields));
                None
            }
            Fields::Unit => {
                errors.push(diag::frame_on_unit_struct(name));
                None
            }
        },
        Data::Enum(data) => Some(Model::Part(part(input, data, args, errors))),
        Data::Union(data) => {
            errors.push(diag::frame_on_union(&data.union_token));
            None
        }
    };
    generics(input, model.as_ref(), errors);
    model
}

/// Rejects generic types. A lifetime is reported at the fields that use it.
fn generics(input: &DeriveInput, model: Option<&Model<'_>>, errors: &mut Errors) {
    let borrows = match model {
        Some(Model::Message(message)) => {
            message.fields.iter().any(|field| borrowed::borrows(&field.ty))
        }
        _ => false,
    };
    for param in &input.generics.params {
        match param {
            GenericParam::Lifetime(_) if borrows => {}
            GenericParam::Lifetime(param) => errors.push(diag::frame_on_lifetime(param)),
            param => errors.push(diag::frame_on_generics(param)),
        }
    }
}

fn message<'a>(
    input: &'a DeriveInput,
    fields: &'a FieldsNamed,
    args: TypeArgs,
    paths: &Paths,
    errors: &mut Errors,
) -> Message<'a> {
    let name = &input.ident;
    let named =
        fields.named.iter().filter_map(|original| Some((original, original.ident.as_ref()?)));
    let fields =
        named.map(|(original, ident)| field(name, original, ident, paths, errors)).collect();
    Message {
        name,
        label: names::label(name),
        vis: &input.vis,
        forwarded: attrs::forwarded(&input.attrs),
        id: named_self(args.id, name),
        capacity: named_self(args.capacity, name),
        max_size: named_self(args.max_size, name),
        tag: args.tag,
        borrowed: args.borrow.is_present().then(|| names::borrowed_form(name)),
        fields,
    }
}

fn field<'a>(
    name: &Ident,
    original: &'a syn::Field,
    ident: &'a Ident,
    paths: &Paths,
    errors: &mut Errors,
) -> Field<'a> {
    let args: FieldArgs = attrs::read(&original.attrs, "frame", errors);
    let max_len = named_self(args.max_len, name);
    let copy = args.copy.is_present().then(|| args.copy.span());
    let mut ty = original.ty.clone();
    NameSelf { name }.visit_type_mut(&mut ty);
    let borrowed =
        borrowed::field(&ty, max_len.as_ref().map(|max| &max.value), copy.is_some(), paths);
    Field {
        original,
        ident,
        label: names::label(ident),
        forwarded: attrs::forwarded(&original.attrs),
        ty,
        max_len,
        copy,
        borrowed,
    }
}

fn named_self(value: Option<Keyed<Expr>>, name: &Ident) -> Option<Keyed<Expr>> {
    value.map(|mut keyed| {
        NameSelf { name }.visit_expr_mut(&mut keyed.value);
        keyed
    })
}

fn part<'a>(
    input: &'a DeriveInput,
    data: &'a DataEnum,
    args: TypeArgs,
    errors: &mut Errors,
) -> Part<'a> {
    let name = &input.ident;
    for keyed in [("id", &args.id), ("max_size", &args.max_size), ("capacity", &args.capacity)] {
        if let (key, Some(keyed)) = keyed {
            errors.push(diag::key_on_enum(&keyed.key, key, name));
        }
    }
    if data.variants.is_empty() {
        errors.push(diag::part_without_variants(name));
    }
    let borrow = args.borrow;
    let tag = tag(name, args.tag, errors);
    let variants = data.variants.iter().filter_map(|original| variant(original, errors)).collect();
    let borrowed = borrow.is_present().then(|| names::borrowed_form(name));
    Part { name, vis: &input.vis, borrowed, label: names::label(name), tag, variants }
}

fn tag(name: &Ident, arg: Option<Keyed<Expr>>, errors: &mut Errors) -> Tag {
    let default = Tag { ty: Ident::new("u8", proc_macro2::Span::call_site()), size: 1 };
    let Some(Keyed { value, .. }) = arg else { return default };
    let ident = match &value {
        Expr::Path(path) => path.path.get_ident(),
        _ => None,
    };
    let size = ident.and_then(|ident| match ident.to_string().as_str() {
        "u8" => Some(1),
        "u16" => Some(2),
        "u32" => Some(4),
        "u64" => Some(8),
        _ => None,
    });
    match (ident, size) {
        (Some(ident), Some(size)) => Tag { ty: ident.clone(), size },
        _ => {
            errors.push(diag::tag_is_not_an_integer(&value, name));
            // The widest, so that no discriminant is reported as too large as well.
            Tag { size: 8, ..default }
        }
    }
}

fn variant<'a>(original: &'a syn::Variant, errors: &mut Errors) -> Option<PartVariant<'a>> {
    let ident = &original.ident;
    attrs::read_none(&original.attrs, errors);
    if !original.fields.is_empty() {
        errors.push(diag::variant_with_fields(ident, &original.fields));
        return None;
    }
    let Some((_, value)) = &original.discriminant else {
        errors.push(diag::missing_discriminant(ident));
        return None;
    };
    let Some(literal) = integer(value) else {
        errors.push(diag::discriminant_is_not_a_literal(ident, value));
        return None;
    };
    // More than 64 bits are too large for every tag; the check reports it.
    let number = literal.base10_parse().unwrap_or(u128::MAX);
    let value = LitInt::new(&number.to_string(), literal.span());
    Some(PartVariant { ident, label: names::label(ident), value, number })
}

/// The integer literal that `expr` is.
pub(crate) fn integer(expr: &Expr) -> Option<&LitInt> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(literal), .. }) => Some(literal),
        Expr::Group(group) => integer(&group.expr),
        Expr::Paren(paren) => integer(&paren.expr),
        _ => None,
    }
}
