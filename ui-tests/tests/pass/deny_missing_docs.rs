//! Generated items are documented, and cause no warning from default lints or from lints that are often enabled.

#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused, rust_2018_idioms)]
#![deny(single_use_lifetimes, trivial_casts, trivial_numeric_casts, unused_lifetimes, unused_qualifications)]
#![deny(let_underscore_drop, redundant_lifetimes, variant_size_differences, elided_lifetimes_in_paths)]
#![allow(dead_code, reason = "nothing uses the shapes")]

/// The shapes, in a public module.
pub mod shapes {
    use pool_codec as codec;

    include!("../../shapes/shapes.rs");
}

fn main() {}
