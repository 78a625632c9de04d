//! Does what the compiler takes for large types grow with their number, or faster?

use pool_dev::large;

use crate::contenders::ours;
use crate::package::{Check, Package, workspace};
use crate::times::median;

/// Variants of one enum, messages of one set.
const SIZES: [(usize, usize); 6] = [(250, 0), (500, 0), (1000, 0), (4, 125), (4, 250), (4, 500)];

/// A row a size.
pub(crate) fn print(rounds: usize) {
    println!("| variants | messages | cargo check, s | ms for each |\n|---|---|---|---|");
    for (variants, messages) in SIZES {
        let package = write(variants, messages);
        package.check(Check::Scratch);
        let seconds = median((0..rounds).map(|_| package.check(Check::Scratch)).collect());
        let each = seconds * 1000.0 / variants.max(messages) as f64;
        println!("| {variants} | {messages} | {seconds:.1} | {each:.1} |");
    }
    println!();
}

/// A package with the types.
fn write(variants: usize, messages: usize) -> Package {
    let names = "use pool_codec::prelude::*;\nuse pool_codec::{Bytes, Seq, Str, TlvHeader};\n";
    let source = format!(
        "#![allow(dead_code, unused_imports)]\n{names}{}",
        large::source(variants, messages)
    );
    let library = ours(&workspace().join("pool-codec"));
    Package::write(&format!("large-v{variants}-m{messages}"), &library, &source)
}
