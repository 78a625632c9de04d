//! Tokens that an expansion must not contain.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};

use super::expand;
use super::inputs::ALL;

/// Names of the prelude, which a user may have shadowed or disabled.
const PRELUDE: [&str; 16] = [
    "Ok",
    "Err",
    "Some",
    "None",
    "Vec",
    "String",
    "Result",
    "Option",
    "Default",
    "From",
    "Into",
    "Clone",
    "Copy",
    "Debug",
    "PartialEq",
    "Box",
];

/// All tokens in order, including those inside groups, without the delimiters.
fn flat(tokens: TokenStream) -> Vec<String> {
    let mut all = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => all.extend(flat(group.stream())),
            token => all.push(token.to_string()),
        }
    }
    all
}

/// Every input: its name, its tokens, and the tokens of its expansion.
fn expansions() -> impl Iterator<Item = (&'static str, HashSet<String>, Vec<String>)> {
    ALL.into_iter().map(|(name, derive, input)| {
        let written = flat(input.parse().expect("the input is tokens"));
        (name, written.into_iter().collect(), flat(expand(derive, input)))
    })
}

#[test]
fn no_expansion_is_unsafe() {
    for (name, _, tokens) in expansions() {
        assert!(!tokens.iter().any(|token| token == "unsafe"), "{name}");
    }
}

#[test]
fn prelude_names_have_a_path() {
    for (name, written, tokens) in expansions() {
        for window in tokens.windows(3) {
            let [first, second, ident] = window else { continue };
            let bare = first != ":" || second != ":";
            let ours = !written.contains(ident) && PRELUDE.contains(&ident.as_str());
            assert!(!(bare && ours), "`{ident}` without a path in {name}");
        }
    }
}

#[test]
fn items_are_named_through_their_trait() {
    for (name, _, tokens) in expansions() {
        for window in tokens.windows(3) {
            let [ident, first, second] = window else { continue };
            assert!(!(ident == "Self" && first == ":" && second == ":"), "`Self::` in {name}");
        }
    }
}
