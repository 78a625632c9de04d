//! Numbers written out in attributes and discriminants.

use syn::{Expr, ExprLit, Lit, LitInt, RangeLimits};

use crate::attrs::Keyed;
use crate::diag::{self, Errors};
use crate::model::Reserved;

/// The integer literal that `expr` is; that of a byte is its number.
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

/// The same expression; of a byte, its number.
pub(crate) fn plain(expr: Expr) -> Expr {
    match integer(&expr) {
        Some(literal) => Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Int(literal) }),
        None => expr,
    }
}

/// The numbers of `reserved = [1, 4..=7]`; what is none goes to `errors`.
pub(crate) fn reserved(arg: Keyed<Expr>, errors: &mut Errors) -> Keyed<Vec<Reserved>> {
    arg.map(|value| {
        let Expr::Array(list) = &value else {
            errors.push(diag::reserved_is_not_a_list(&value));
            return Vec::new();
        };
        let items = list.elems.iter().filter_map(|item| {
            let numbers = item_of(item);
            if numbers.is_none() {
                errors.push(diag::reserved_is_not_a_list(item));
            }
            numbers
        });
        items.collect()
    })
}

fn item_of(item: &Expr) -> Option<Reserved> {
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
    (first <= last).then_some(Reserved { first, last })
}
