//! What the compiler takes for large types: does it grow with their number, or faster?
//!
//! Each size is a crate of its own, checked twice: once to build what it depends on, once for the time.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for a terminal, which has nobody to report an error to"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use core::time::Duration;

use pool_dev::large;

/// Variants of one enum, messages of one set.
const SIZES: [(usize, usize); 6] = [(250, 0), (500, 0), (1000, 0), (4, 125), (4, 250), (4, 500)];

fn main() {
    // `cargo bench -- --test` and the like ask for nothing to be measured.
    if !env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("| variants | messages | cargo check, s | ms for each |");
    println!("|---|---|---|---|");
    for (variants, messages) in SIZES {
        let folder = write(variants, messages);
        check(&folder);
        let mut times: Vec<_> = (0..3).map(|_| check(&folder)).collect();
        times.sort_unstable();
        let median = times.get(1).copied().unwrap_or_default().as_secs_f64();
        let each = median * 1000.0 / variants.max(messages) as f64;
        println!("| {variants} | {messages} | {median:.1} | {each:.1} |");
    }
}

/// A crate with the types.
fn write(variants: usize, messages: usize) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let folder = root.join(format!("target/compile-bench/v{variants}m{messages}"));
    fs::create_dir_all(folder.join("src")).expect("the folder can be made");
    let library = root.join("pool-codec");
    let manifest = format!(
        "[package]\nname = \"large\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         pool-codec = {{ path = {library:?} }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock can be copied");
    let names = "use pool_codec::prelude::*;\nuse pool_codec::{Bytes, Seq, Str, TlvHeader};\n";
    let source = format!(
        "#![allow(dead_code, unused_imports)]\n{names}{}",
        large::source(variants, messages)
    );
    fs::write(folder.join("src/lib.rs"), source).expect("the source can be written");
    folder
}

fn check(folder: &Path) -> Duration {
    let source = folder.join("src/lib.rs");
    let text = fs::read(&source).expect("it was written");
    fs::write(&source, text).expect("it can be written again, to be checked again");
    let start = Instant::now();
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("target"))
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the types compile");
    start.elapsed()
}
