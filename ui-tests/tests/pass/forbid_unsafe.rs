//! Expansions contain no `unsafe`, and no `allow` that a `forbid` would reject.

#![forbid(unsafe_code, deprecated, unreachable_patterns, unused_variables, unused_qualifications)]

use pool_codec as codec;

include!("../../shapes/shapes.rs");

fn main() {}
