//! The encoding of a type as data, which sizes, checks, error labels and tools are derived from.

mod build;
mod checks;
mod digest;
mod display;
mod fold;
mod node;
mod refill;
mod sizes;

pub use digest::Digest;
pub use node::{Field, Kind, Schema, Variant};
pub(crate) use refill::refilled_within;
pub(crate) use sizes::KEPT_ELEMENTS;
