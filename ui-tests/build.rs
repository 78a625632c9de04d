//! Writes an enum of 1,000 variants and a set of 500 messages for `tests/large.rs`.

use std::path::Path;
use std::{env, fs};

#[path = "large/source.rs"]
mod source;

fn main() {
    println!("cargo::rerun-if-changed=large/source.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let path = Path::new(&out).join("large.rs");
    fs::write(path, source::source(1000, 500)).expect("the folder can be written");
}
