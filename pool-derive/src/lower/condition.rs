//! The value of `when`: a test of another field.

use proc_macro2::Ident;
use syn::{BinOp, Expr};

/// The test of a field, as the user wrote it.
pub(crate) struct Condition {
    /// The field that is tested.
    pub(crate) field: Ident,
    pub(crate) test: Test,
}

pub(crate) enum Test {
    /// `flag`: the field is not 0.
    Set,
    /// `flags & BITS`: one of the bits is set.
    Bits(Box<Expr>),
    /// `kind == NUMBER`.
    Equals(Box<Expr>),
}

/// Reads `flag`, `flags & BITS` or `kind == NUMBER`.
pub(crate) fn condition(value: &Expr) -> Option<Condition> {
    let field = |expr: &Expr| match expr {
        Expr::Path(path) => path.path.get_ident().cloned(),
        _ => None,
    };
    let (tested, test) = match value {
        Expr::Binary(binary) => {
            let right = binary.right.clone();
            match binary.op {
                BinOp::BitAnd(_) => (&*binary.left, Test::Bits(right)),
                BinOp::Eq(_) => (&*binary.left, Test::Equals(right)),
                _ => return None,
            }
        }
        Expr::Paren(paren) => return condition(&paren.expr),
        value => (value, Test::Set),
    };
    Some(Condition { field: field(tested)?, test })
}
