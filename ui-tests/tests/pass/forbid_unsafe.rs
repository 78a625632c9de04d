//! Expansions contain no `unsafe`.

#![forbid(unsafe_code)]

use pool_codec as codec;

include!("../../shapes/shapes.rs");

fn main() {}
