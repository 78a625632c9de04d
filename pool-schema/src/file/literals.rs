//! Ranges and defaults: whether their literals have the type of the field.

use syn::{Expr, ExprRange, Lit, RangeLimits};

use super::error::SchemaErrorKind;
use super::reader::{Literals, Reader};
use crate::model::{Schema, Shape, Type};

/// The text and the remedy of an error.
type Broken = (String, String);

/// Reports the ranges and defaults that do not compile, and ranges that contain nothing.
pub(super) fn check(schema: &Schema, all: &[Literals], reader: &mut Reader<'_>) {
    for literals in all {
        let Some(ty) = resolved(&literals.ty, schema) else { continue };
        let source = &literals.source;
        let result = match literals.is_range {
            true => syn::parse_str(source).map_or(Ok(()), |of: ExprRange| range(&of, ty, source)),
            false => syn::parse_str(source).map_or(Ok(()), |of| value(&of, ty).map(|_| ())),
        };
        if let Err((text, help)) = result {
            reader.error(SchemaErrorKind::WrongValue, literals.span.clone(), text, help);
        }
    }
}

/// The type behind aliases, unless only Rust code knows it.
fn resolved<'a>(mut ty: &'a Type, schema: &'a Schema) -> Option<&'a Type> {
    while let Type::Named(name) = ty {
        match &schema.definition(name)?.shape {
            Shape::Alias { path: Some(_), .. } | Shape::Alias { ty: None, .. } => return None,
            Shape::Alias { ty: Some(behind), .. } => ty = behind,
            _ => break,
        }
    }
    (!matches!(ty, Type::Opaque { .. })).then_some(ty)
}

fn range(range: &ExprRange, ty: &Type, source: &str) -> Result<(), Broken> {
    let unsigned = match ty {
        Type::Uint { .. } => true,
        Type::Int { .. } | Type::Float { .. } | Type::Char => false,
        _ => {
            let help = "remove it; the types with a range are numbers and `char`";
            return Err((format!("`range` on the type `{ty}`"), help.into()));
        }
    };
    let bound = |of: &Option<Box<Expr>>| match of {
        Some(of) => value(of, ty),
        None => Ok(None),
    };
    let (first, last) = (bound(&range.start)?, bound(&range.end)?);
    // The least number of an unsigned type comes first by itself.
    let first = first.or((unsigned && range.start.is_none()).then(|| Integer::new(false, 0)));
    let is_empty = match (first, last, range.limits) {
        (Some(first), Some(last), RangeLimits::Closed(_)) => first > last,
        (Some(first), Some(last), RangeLimits::HalfOpen(_)) => first >= last,
        _ => false,
    };
    match is_empty {
        true => Err((
            format!("the range `{source}` contains no value"),
            "write the smaller bound first: `1..=100`".into(),
        )),
        false => Ok(()),
    }
}

/// An integer of either sign, in the order of the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Integer {
    is_positive: bool,
    /// Of negative integers the distance from the least one.
    rank: u128,
}

impl Integer {
    fn new(negative: bool, magnitude: u128) -> Self {
        match negative && magnitude > 0 {
            true => Self { is_positive: false, rank: u128::MAX.saturating_sub(magnitude) },
            false => Self { is_positive: true, rank: magnitude },
        }
    }

    /// The first and the last integer of a type.
    fn limits(size: u8, signed: bool) -> (Self, Self) {
        let bits = u32::from(size).saturating_mul(8);
        let bits = if signed { bits.saturating_sub(1) } else { bits };
        let largest = u128::MAX.checked_shr(128_u32.saturating_sub(bits)).unwrap_or(0);
        let least = if signed { largest.saturating_add(1) } else { 0 };
        (Self::new(signed, least), Self::new(false, largest))
    }
}

/// The value of `expr` as a value of `ty`, if it is a literal integer. Other expressions than literals pass.
fn value(expr: &Expr, ty: &Type) -> Result<Option<Integer>, Broken> {
    let wrong = |example: &str| {
        let expr = quote::quote!(#expr).to_string().replace(' ', "");
        Err((
            format!("`{expr}` is not a value of `{ty}`"),
            format!("write a value such as `{example}`"),
        ))
    };
    if let Expr::Paren(inner) = expr {
        return value(&inner.expr, ty);
    }
    match ty {
        Type::Uint { big_endian: true, .. }
        | Type::Int { big_endian: true, .. }
        | Type::Float { big_endian: true, .. } => {
            let example = if matches!(ty, Type::Float { .. }) { "Be(1.0)" } else { "Be(1)" };
            match (in_be(expr), literal(expr)) {
                (Some(inner), _) => value(inner, &little_endian(ty)),
                (None, Some(_)) => wrong(example),
                (None, None) => Ok(None),
            }
        }
        Type::Uint { size: 3 | 5..=7, .. } | Type::Int { size: 3 | 5..=7, .. } => {
            match literal(expr) {
                Some(_) => wrong(&format!("{}::from(1_u8)", ty.to_string().to_uppercase())),
                None => Ok(None),
            }
        }
        Type::Uint { size, .. } | Type::Int { size, .. } => match literal(expr) {
            Some((negative, Lit::Int(number))) => {
                let of_type = matches!(number.suffix(), suffix if suffix.is_empty() || *suffix == *ty.to_string());
                let (first, last) = Integer::limits(*size, matches!(ty, Type::Int { .. }));
                let integer =
                    number.base10_parse().ok().map(|number| Integer::new(negative, number));
                match integer.filter(|integer| of_type && (first..=last).contains(integer)) {
                    Some(integer) => Ok(Some(integer)),
                    None => wrong("1"),
                }
            }
            // A byte, as in `b'a'`.
            Some((false, Lit::Byte(_))) if *ty == Type::BYTE => Ok(None),
            Some(_) => wrong("1"),
            None => Ok(None),
        },
        Type::Float { .. } => match literal(expr) {
            Some((_, Lit::Float(_))) | None => Ok(None),
            Some(_) => wrong("1.0"),
        },
        Type::Char => match literal(expr) {
            Some((false, Lit::Char(_))) | None => Ok(None),
            Some(_) => wrong("'a'"),
        },
        _ => Ok(None),
    }
}

/// A literal, and whether it is negative.
fn literal(expr: &Expr) -> Option<(bool, &Lit)> {
    match expr {
        Expr::Lit(of) => Some((false, &of.lit)),
        Expr::Unary(of) if matches!(of.op, syn::UnOp::Neg(_)) => match &*of.expr {
            Expr::Lit(of) => Some((true, &of.lit)),
            _ => None,
        },
        Expr::Paren(of) => literal(&of.expr),
        _ => None,
    }
}

/// The value in `Be(1)`.
fn in_be(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Be")) => {
            call.args.first()
        }
        _ => None,
    }
}

fn little_endian(ty: &Type) -> Type {
    let mut ty = ty.clone();
    if let Type::Uint { big_endian, .. }
    | Type::Int { big_endian, .. }
    | Type::Float { big_endian, .. } = &mut ty
    {
        *big_endian = false;
    }
    ty
}
