//! What the tests and the benchmarks of this workspace share: a global allocator that counts, polling by hand,
//! and the source of large types.

#![deny(unsafe_code)]

pub mod allocator;
pub mod executor;
pub mod large;
