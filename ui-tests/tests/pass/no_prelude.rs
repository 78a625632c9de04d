//! Expansions do not use any name from a prelude.

#![no_implicit_prelude]

use ::pool_codec as codec;
use ::std::prelude::v1::{Clone, Copy, Debug, Eq, PartialEq, derive};
use ::std::include;

include!("../../shapes/shapes.rs");

fn main() {}
