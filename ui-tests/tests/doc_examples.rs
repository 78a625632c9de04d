//! The examples of `pool-core` in the documentation of `pool-codec`, which re-exports its items.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

/// Returns the lines of doc comments in `folder` that a reader sees and that name the crate `pool_core`.
fn lines_with_the_inner_crate(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            lines_with_the_inner_crate(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let docs = text.lines().map(str::trim_start).filter_map(|line| {
            line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).map(str::trim_start)
        });
        // Lines with `#` are hidden. `__private` is not re-exported to users.
        let shown = docs.filter(|line| !line.starts_with("# ") && !line.contains("__private"));
        let named = shown.filter(|line| line.contains("pool_core::"));
        found.extend(named.map(|line| format!("{}: {line}", path.display())));
    }
}

/// A user of `pool-codec` has no dependency `pool-core`, so an example that names it fails for them.
#[test]
fn examples_of_re_exported_items_name_the_facade() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for folder in ["pool-core/src", "pool-codec/src"] {
        lines_with_the_inner_crate(&crates.join(folder), &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}
