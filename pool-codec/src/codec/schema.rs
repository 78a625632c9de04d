//! The encoding of a type as data, which sizes, checks, error labels and tools are derived from.

mod accessors;
mod build;
mod build_parts;
mod checks;
mod condition;
mod dependency;
mod digest;
mod display;
mod ends;
mod fold;
mod heap;
mod int_encoding;
mod integers;
mod node;
mod numbers;
mod of_kind;
mod refill;
mod sizes;
mod tlvs;

pub use condition::Condition;
pub(crate) use condition::SWITCHES;
pub use digest::Digest;
pub(crate) use fold::Tag;
pub use int_encoding::IntEncoding;
pub use node::{Field, Kind, Schema, Variant};
pub(crate) use refill::refilled_within;
pub(crate) use sizes::KEPT_ELEMENTS;
pub(crate) use tlvs::{TLV_HEAD, TLV_LONGEST};
