//! Checks that the layers of each crate depend in one direction: no modules import each other in a circle.
//!
//! A module is a file in the `src` folder of the crate. An inline module belongs to the file that contains it. Module
//! `a` imports module `b` if `a` has a path that leads to `b`: a `use` line with any visibility, or any other path that
//! begins with `crate`, `self` or `super`. One rule decides where a path leads:
//!
//! * Follow the path as the compiler does. A name that a module re-exports (with `use` or `pub use`, including globs)
//!   leads to the module that the re-export names. The import counts for the module at the end, which defines the item,
//!   and for no module on the way.
//!
//! So a `mod` line is not an import, and a sibling that a parent re-exports can be imported without importing the
//! parent. The re-export itself is an import by the parent. A method needs no import, so the graph does not contain
//! method calls. Items under `#[cfg(test)]` and the files of modules that are declared under it are ignored.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod graph;
mod imports;

use std::fs;
use std::path::Path;

use graph::{Graph, circle};
use imports::Source;

/// The crates that are checked, by folder.
const CRATES: &[&str] = &[
    "pool-core",
    "pool-service",
    "pool-derive",
    "pool-codec",
    "pool-noise",
    "pool-schema",
    "cargo-frame",
];

/// Reads all files in `folder`. `module` is the path of the module that the folder belongs to.
fn read(folder: &Path, module: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("names are UTF-8");
        let join = |name: &str| match module {
            "" => name.to_owned(),
            _ => format!("{module}::{name}"),
        };
        if path.is_dir() {
            read(&path, &join(name), sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = match name {
                "lib" if module.is_empty() => String::new(),
                "mod" => module.to_owned(),
                _ => join(name),
            };
            let text = fs::read_to_string(&path).expect("the file can be read");
            sources.push(Source { module, text });
        }
    }
}

fn graph_of(name: &str) -> Graph {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src");
    let mut sources = Vec::new();
    read(&root, "", &mut sources);
    imports::graph(&sources)
}

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let mut circles = String::new();
    for name in CRATES {
        let graph = graph_of(name);
        assert!(graph.values().any(|imports| !imports.is_empty()), "{name} has no imports");
        if let Some(circle) = circle(&graph) {
            circles += &format!("\n{name}: {}", circle.join(" -> "));
        }
    }
    assert!(circles.is_empty(), "modules import each other in a circle:{circles}");
}

#[test]
fn the_graph_has_known_imports() {
    let graph = graph_of("pool-core");
    let imports = |from: &str, to: &str| graph[from].contains(to);
    assert!(imports("pool::release", "pool::shared"));
    assert!(imports("buf", "pool::release"));
    assert!(imports("crate", "buf"), "re-exports are imports");
    assert!(!imports("pool::origin", "pool::shared"));
}
