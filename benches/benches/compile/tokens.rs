//! How many tokens does a derive add to one message?

use core::str::FromStr as _;

use proc_macro2::{TokenStream, TokenTree};

use crate::contenders::{ALL, Contender, REFERENCE};
use crate::{bold, ratio};

/// A row a contender.
pub(crate) fn print() {
    let counts: Option<Vec<_>> =
        ALL.iter().map(|contender| Some((contender.name, added(contender)?))).collect();
    let Some(counts) = counts else {
        println!("No nightly compiler, which alone shows expansions: no tokens are counted.\n");
        return;
    };
    let reference = counts.iter().find(|(name, _)| *name == REFERENCE);
    let reference = reference.map_or(f64::NAN, |(_, tokens)| *tokens as f64);
    println!("| one message | tokens | times serde |\n|---|---|---|");
    for (name, tokens) in counts.into_iter().filter(|(_, tokens)| *tokens > 0) {
        let (bold, ratio) = (bold(name), ratio(tokens as f64, reference));
        println!("| {bold}{name}{bold} | {bold}{tokens}{bold} | {bold}{ratio}{bold} |");
    }
    println!();
}

/// The tokens of a message's expansion, without those that the user wrote and those of every crate.
fn added(contender: &Contender) -> Option<usize> {
    let (head, message) = (contender.head(), contender.message(1));
    let expanded = |variant: &str, source: &str| contender.package(variant, source).expanded();
    let all = expanded("message", &format!("{head}{}{message}", contender.derive()))?;
    let every = expanded("empty", &head)?;
    Some(count(&all) - count(&every) - count(&message))
}

fn count(source: &str) -> usize {
    tokens(TokenStream::from_str(source).expect("the compiler's own text has the tokens of Rust"))
}

/// As `proc_macro` has them: an identifier, a literal and a lifetime's name are one, a punctuation character is
/// one, so that `::` and `->` are two, and a pair of brackets is two, beside what is in it. A doc comment is the
/// attribute that it stands for.
fn tokens(stream: TokenStream) -> usize {
    let count = |tree| match tree {
        TokenTree::Group(group) => 2 + tokens(group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
    };
    stream.into_iter().map(count).sum()
}
