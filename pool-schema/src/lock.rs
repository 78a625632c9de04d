//! Locks: a schema on disk, and what a difference to it means for peers.

mod assert;
mod change;
mod compare;
mod fields;
mod least;
mod memory;

pub use assert::assert_locked;
pub use change::{Change, Changes, Impact, Reading};
