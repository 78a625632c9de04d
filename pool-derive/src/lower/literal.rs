//! Integer literals in attributes and discriminants.

use syn::{Expr, ExprLit, Lit, LitInt, RangeLimits};

use crate::attrs::Keyed;
use crate::diag::{self, Errors};
use crate::model::ReservedRange;

/// The integer literal that `expr` consists of. A byte literal counts as its number.
pub(crate) fn integer(expr: &Expr) -> Option<LitInt> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(literal), .. }) => Some(literal.clone()),
        Expr::Lit(ExprLit { lit: Lit::Byte(byte), .. }) => {
            Some(LitInt::new(&byte.value().to_string(), byte.span()))
        }
        Expr::Group(group) => integer(&group.expr),
        Expr::Paren(paren) => integer(&paren.expr),
        _ => None,
    }
}

/// Replaces a byte literal with its number.
pub(crate) fn byte_to_integer(expr: Expr) -> Expr {
    match integer(&expr) {
        Some(literal) => Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Int(literal) }),
        None => expr,
    }
}

/// The ranges of `reserved = [1, 4..=7]`. Other items are recorded in `errors`.
pub(crate) fn reserved(arg: Keyed<Expr>, errors: &mut Errors) -> Keyed<Vec<ReservedRange>> {
    arg.map(|value| {
        let Expr::Array(list) = &value else {
            errors.push(diag::reserved_is_not_a_list(&value));
            return Vec::new();
        };
        let items = list.elems.iter().filter_map(|item| {
            let range = reserved_range(item);
            if range.is_none() {
                errors.push(diag::reserved_is_not_a_list(item));
            }
            range
        });
        items.collect()
    })
}

fn reserved_range(item: &Expr) -> Option<ReservedRange> {
    let number = |expr: &Expr| integer(expr)?.base10_parse::<u128>().ok();
    let (first, last) = match item {
        Expr::Range(range) => {
            let (first, last) = (number(range.start.as_ref()?)?, number(range.end.as_ref()?)?);
            match range.limits {
                RangeLimits::HalfOpen(_) => (first, last.checked_sub(1)?),
                RangeLimits::Closed(_) => (first, last),
            }
        }
        item => (number(item)?, number(item)?),
    };
    (first <= last).then_some(ReservedRange { first, last })
}
