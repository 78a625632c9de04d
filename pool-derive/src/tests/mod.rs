//! Snapshots of expansions. `BLESS=1 cargo test -p pool-derive` rewrites `expected/`; read the diff.

use std::path::Path;

use proc_macro2::TokenStream;

mod attributes;
mod errors;
mod forwarded;
mod hygiene;
mod inputs;
mod spans;

use inputs::{ALL, Derive};

/// The expansion of an input.
fn expand(derive: Derive, input: &str) -> TokenStream {
    let input: TokenStream = input.parse().expect("the input is tokens");
    match derive {
        Derive::Frame => crate::expand::frame(input),
        Derive::FrameSet => crate::expand::frame_set(input),
        Derive::Header => crate::expand::header(input),
        // The expansion is an expression, but a snapshot consists of items.
        Derive::ServiceConfig => {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests");
            let config = crate::expand::service_config(input, Some(&root));
            quote::quote!(const CONFIG: ServiceConfig = #config;)
        }
    }
}

fn pretty(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("the expansion is items"))
}

#[test]
fn expansions_are_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expected");
    let mut changed = Vec::new();
    for (name, derive, input) in ALL {
        let path = folder.join(format!("{name}.expected.rs"));
        let actual = pretty(expand(derive, input));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, actual).expect("the snapshot can be written");
            continue;
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if expected != actual {
            let line = expected.lines().zip(actual.lines()).position(|(old, new)| old != new);
            changed.push(format!("{name}: line {}", line.unwrap_or(0) + 1));
        }
    }
    assert!(changed.is_empty(), "changed: {changed:#?}; see with `BLESS=1` and `git diff`");
}

#[test]
fn every_snapshot_has_an_input() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expected");
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let file =
            entry.expect("the folder is readable").file_name().to_string_lossy().into_owned();
        let name = file.trim_end_matches(".expected.rs");
        assert!(ALL.iter().any(|(known, ..)| *known == name), "{file} is stale");
    }
}
