//! Generates large types for `tests/large.rs`, which runs them, and for the feature `large`, which is only checked.

use std::path::Path;
use std::{env, fs};

use pool_dev::large::source;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("the folder can be written");
    };
    write("small.rs", source(100, 50));
    write("large.rs", source(1000, 500));
}
