//! The encoding of a type as data, which sizes, checks, error labels and tools are derived from.

mod build;
mod checks;
mod digest;
mod display;
mod fold;
mod node;
mod sizes;

pub use digest::Digest;
pub(crate) use fold::{heap_within, refilled_within};
pub use node::{Field, Kind, Schema, Variant};
pub(crate) use sizes::KEPT_ELEMENTS;
