//! The encoding of a type as data, which sizes, checks, error labels and tools are derived from.

mod build;
mod checks;
mod condition;
mod dependency;
mod display;
mod ends;
mod fold;
mod int_encoding;
mod node;
mod numbers;
mod sizes;

pub use condition::Condition;
pub(crate) use condition::SWITCHES;
pub(crate) use fold::{Tag, heap_within, refilled_within};
pub use int_encoding::IntEncoding;
pub use node::{Field, Kind, Schema, Variant};
pub(crate) use sizes::KEPT_ELEMENTS;
