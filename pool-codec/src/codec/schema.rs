//! A type's encoding as data: the one description from which sizes, checks, labels and tools follow.

mod build;
mod checks;
mod display;
mod fold;
mod node;
mod sizes;

pub(crate) use fold::heap_within;
pub use node::{Field, Kind, Schema, Variant};
