//! Code that the tests and the benchmarks of this workspace share: a counting global allocator, helpers to poll futures,
//! and the source of large types.

#![deny(unsafe_code)]

pub mod allocator;
pub mod executor;
pub mod large;
