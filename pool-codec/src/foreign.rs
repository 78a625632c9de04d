//! The types of other crates, each behind a feature that has the name of the crate.

#[cfg(feature = "alloy-primitives")]
mod alloy_primitives;
#[cfg(feature = "arrayvec")]
mod arrayvec;
#[cfg(feature = "bitflags")]
mod bitflags;
#[cfg(feature = "bstr")]
mod bstr;
#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "primitive-types")]
mod primitive_types;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "smallvec")]
mod smallvec;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

#[cfg(feature = "bitflags")]
pub use self::bitflags::FlagBits;
