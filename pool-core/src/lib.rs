#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

mod buf;
#[cfg(feature = "bytes")]
mod bytes;
mod cell;
mod config;
mod copy;
mod error;
mod heap;
mod human;
mod policy;
mod pool;
mod size_class;
mod sync;
mod text;

#[cfg(all(test, loom))]
mod tests;

pub use buf::PooledBuf;
#[cfg(feature = "bytes")]
pub use bytes::BufView;
pub use cell::{ByteCell, StrCell, keeps};
pub use config::PoolConfig;
pub use copy::copy_short;
pub use error::AcquireError;
pub use policy::{Clear, Overflow};
pub use pool::Pool;
#[cfg(feature = "std")]
pub use pool::acquire::Acquire;
pub use pool::stats::{ClassStats, PoolStats};
pub use size_class::{Ladder, SizeClass};
pub use text::Text;
