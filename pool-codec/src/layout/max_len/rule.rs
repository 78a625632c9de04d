//! Which entries of maps and sets are accepted: `#[frame(entries = ..)]`.

use crate::wire::Rule;

/// The rule that [`MaxLen`](crate::layout::MaxLen) applies to the entries of a map or set when it decodes one.
///
/// [`Ascending`], [`Distinct`] and [`LastWins`] implement it, and `()`, which stands for `Ascending` in trees and for
/// `Distinct` in hash tables.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a rule for the entries of a map or set",
    label = "not a rule",
    note = "use `Ascending`, `Distinct` or `LastWins`"
)]
pub trait EntryRule: Sealed {
    /// The rule, if it does not depend on the collection.
    #[doc(hidden)]
    const RULE: Option<Rule>;
}

/// Keeps the implementations in this crate.
#[expect(unnameable_types, reason = "keeps the implementations of `EntryRule` in this crate")]
pub trait Sealed {}

/// The keys ascend: each map has one encoding. Only with this rule there is a borrowed form.
///
/// ```
/// use std::collections::HashSet;
///
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Ascending, Decode, MaxLen, Own};
///
/// type Ids = MaxLen<HashSet<u8>, 9, Ascending>;
/// assert!(<Ids as Decode<'_, Own>>::decode_from(&mut Decoder::new(&[2, 1, 2])).is_ok());
/// assert!(<Ids as Decode<'_, Own>>::decode_from(&mut Decoder::new(&[2, 2, 1])).is_err());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Ascending;

/// The keys come in any order, and no two of them are equal.
#[derive(Debug, Clone, Copy)]
pub struct Distinct;

/// The keys come in any order, and the last of equal ones counts, as in bincode, wincode and borsh.
#[derive(Debug, Clone, Copy)]
pub struct LastWins;

macro_rules! rules {
    ($($ty:ty: $rule:expr;)*) => {$(
        impl Sealed for $ty {}

        impl EntryRule for $ty {
            const RULE: Option<Rule> = $rule;
        }
    )*};
}
rules! {
    (): None;
    Ascending: Some(Rule::Ascending);
    Distinct: Some(Rule::Distinct);
    LastWins: Some(Rule::LastWins);
}
